package dev.quire.engine.formula;

/// How a cell is shown, as far as formulas may ask.
///
/// @param numberFormat number format code in its en-US form
/// @param isLocked whether a protected sheet keeps the cell from being changed
/// @param alignment where its content stands
/// @param widthChars width of its column in characters of the standard font, without the space
///   around them; 0 when the column is hidden
/// @param hasUsualWidth whether that is the width of columns nobody has set
public record CellLook(
    String numberFormat,
    boolean isLocked,
    Alignment alignment,
    double widthChars,
    boolean hasUsualWidth) {
  /// That of a cell nobody has formatted in a new workbook.
  public static final CellLook STANDARD =
      new CellLook("General", true, Alignment.GENERAL, 8.43, true);

  /// Where the content of a cell stands from left to right.
  public enum Alignment {
    /// Texts to the left, numbers to the right, and all ways that formulas do not tell apart.
    GENERAL,
    /// To the left.
    LEFT,
    /// To the right.
    RIGHT,
    /// In the middle.
    CENTER,
    /// Again and again until the cell is full.
    FILL
  }
}
