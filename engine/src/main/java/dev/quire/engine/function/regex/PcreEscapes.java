package dev.quire.engine.function.regex;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may follow a backslash.
final class PcreEscapes {
  /// The name of a group: letters, digits and underscores of any script.
  static final String NAME = "[\\p{L}_][\\p{L}\\p{Nd}_]*";

  /// A character that ends no line.
  static final String IN_LINE = "[^\\n\\r]";

  /// The end, or before the line end that is there.
  static final String LAST_LINE_END = "(?=(?:\\r\\n|[\\n\\r])?\\z)";

  private static final String WORD = "[\\p{L}\\p{N}\\p{Mn}\\p{Pc}]";

  private static final Pattern NUMBERED = Pattern.compile("g\\{?(-?\\d+)\\}?");
  private static final Pattern NAMED =
      Pattern.compile("[gk](?:\\{(NAME)\\}|<(NAME)>|'(NAME)')".replace("NAME", NAME));
  private static final Pattern DIGITS = Pattern.compile("[1-9]\\d?");

  /// A zero says that digits come, so they have to.
  private static final Pattern OCTAL =
      Pattern.compile("0([0-7]{1,2})|([1-7][0-7]{0,2})|o\\{([0-7]{1,11})\\}");

  private static final Pattern HEX =
      Pattern.compile(
          "x(?:\\{([0-9A-Fa-f]{1,6})\\}|([0-9A-Fa-f]{0,2}))|N\\{U\\+([0-9A-Fa-f]{1,6})\\}");
  private static final Pattern PROPERTY =
      Pattern.compile(
          "([pP])(?:\\{ *(\\^?)(?:(?:scx?|script(?:[_ ]?extensions)?) *[:=])?([^:={}]*)\\}|(\\w))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONTROL = Pattern.compile("c([ -~])");

  /// Letters that mean the same in both languages.
  private static final String SHARED = "dDhHvVRX";

  private PcreEscapes() {}

  /// The group that a back reference names; 0 when none comes.
  ///
  /// @param known how many groups were opened so far, from which relative numbers count back
  static int reference(Scanner in, int known, ToIntFunction<String> named) {
    Matcher numbered = in.matchAndSkip(NUMBERED);
    if (numbered != null) {
      int number = Integer.parseInt(numbered.group(1));
      return number < 0 ? known + 1 + number : number;
    }
    Matcher name = in.matchAndSkip(NAMED);
    if (name != null) {
      return named.applyAsInt(firstOf(name));
    }
    Matcher digits = in.match(0, DIGITS);
    if (digits == null) {
      return 0;
    }
    int number = Integer.parseInt(digits.group());
    if (number > 9 && number > known) {
      return 0;
    }
    in.skip(digits.group().length());
    return number;
  }

  /// The first group that took part in a match.
  static String firstOf(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      String found = matcher.group(group);
      if (found != null) {
        return found;
      }
    }
    return "";
  }

  /// The escape that comes next, in or outside a class.
  static String translated(Scanner in) {
    OptionalInt point = character(in);
    if (point.isPresent()) {
      return "\\x{%X}".formatted(point.getAsInt());
    }
    Matcher property = in.matchAndSkip(PROPERTY);
    if (property != null) {
      return property(property);
    }
    char c = in.next();
    if (SHARED.indexOf(c) >= 0) {
      return "\\" + c;
    }
    return switch (c) {
      case 'w' -> WORD;
      case 'W' -> "[^" + WORD + "]";
      case 's' -> "[\\s\\x{180E}]";
      case 'S' -> "[^\\s\\x{180E}]";
      case 'N' -> IN_LINE;
      default -> literal(itself(c, in));
    };
  }

  /// A character that is escaped to stand for itself: no letter or digit of ASCII, which may get a
  /// meaning one day.
  static char itself(char c, Scanner in) {
    if (c < 128 && Character.isLetterOrDigit(c)) {
      throw in.refused("an unknown escape");
    }
    return c;
  }

