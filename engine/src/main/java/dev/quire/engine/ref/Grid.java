package dev.quire.engine.ref;

/// The limits of a worksheet (Excel specifications and limits: 1,048,576 rows × 16,384 columns).
public final class Grid {
  /// Number of rows of every worksheet.
  public static final int ROWS = 1 << 20;

  /// Number of columns of every worksheet.
  public static final int COLUMNS = 1 << 14;

  private Grid() {}

  /// Whether the zero-based position lies on a worksheet.
  public static boolean contains(int row, int column) {
    return row >= 0 && row < ROWS && column >= 0 && column < COLUMNS;
  }
}
