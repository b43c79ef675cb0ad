package dev.quire.engine.function.regex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The options of PCRE2 that change how a pattern is read; [Pattern] does `i` itself.
///
/// @param multiline `m`: `^` and `$` also stand at the ends of lines
/// @param dotAll `s`: a dot is any character
/// @param spaced `x`: white space and comments do not count
/// @param moreSpaced `xx`: nor do blanks and tabs in classes
/// @param plain `n`: only groups with names capture
record Options(
    boolean multiline, boolean dotAll, boolean spaced, boolean moreSpaced, boolean plain) {
  static final Options NONE = new Options(false, false, false, false, false);

  /// `(?ims)`, `(?i-m:` and `(?^s)`: what comes on, what goes off, and whether a group opens.
  static final Pattern SYNTAX = Pattern.compile("\\?(\\^?[imsnxJ]*)(?:-([imsnx]*))?([:)])");

  /// These options with those that are asked for.
  Options with(Matcher asked) {
    String on = asked.group(1);
    Options old = on.startsWith("^") ? NONE : this;
    String off = off(asked);
    boolean extended = on.contains("x");
    return new Options(
        changed(old.multiline, 'm', on, off),
        changed(old.dotAll, 's', on, off),
        changed(old.spaced, 'x', on, off),
        !off.contains("x") && (extended ? on.contains("xx") : old.moreSpaced),
        changed(old.plain, 'n', on, off));
  }

  private static boolean changed(boolean old, char option, String on, String off) {
    return (old || on.indexOf(option) >= 0) && off.indexOf(option) < 0;
  }

  private static String off(Matcher asked) {
    return asked.group(2) == null ? "" : asked.group(2);
  }

  /// What is left to [Pattern]: whether case matters.
  static String forPlatform(Matcher asked) {
    String on = asked.group(1);
    if (off(asked).contains("i") || on.startsWith("^") && !on.contains("i")) {
      return "-i";
    }
    return on.contains("i") ? "i" : "";
  }
}
