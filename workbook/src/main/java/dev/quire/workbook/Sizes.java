package dev.quire.workbook;

/// Sizes of rows and columns where nobody has set them, and the two units of widths. Files tell
/// widths in characters of the standard font (ECMA-376 part 1, 18.3.1.13); people see points.
public final class Sizes {
  /// Height of a row in Calibri 11, in points.
  public static final double ROW_POINTS = 15;

  /// Width of a column, in characters, as a new workbook has it.
  public static final double COLUMN_CHARS = 9.140625;

  /// The widest digit of the standard font (Calibri or Arial at their usual sizes), in pixels.
  private static final int DIGIT_PIXELS = 7;

  /// Two on each side and the grid line.
  private static final int PADDING_PIXELS = 5;

  private static final double USUAL_DIGITS = 8;
  private static final double POINTS_PER_PIXEL = 0.75;
  private static final int FRACTION = 256;

  private Sizes() {}

  /// The points of a width in characters, whole pixels as Excel shows them.
  public static double points(double chars) {
    double rounding = Math.floor(128.0 / DIGIT_PIXELS);
    return Math.floor((FRACTION * chars + rounding) / FRACTION * DIGIT_PIXELS) * POINTS_PER_PIXEL;
  }

  /// How many characters fit into a width in points, the room around them left out; this is what
  /// Excel calls the width of a column.
  static double shownChars(double points) {
    return Math.max((points / POINTS_PER_PIXEL - PADDING_PIXELS) / DIGIT_PIXELS, 0);
  }

  /// The width, as files tell it, of a column for so many digits (`baseColWidth`). The eight of a
  /// new workbook give a little more, [#COLUMN_CHARS].
  public static double around(double digits) {
    return digits == USUAL_DIGITS
        ? COLUMN_CHARS
        : (digits * DIGIT_PIXELS + PADDING_PIXELS) / DIGIT_PIXELS;
  }

  /// The width in characters that is so many points wide.
  public static double chars(double points) {
    double pixels = Math.rint(points / POINTS_PER_PIXEL);
    return Math.floor(pixels / DIGIT_PIXELS * FRACTION) / FRACTION;
  }
}
