package dev.quire.engine.value;

import java.util.Optional;
import java.util.StringJoiner;

/// A rectangle of scalars, at least 1 × 1, immutable.
public final class ArrayValue implements Value {
  private final int rows;
  private final int columns;
  private final Elements elements;

  /// What the elements are, row by row.
  private sealed interface Elements {
    Scalar at(int index);
  }

  /// Elements of any type.
  private record Boxed(Scalar[] cells) implements Elements {
    @Override
    public Scalar at(int index) {
      return cells[index];
    }
  }

  /// Numbers without boxes.
  private record Numbers(double[] numbers) implements Elements {
    @Override
    public Scalar at(int index) {
      return new NumberValue(numbers[index]);
    }
  }

  /// Logicals, 0 for FALSE.
  private record Logicals(double[] truths) implements Elements {
    @Override
    public Scalar at(int index) {
      return LogicalValue.of(truths[index] != 0);
    }
  }

  /// References, or errors in place of them. They have no values of their own: as an array they are
  /// `#VALUE!` (O).
  private record References(Value[] cells) implements Elements {
    @Override
    public Scalar at(int index) {
      return cells[index] instanceof ErrorValue error ? error : ErrorValue.VALUE;
    }
  }

  private ArrayValue(int rows, int columns, Elements elements) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException("no array of %d × %d".formatted(rows, columns));
    }
    this.rows = rows;
    this.columns = columns;
    this.elements = elements;
  }

  /// What the cell at a zero-based position of an array holds.
  @FunctionalInterface
  public interface Filler {
    /// The scalar of this row and column.
    Scalar at(int row, int column);
  }

  /// An array whose cells are asked one by one, row by row.
  public static ArrayValue of(int rows, int columns, Filler filler) {
    var cells = new Scalar[Math.multiplyExact(rows, columns)];
    for (int row = 0, at = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        cells[at++] = filler.at(row, column);
      }
    }
    return new ArrayValue(rows, columns, new Boxed(cells));
  }

  /// What stands at a zero-based position of an array of references: one of them, or an error.
  @FunctionalInterface
  public interface ReferenceFiller {
    /// The element of this row and column.
    Value at(int row, int column);
  }

  /// An array of references, such as `OFFSET(A1,{0;1},0)` yields, which are asked one by one, row
  /// by row. Functions that take references look at them one by one; for all others it holds
  /// `#VALUE!`.
  public static ArrayValue ofReferences(int rows, int columns, ReferenceFiller filler) {
    var cells = new Value[Math.multiplyExact(rows, columns)];
    for (int at = 0; at < cells.length; at++) {
      cells[at] = filler.at(at / columns, at % columns);
    }
    return new ArrayValue(rows, columns, new References(cells));
  }

  /// An array of numbers.
  ///
  /// @param numbers all finite, row by row; not to be changed from now on
  public static ArrayValue ofNumbers(int rows, int columns, double[] numbers) {
    return new ArrayValue(rows, columns, new Numbers(numbers));
  }

  /// An array of logicals.
  ///
  /// @param truths 0 for FALSE and 1 for TRUE, row by row; not to be changed from now on
  public static ArrayValue ofLogicals(int rows, int columns, double[] truths) {
    return new ArrayValue(rows, columns, new Logicals(truths));
  }

  /// Whether the elements are references.
  public boolean holdsReferences() {
    return elements instanceof References;
  }

  /// The reference beside the elements of a larger array: a single row or column repeats, and
  /// beyond the last it is `#N/A`. For an array of references only.
  public Value spreadReference(int row, int column) {
    int r = rows == 1 ? 0 : row;
    int c = columns == 1 ? 0 : column;
    if (!(elements instanceof References(Value[] cells))) {
      throw new IllegalStateException("no array of references");
    }
    return r < rows && c < columns ? cells[r * columns + c] : ErrorValue.NA;
  }

  /// The elements as numbers, row by row, where they are kept as such; not to be changed.
  public Optional<double[]> numbers() {
    return elements instanceof Numbers(double[] numbers) ? Optional.of(numbers) : Optional.empty();
  }

  /// The elements as what they count as in arithmetic, where they are kept as numbers or logicals;
  /// not to be changed.
  public Optional<double[]> amounts() {
    return elements instanceof Logicals(double[] truths) ? Optional.of(truths) : numbers();
  }

  /// Number of rows, at least 1.
  public int rows() {
    return rows;
  }

  /// Number of columns, at least 1.
  public int columns() {
    return columns;
  }

  /// The scalar at a zero-based position.
  public Scalar at(int row, int column) {
    return elements.at(row * columns + column);
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ArrayValue that) || rows != that.rows || columns != that.columns) {
      return false;
    }
    for (int at = 0; at < rows * columns; at++) {
      if (!elements.at(at).equals(that.elements.at(at))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 31 * rows + columns;
    for (int at = 0; at < rows * columns; at++) {
      hash = 31 * hash + elements.at(at).hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    var text = new StringJoiner(", ", rows + " × " + columns + " [", "]");
    for (int at = 0; at < rows * columns; at++) {
      text.add(elements.at(at).toString());
    }
    return text.toString();
  }
}
