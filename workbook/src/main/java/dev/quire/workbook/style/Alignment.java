package dev.quire.workbook.style;

/// Where the content of a cell stands.
///
/// @param wraps whether text goes on in a new line where the column ends
public record Alignment(HorizontalAlignment horizontal, VerticalAlignment vertical, boolean wraps) {
  /// That of cells nobody has aligned.
  public static final Alignment STANDARD =
      new Alignment(HorizontalAlignment.GENERAL, VerticalAlignment.BOTTOM, false);
}
