package dev.quire.engine.function.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A class of characters in brackets. What [Pattern] alone knows there, classes in classes and
/// their intersections, is taken for the plain characters it is written with.
final class PcreClass {
  private static final Pattern POSIX = Pattern.compile("\\[:(\\^?)(\\w+):\\]");

  /// What stands before the next element.
  private enum Before {
    /// Nothing that a range could start with.
    NOTHING,
    CHARACTER,
    /// A class, such as `\d`, which cannot start a range.
    CLASS,
    /// The hyphen of a range.
    HYPHEN
  }

  private final Scanner in;
  private final Options options;
  private final StringBuilder out = new StringBuilder();

  /// Classes in which case matters also where it otherwise does not: `[:upper:]`, `[:lower:]` (O).
  private final List<String> cased = new ArrayList<>();

  private Before before = Before.NOTHING;

  /// Begins behind the opening bracket.
  PcreClass(Scanner in, Options options) {
    this.in = in;
    this.options = options;
  }

  String translated() {
    boolean denied = in.skips("^");
    while (isBlank()) {
      in.next();
    }
    if (in.skips("]")) {
      character("\\]");
    }
    while (!in.skips("]")) {
      element();
    }
    String rest = out.isEmpty() ? "" : (denied ? "[^" : "[") + out + "]";
    if (cased.isEmpty()) {
      return rest;
    }
    String either = String.join("|", cased);
    if (denied) {
      return "(?:(?!" + either + ")" + (rest.isEmpty() ? "(?s:.)" : rest) + ")";
    }
    return "(?:" + either + (rest.isEmpty() ? "" : "|" + rest) + ")";
  }

  private boolean isBlank() {
    return options.moreSpaced() && (in.isAt(' ') || in.isAt('\t'));
  }

  private void element() {
    if (isBlank()) {
      in.next();
      return;
    }
    Matcher posix = in.matchAndSkip(POSIX);
    if (posix != null) {
      posix(posix.group(2).toLowerCase(Locale.ROOT), !posix.group(1).isEmpty());
      return;
    }
    char c = in.next();
    if (c == '-') {
      hyphen();
    } else if (c != '\\') {
      character(PcreEscapes.literal(c));
    } else if (in.skips("Q")) {
      in.quoted().chars().forEach(each -> character(PcreEscapes.literal((char) each)));
    } else if (in.skips("b")) {
      character("\\x08");
    } else if (!in.skips("E")) {
      escape();
    }
  }

  private void escape() {
    if ("RXBAzZGN".indexOf(in.peek()) >= 0) {
      throw in.refused("no character");
    }
    String translated = PcreEscapes.translated(in);
    // A class is a letter that means one, or has letters in braces.
    if (translated.startsWith("[") || translated.matches("\\\\[dDhHvVpP].*")) {
      several(translated);
    } else {
      character(translated);
    }
  }

  private void posix(String name, boolean denied) {
    switch (name) {
      case "upper" -> cased.add("(?-i:\\" + (denied ? "P" : "p") + "{Lu})");
      case "lower" -> cased.add("(?-i:\\" + (denied ? "P" : "p") + "{Ll})");
      default -> several(PcreEscapes.posix(name, denied, in));
    }
  }

  private void several(String translated) {
    if (before == Before.HYPHEN) {
      throw in.refused("a class at the end of a range");
    }
    out.append(translated);
    before = Before.CLASS;
  }

  private void character(String translated) {
    out.append(translated);
    before = before == Before.HYPHEN ? Before.NOTHING : Before.CHARACTER;
  }

  /// A hyphen stands for itself unless something can begin before it and end behind it.
  private void hyphen() {
    if (before == Before.CHARACTER && !in.isAt(']')) {
      out.append('-');
      before = Before.HYPHEN;
    } else if (before == Before.CLASS && !in.isAt(']')) {
      throw in.refused("a class at the start of a range");
    } else {
      character("\\-");
    }
  }
}
