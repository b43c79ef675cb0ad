package dev.quire.engine.formula;

import dev.quire.engine.ref.Grid;
import java.util.Locale;
import java.util.regex.Pattern;

/// When names of sheets and columns need quotes or escapes.
public final class SheetNames {
  private static final Pattern R1C1 = Pattern.compile("R\\d*(C\\d*)?|C\\d*");
  private static final Pattern A1 = Pattern.compile("([A-Z]{1,3})(\\d{1,7})");
  private static final Pattern SPECIAL_IN_COLUMN = Pattern.compile("[\\[\\]#']");
  private static final Pattern PLAIN_BOOK = Pattern.compile("[\\p{L}\\p{N}_.]+");
  private static final Pattern PLAIN_COLUMN = Pattern.compile("[\\p{L}\\p{N}_]+");

  private SheetNames() {}

  /// The name as it stands before a `!`: in quotes where the parser would read something else.
  public static String quoted(String name) {
    return isPlain(name) ? name : quote(name);
  }

  static String quotedSpan(String first, String last) {
    String both = first + ":" + last;
    return isPlain(first) && isPlain(last) ? both : quote(both);
  }

  private static String quote(String name) {
    return "'" + name.replace("'", "''") + "'";
  }

  /// Whether the parser takes the name without quotes: a word that could not be a cell. The book of
  /// an external reference stands in brackets before it.
  private static boolean isPlain(String name) {
    int close = name.startsWith("[") ? name.indexOf(']') : -1;
    String sheet = name.substring(close + 1);
    if (close > 0) {
      boolean plainBook = PLAIN_BOOK.matcher(name.substring(1, close)).matches();
      return plainBook && (sheet.isEmpty() || isWord(sheet));
    }
    return isWord(sheet) && !isCell(sheet.toUpperCase(Locale.ROOT));
  }

  private static boolean isWord(String name) {
    return !name.isEmpty()
        && Words.end(name, 0) == name.length()
        && name.indexOf('\\') < 0
        && name.indexOf('?') < 0
        && name.codePoints().allMatch(c -> c < 0x80 || Character.isLetterOrDigit(c));
  }

  private static boolean isCell(String upper) {
    if (upper.equals("TRUE") || upper.equals("FALSE") || R1C1.matcher(upper).matches()) {
      return true;
    }
    var match = A1.matcher(upper);
    if (!match.matches()) {
      return false;
    }
    int column = match.group(1).chars().reduce(0, (sum, c) -> sum * 26 + (c & 0x1F));
    int row = Integer.parseInt(match.group(2));
    return column <= Grid.COLUMNS && row >= 1 && row <= Grid.ROWS;
  }

  /// Whether a column may stand behind `@` without brackets of its own.
  static boolean isPlainColumn(String column) {
    return PLAIN_COLUMN.matcher(column).matches();
  }

  static String escapedColumn(String column) {
    return SPECIAL_IN_COLUMN.matcher(column).replaceAll("'$0");
  }
}
