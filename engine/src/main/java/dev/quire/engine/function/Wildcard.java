package dev.quire.engine.function;

/// Text patterns: `*` stands for any text, `?` for one character, `~` takes such a sign behind it
/// as it is, and with anything else behind it fits nothing. Without case. Takes time in proportion
/// to pattern times text at most.
public final class Wildcard {
  private static final char ANY_TEXT = '\uFFFE';
  private static final char ANY_CHARACTER = '\uFFFF';
  private static final char NOTHING = '\uFDD0';
  private static final char PLAIN = '\uFDD1';

  private final String pattern;

  private Wildcard(String pattern) {
    this.pattern = pattern;
  }

  /// Reads a pattern that a whole text must fit.
  public static Wildcard of(String text) {
    return of(text, NOTHING);
  }

  /// Reads a pattern to be found inside a text, in which `~` does nothing to an ordinary sign:
  /// `SEARCH("~d","My dear")` is 4 (observed).
  public static Wildcard inside(String text) {
    return of(text, PLAIN);
  }

  private static Wildcard of(String text, char ordinary) {
    var pattern = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '~') {
        i++;
        pattern.append(i < text.length() ? taken(text.charAt(i), ordinary) : "");
      } else {
        pattern.append(c == '*' ? ANY_TEXT : c == '?' ? ANY_CHARACTER : fold(c));
      }
    }
    return new Wildcard(pattern.toString());
  }

  /// Found in workbooks of Excel: neither `TRUE` nor `~TRUE` is counted for the criterion `~TRUE`.
  private static char taken(char sign, char ordinary) {
    boolean isSpecial = "*?~".indexOf(sign) >= 0;
    return isSpecial ? sign : ordinary == PLAIN ? fold(sign) : ordinary;
  }

  /// Whether a text has wildcards at all.
  public static boolean isIn(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('~') >= 0;
  }

  /// Whether the whole text fits.
  public boolean matches(String text) {
    return matches(text, 0, true);
  }

  /// The first index from which on the pattern fits the beginning of the rest; -1 for none.
  public int find(String text, int from) {
    int lead = Math.max(pattern.indexOf(ANY_TEXT), 0);
    boolean hasStar = pattern.indexOf(ANY_TEXT) >= 0;
    for (int start = from; start <= text.length(); start++) {
      if (matches(text, start, false)) {
        return start;
      }
      // What comes behind the first star is missing in the rest: then it is for later starts, too.
      if (hasStar && leads(lead, text, start)) {
        return -1;
      }
    }
    return -1;
  }

  /// Whether the beginning of the pattern fits somewhere.
  private boolean leads(int length, String text, int start) {
    if (start + length > text.length()) {
      return false;
    }
    for (int p = 0; p < length; p++) {
      if (!fits(p, text.charAt(start + p))) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(String text, int from, boolean whole) {
    int at = from;
    int p = 0;
    int star = -1;
    int resume = 0;
    while (at < text.length() || p < pattern.length()) {
      if (p == pattern.length() && !whole) {
        return true;
      }
      if (p < pattern.length() && pattern.charAt(p) == ANY_TEXT) {
        star = p++;
        resume = at;
      } else if (at < text.length() && p < pattern.length() && fits(p, text.charAt(at))) {
        at++;
        p++;
      } else if (star >= 0 && resume < text.length()) {
        p = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean fits(int p, char c) {
    char sign = pattern.charAt(p);
    return sign == ANY_CHARACTER || sign == fold(c) && sign != NOTHING;
  }

  private static char fold(char c) {
    return Character.toLowerCase(Character.toUpperCase(c));
  }
}
