package dev.quire.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a file or folder may be called: the restrictions of OneDrive and SharePoint, so that a
/// drive can be copied there and back, plus one of our own: names that start with a dot are hidden,
/// hence not names of items.
///
/// Names are compared and kept as they are: no case folding, no Unicode normalization, no
/// unescaping (`%2e%2e` is an ordinary name).
final class ItemName {
  /// What file systems take (ext4, XFS, APFS), in UTF-8.
  private static final int MAX_BYTES = 255;

  /// Enough to recognize a refused name by, without repeating a hostile one at length.
  private static final int SHOWN_CHARS = 80;

  private static final Set<String> WHOLE_NAMES = Set.of("desktop.ini");

  /// Devices of Windows, also with an extension: `NUL.xlsx` opens the device.
  private static final Pattern DEVICE =
      Pattern.compile("(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(\\..*)?");

  private record Rule(Predicate<String> isBroken, String why) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(String::isEmpty, "it is empty"),
          new Rule(name -> name.equals(".") || name.equals(".."), "dot segments are not followed"),
          new Rule(name -> name.startsWith("."), "it starts with a dot, which hides a file"),
          new Rule(name -> name.startsWith("~$"), "it starts with ~$, as lock files do"),
          new Rule(name -> name.endsWith("."), "it ends with a dot"),
          new Rule(ItemName::hasBlankEnd, "it starts or ends with a blank"),
          new Rule(
              name -> name.chars().anyMatch(ItemName::isReserved),
              "it has one of \" * : < > ? / \\ |"),
          new Rule(
              name -> name.codePoints().anyMatch(Character::isISOControl),
              "it has a control character"),
          new Rule(ItemName::hasLoneSurrogate, "it is not valid Unicode"),
          // What Java makes of bytes that are no text in the file system's encoding.
          new Rule(name -> name.indexOf('\uFFFD') >= 0, "it has U+FFFD in place of a character"),
          new Rule(name -> utf8Bytes(name) > MAX_BYTES, "it is longer than 255 bytes of UTF-8"),
          new Rule(name -> name.contains("_vti_"), "it has _vti_, which SharePoint reserves"),
          new Rule(ItemName::isReservedWhole, "Windows reserves it"));

  private ItemName() {}

  /// The same name, when it is one.
  ///
  /// @throws StoreFault.BadName when it breaks a rule
  static String checked(String name) {
    brokenRule(name)
        .ifPresent(why -> {
          throw new StoreFault.BadName(shown(name), why);
        });
    return name;
  }

  /// Whether an item may be called so.
  static boolean isValid(String name) {
    return brokenRule(name).isEmpty();
  }

  /// The text without control characters and cut to a length that fits into a message.
  static String shown(String text) {
    String start = text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "…";
    return start.replaceAll("\\p{Cntrl}", "?");
  }

  static int utf8Bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Optional<String> brokenRule(String name) {
    return RULES.stream().filter(rule -> rule.isBroken().test(name)).map(Rule::why).findFirst();
  }

  private static boolean hasBlankEnd(String name) {
    return isBlank(name.codePointAt(0)) || isBlank(name.codePointBefore(name.length()));
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  private static boolean isReserved(int character) {
    return "\"*:<>?/\\|".indexOf(character) >= 0;
  }

  private static boolean hasLoneSurrogate(String name) {
    return name.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static boolean isReservedWhole(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return WHOLE_NAMES.contains(folded) || DEVICE.matcher(name.toUpperCase(Locale.ROOT)).matches();
  }
}
