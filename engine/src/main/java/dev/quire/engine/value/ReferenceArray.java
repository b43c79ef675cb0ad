package dev.quire.engine.value;

/// A rectangle of references, such as `OFFSET(A1,{0;1},0)` yields. It has no values of its own: as
/// an array it holds `#VALUE!` (O). Functions that take references look at them one by one.
public final class ReferenceArray extends ArrayValue {
  private final Value[] elements;

  private ReferenceArray(int rows, int columns, Scalar[] cells, Value[] elements) {
    super(rows, columns, cells);
    this.elements = elements;
  }

  /// What stands at a zero-based position: a reference, or an error in place of one.
  @FunctionalInterface
  public interface Filler {
    /// The element of this row and column.
    Value at(int row, int column);
  }

  /// References that are asked one by one, row by row.
  public static ReferenceArray of(int rows, int columns, Filler filler) {
    var elements = new Value[Math.multiplyExact(rows, columns)];
    var cells = new Scalar[elements.length];
    for (int at = 0; at < elements.length; at++) {
      elements[at] = filler.at(at / columns, at % columns);
      cells[at] = elements[at] instanceof ErrorValue error ? error : ErrorValue.VALUE;
    }
    return new ReferenceArray(rows, columns, cells, elements);
  }

  /// The element beside those of a larger array: a single row or column repeats, and beyond the
  /// last it is `#N/A`.
  public Value spread(int row, int column) {
    int r = rows() == 1 ? 0 : row;
    int c = columns() == 1 ? 0 : column;
    return r < rows() && c < columns() ? elements[r * columns() + c] : ErrorValue.NA;
  }
}
