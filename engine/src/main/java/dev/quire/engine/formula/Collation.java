package dev.quire.engine.formula;

import java.text.Normalizer;

/// The order of texts as Excel sorts them: signs before digits before letters, letters without
/// case, accents after that; hyphens and apostrophes only where nothing else decides (D: "Sort data
/// in a range or table"; signs before digits: O).
final class Collation {
  /// The order of the signs that count, as the documentation lists them.
  private static final String SIGNS = " !\"#$%&()*,./:;?@[\\]^_`{|}~+<=>";

  private static final int ASCII = 128;
  private static final int DIGITS = 64;
  private static final int LETTERS = 128;
  private static final byte[] WEIGHTS = weights();

  private Collation() {}

  private static byte[] weights() {
    var weights = new byte[ASCII];
    for (int c = 1; c < ASCII; c++) {
      int sign = SIGNS.indexOf(c);
      int weight =
          sign >= 0
              ? sign + 1
              : c >= '0' && c <= '9' ? DIGITS + c - '0' : Character.isLetter(c) ? 96 + (c & 31) : 0;
      weights[c] = (byte) weight;
    }
    return weights;
  }

  /// Negative, zero or positive; zero only for texts that are the same but for case.
  static int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (true) {
      i = counting(a, i);
      j = counting(b, j);
      if (i == a.length() || j == b.length()) {
        break;
      }
      char x = a.charAt(i++);
      char y = b.charAt(j++);
      if (x != y) {
        if (x >= ASCII || y >= ASCII) {
          return spelled(a, b);
        }
        int order = WEIGHTS[x] - WEIGHTS[y];
        if (order != 0) {
          return order;
        }
      }
    }
    int order = (a.length() - i) - (b.length() - j);
    return order != 0 ? order : minor(a, b);
  }

  /// The next place that is no hyphen or apostrophe.
  private static int counting(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '\'')) {
      at++;
    }
    return at;
  }

  /// What hyphens and apostrophes decide: the text without them comes first.
  private static int minor(String a, String b) {
    int byLength = a.length() - b.length();
    return byLength != 0 ? byLength : a.compareToIgnoreCase(b);
  }

  /// Texts with letters beyond ASCII: first by the letters under their accents.
  private static int spelled(String a, String b) {
    String left = Normalizer.normalize(a, Normalizer.Form.NFD);
    String right = Normalizer.normalize(b, Normalizer.Form.NFD);
    int i = 0;
    int j = 0;
    while (true) {
      i = base(left, i);
      j = base(right, j);
      if (i == left.length() || j == right.length()) {
        break;
      }
      int order = weight(left.charAt(i++)) - weight(right.charAt(j++));
      if (order != 0) {
        return order;
      }
    }
    int order = (left.length() - i) - (right.length() - j);
    return order != 0 ? order : a.compareToIgnoreCase(b);
  }

  private static int base(String text, int from) {
    int at = counting(text, from);
    while (at < text.length() && Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK) {
      at = counting(text, at + 1);
    }
    return at;
  }

  private static int weight(char c) {
    return c < ASCII ? WEIGHTS[c] : LETTERS + Character.toLowerCase(Character.toUpperCase(c));
  }
}