  /// The character whose number or letter comes next, if that is what comes.
  static OptionalInt character(Scanner in) {
    Matcher octal = in.matchAndSkip(OCTAL);
    if (octal != null) {
      return OptionalInt.of(point(firstOf(octal), 8, in));
    }
    Matcher hex = in.matchAndSkip(HEX);
    if (hex != null) {
      String digits = firstOf(hex);
      return OptionalInt.of(digits.isEmpty() ? 0 : point(digits, 16, in));
    }
    Matcher control = in.matchAndSkip(CONTROL);
    if (control != null) {
      return OptionalInt.of(Character.toUpperCase(control.group(1).charAt(0)) ^ 64);
    }
    int known = "aefnrt".indexOf(in.peek());
    if (known < 0) {
      return OptionalInt.empty();
    }
    in.next();
    return OptionalInt.of("\u0007\u001b\f\n\r\t".charAt(known));
  }

  private static int point(String digits, int radix, Scanner in) {
    long point = Long.parseLong(digits, radix);
    if (point > Character.MAX_CODE_POINT) {
      throw in.refused("no character");
    }
    return (int) point;
  }

  /// A place, for one of the letters `AbBGzZ`.
  static String anchor(char c) {
    return switch (c) {
      case 'b' -> "(?:(?<=W)(?!W)|(?<!W)(?=W))".replace("W", WORD);
      case 'B' -> "(?:(?<=W)(?=W)|(?<!W)(?!W))".replace("W", WORD);
      case 'Z' -> LAST_LINE_END;
      default -> "\\" + c;
    };
  }

  /// General categories have one or two letters, longer names are scripts or other properties.
  /// Neither case nor blanks nor underscores count (O).
  private static String property(Matcher property) {
    boolean denied = property.group(1).equals("P") != "^".equals(property.group(2));
    String name = property.group(3) == null ? property.group(4) : property.group(3).strip();
    String plain = name.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    return switch (plain) {
      case "any" -> denied ? "[^\\x{0}-\\x{10FFFF}]" : "[\\x{0}-\\x{10FFFF}]";
      case "l&" -> category("LC", denied);
      case "xan" -> denied ? "[^\\p{L}\\p{N}]" : "[\\p{L}\\p{N}]";
      case "xwd" -> denied ? "[^" + WORD + "]" : WORD;
      case "xps", "xsp" -> denied ? "[^\\s\\x{180E}]" : "[\\s\\x{180E}]";
      default ->
          category(
              plain.length() > 2
                  ? "Is" + name
                  : plain.substring(0, 1).toUpperCase(Locale.ROOT) + plain.substring(1),
              denied);
    };
  }

  private static String category(String name, boolean denied) {
    return "\\" + (denied ? 'P' : 'p') + "{" + name + "}";
  }

  /// A character that stands for itself.
  static String literal(char c) {
    boolean plain = Character.isLetterOrDigit(c) || c > '~' || c < ' ' || c == '_';
    return plain ? String.valueOf(c) : "\\" + c;
  }

  /// A class such as `[:alpha:]`, by its name in small letters. Signs of ASCII are punctuation.
  static String posix(String name, boolean denied, Scanner in) {
    String of =
        switch (name) {
          case "alpha" -> "\\p{L}";
          case "alnum" -> "\\p{L}\\p{N}";
          case "digit" -> "\\d";
          case "punct" -> "\\p{P}$+<=>\\^`|~";
          case "blank" -> "\\h";
          case "cntrl" -> "\\p{Cntrl}";
          case "graph" -> "\\p{Graph}";
          case "print" -> "\\p{Print}";
          case "space" -> "\\s\\x{180E}";
          case "xdigit" -> "0-9A-Fa-f";
          case "ascii" -> "\\x{0}-\\x{7F}";
          case "word" -> WORD;
          default -> throw in.refused("an unknown class");
        };
    return (denied ? "[^" : "[") + of + "]";
  }
}
