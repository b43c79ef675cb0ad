package dev.quire.engine.function.regex;

import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may follow a backslash.
final class PcreEscapes {
  private static final Pattern NUMBERED = Pattern.compile("g\\{?(-?\\d+)\\}?");
  private static final Pattern NAMED = Pattern.compile("[gk](?:\\{(\\w+)\\}|<(\\w+)>|'(\\w+)')");
  private static final Pattern DIGITS = Pattern.compile("[1-9]\\d?");
  private static final Pattern OCTAL = Pattern.compile("[0-7]{1,3}|o\\{([0-7]+)\\}");
  private static final Pattern HEX =
      Pattern.compile("x(?:\\{([0-9A-Fa-f]{1,6})\\}|([0-9A-Fa-f]{0,2}))");
  private static final Pattern PROPERTY = Pattern.compile("([pP])(?:\\{(\\^?)([\\w&]+)\\}|(\\w))");
  private static final Pattern CONTROL = Pattern.compile("c([ -~])");

  /// Letters that mean the same in both languages.
  private static final String SHARED = "dDwWsShHvVRXbBAzZGefnrta";

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

  private static String firstOf(Matcher matcher) {
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
    Matcher octal = in.matchAndSkip(OCTAL);
    if (octal != null) {
      return point(Integer.parseInt(octal.group().replaceAll("\\D", ""), 8), in);
    }
    Matcher hex = in.matchAndSkip(HEX);
    if (hex != null) {
      String digits = firstOf(hex);
      return point(digits.isEmpty() ? 0 : Integer.parseInt(digits, 16), in);
    }
    Matcher property = in.matchAndSkip(PROPERTY);
    if (property != null) {
      return property(property);
    }
    Matcher control = in.matchAndSkip(CONTROL);
    if (control != null) {
      return point(Character.toUpperCase(control.group(1).charAt(0)) ^ 64, in);
    }
    char c = in.next();
    if (SHARED.indexOf(c) >= 0) {
      return "\\" + c;
    }
    if (Character.isLetterOrDigit(c)) {
      throw in.refused("an unknown escape");
    }
    return literal(c);
  }

  private static String point(int codePoint, Scanner in) {
    if (!Character.isValidCodePoint(codePoint)) {
      throw in.refused("no character");
    }
    return "\\x{%X}".formatted(codePoint);
  }

  /// General categories have one or two letters, longer names are scripts.
  private static String property(Matcher property) {
    boolean denied = property.group(1).equals("P") != "^".equals(property.group(2));
    String name = property.group(3) == null ? property.group(4) : property.group(3);
    if (name.equals("Any")) {
      return denied ? "[^\\x{0}-\\x{10FFFF}]" : "[\\x{0}-\\x{10FFFF}]";
    }
    String java = name.equals("L&") ? "LC" : name.length() > 2 ? "Is" + name : name;
    return "\\" + (denied ? 'P' : 'p') + "{" + java + "}";
  }

  /// A character that stands for itself.
  static String literal(char c) {
    boolean plain = Character.isLetterOrDigit(c) || c > '~' || c < ' ' || c == '_';
    return plain ? String.valueOf(c) : "\\" + c;
  }

  /// A class such as `[:alpha:]`, by its name.
  static String posix(String name, boolean denied, Scanner in) {
    String java =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "alpha" -> "IsAlphabetic";
          case "lower" -> "IsLowercase";
          case "upper" -> "IsUppercase";
          case "digit" -> "IsDigit";
          case "punct" -> "IsPunctuation";
          case "alnum" -> "Alnum";
          case "blank" -> "Blank";
          case "cntrl" -> "Cntrl";
          case "graph" -> "Graph";
          case "print" -> "Print";
          case "space" -> "Space";
          case "xdigit" -> "XDigit";
          case "ascii" -> "ASCII";
          case "word" -> "";
          default -> throw in.refused("an unknown class");
        };
    return java.isEmpty() ? denied ? "\\W" : "\\w" : "\\" + (denied ? 'P' : 'p') + "{" + java + "}";
  }
}
