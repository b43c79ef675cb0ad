package dev.quire.workbook.style;

import java.util.Optional;

/// The font of a cell.
///
/// @param name of the font family
/// @param sizePoints its size in points
/// @param color the colour of the text; empty for the automatic one, black
public record Font(
    String name,
    double sizePoints,
    boolean bold,
    boolean italic,
    Underline underline,
    Optional<Color> color) {
  /// The font of a new workbook.
  public static final Font STANDARD =
      new Font("Calibri", 11, false, false, Underline.NONE, Optional.empty());

  /// The same in another family.
  public Font withName(String other) {
    return new Font(other, sizePoints, bold, italic, underline, color);
  }

  /// The same in another size.
  public Font withSize(double points) {
    return new Font(name, points, bold, italic, underline, color);
  }

  /// The same, bold or not.
  public Font withBold(boolean other) {
    return new Font(name, sizePoints, other, italic, underline, color);
  }

  /// The same, italic or not.
  public Font withItalic(boolean other) {
    return new Font(name, sizePoints, bold, other, underline, color);
  }

  /// The same, underlined otherwise.
  public Font withUnderline(Underline other) {
    return new Font(name, sizePoints, bold, italic, other, color);
  }

  /// The same in another colour.
  public Font withColor(Color other) {
    return new Font(name, sizePoints, bold, italic, underline, Optional.of(other));
  }
}
