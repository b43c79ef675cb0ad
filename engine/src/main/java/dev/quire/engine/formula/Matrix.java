package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.Optional;

/// A rectangle of scalars, whether they lie in cells or in an array. Cells are read when asked for,
/// so a whole column costs nothing by itself.
public abstract sealed class Matrix {
  /// Most elements of an array that a formula may compute: two full columns. More is `#NUM!`.
  public static final int MAX_ELEMENTS = 1 << 21;

  private final int rows;
  private final int columns;

  private Matrix(int rows, int columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /// The rectangle of a scalar, an array, or the first part of a reference.
  public static Matrix of(Value value, Workspace workspace) {
    return switch (value) {
      case Scalar scalar -> new OfScalar(scalar);
      case ArrayValue array -> new OfArray(array);
      case ReferenceValue reference -> new OfCells(reference.first(), workspace);
      case FunctionValue _ -> new OfScalar(ErrorValue.CALC);
    };
  }

  /// Number of rows, at least 1.
  public final int rows() {
    return rows;
  }

  /// Number of columns, at least 1.
  public final int columns() {
    return columns;
  }

  /// Number of elements.
  public final long size() {
    return (long) rows * columns;
  }

  /// Whether there is one row or one column.
  public final boolean isVector() {
    return rows == 1 || columns == 1;
  }

  /// The elements as numbers, row by row, a blank as 0; empty where one of them is anything else.
  /// Not to be changed.
  public Optional<double[]> numbers() {
    return Optional.empty();
  }

  /// Whether none of some numbers is NaN.
  static boolean areNumbers(double[] numbers) {
    for (double number : numbers) {
      if (Double.isNaN(number)) {
        return false;
      }
    }
    return true;
  }

  /// The elements of a column.
  public Scalar[] column(int column) {
    var values = new Scalar[rows];
    Arrays.setAll(values, row -> at(row, column));
    return values;
  }

  /// The elements of a row.
  public final Scalar[] row(int row) {
    var values = new Scalar[columns];
    Arrays.setAll(values, column -> at(row, column));
    return values;
  }

  /// The element of a vector by its zero-based place, or of any rectangle row by row.
  public final Scalar at(int index) {
    return at(index / columns, index % columns);
  }

  /// The element at a zero-based position inside.
  public abstract Scalar at(int row, int column);

  /// The element at this position in a larger result: single rows and columns repeat, beyond the
  /// rectangle there is `#N/A`.
  public final Scalar spread(int row, int column) {
    int r = rows == 1 ? 0 : row;
    int c = columns == 1 ? 0 : column;
    return r < rows && c < columns ? at(r, c) : ErrorValue.NA;
  }

  /// Shows the elements that are not blank, in no promised order, until the visitor has seen
  /// enough. Positions count from the rectangle's own corner.
  public abstract void visit(CellVisitor visitor);

  /// Has all cells calculated before they are read one by one: a cell found wanting later would
  /// have everything begin again.
  public void settle() {}

  /// [#settle] for one column, where the others may not be read at all: a formula may look itself
  /// up in a table around it.
  public void settleColumn(int column) {}

  /// [#settle] for one row.
  public void settleRow(int row) {}

  /// Shows the same elements, numbers in stretches; where they lie is not told.
  public void scan(CellScan scan) {
    var one = new double[1];
    visit((row, column, value) -> {
      if (value instanceof NumberValue(double number)) {
        one[0] = number;
        return scan.numbers(row, column, one, 0, 1);
      }
      return scan.other(row, column, value);
    });
  }

  /// Number of elements that are not blank.
  public long stored() {
    var count = new long[1];
    visit((_, _, _) -> {
      count[0]++;
      return true;
    });
    return count[0];
  }

  /// The places of equal values in a column; empty when it is quicker to look.
  public Optional<Places> places(int column) {
    return Optional.empty();
  }

  /// The same along a row.
  public Optional<Places> placesAlong(int row) {
    return Optional.empty();
  }

  /// Where equal values stand in a column or row of a rectangle. Places count from its top or left.
  ///
  /// @param index of the column or row of the sheet
  /// @param firstRow the row (or column) of the sheet at which the rectangle begins
  /// @param lastRow the row (or column) at which it ends
  public record Places(ColumnIndex index, int firstRow, int lastRow) {
    /// The first place of a value, or -1.
    public int first(Scalar value) {
      int row = index.first(index.group(value), firstRow, lastRow);
      return row < 0 ? row : row - firstRow;
    }

    /// The last place of a value, or -1.
    public int last(Scalar value) {
      int row = index.last(index.group(value), firstRow, lastRow);
      return row < 0 ? row : row - firstRow;
    }
  }

  /// Number of rows up to the last that can hold something; rows below are blank.
  public abstract int usedRows();

  /// Number of columns up to the last that can hold something.
  public abstract int usedColumns();

  /// Number of rows up to the last in which a column can hold a value that is worth looking at: all
  /// cells below are alike, blank or in error.
  public int knownRows(int column) {
    return usedRows();
  }

  /// The same along a row.
  public int knownColumns(int row) {
    return usedColumns();
  }

  private static final class OfScalar extends Matrix {
    private final Scalar scalar;

    OfScalar(Scalar scalar) {
      super(1, 1);
      this.scalar = scalar;
    }

    @Override
    public Scalar at(int row, int column) {
      return scalar;
    }

    @Override
    public void visit(CellVisitor visitor) {
      if (scalar != BlankValue.BLANK) {
        visitor.visit(0, 0, scalar);
      }
    }

    @Override
    public int usedRows() {
      return 1;
    }

    @Override
    public int usedColumns() {
      return 1;
    }
  }

  private static final class OfArray extends Matrix {
    private final ArrayValue array;

    OfArray(ArrayValue array) {
      super(array.rows(), array.columns());
      this.array = array;
    }

    @Override
    public Scalar at(int row, int column) {
      return array.at(row, column);
    }

    @Override
    public Optional<double[]> numbers() {
      return array.numbers();
    }

    @Override
    public void scan(CellScan scan) {
      Optional<double[]> lane = array.numbers();
      if (lane.isPresent()) {
        scan.numbers(0, 0, lane.get(), 0, lane.get().length);
      } else {
        super.scan(scan);
      }
    }

    @Override
    public void visit(CellVisitor visitor) {
      for (int row = 0; row < rows(); row++) {
        for (int column = 0; column < columns(); column++) {
          Scalar value = array.at(row, column);
          if (value != BlankValue.BLANK && !visitor.visit(row, column, value)) {
            return;
          }
        }
      }
    }

    @Override
    public int usedRows() {
      return rows();
    }

    @Override
    public int usedColumns() {
      return columns();
    }
  }

  private static final class OfCells extends Matrix {
    private final int sheet;
    private final Area area;
    private final Workspace workspace;

    OfCells(ReferenceValue.Part part, Workspace workspace) {
      super(part.area().rows(), part.area().columns());
      this.sheet = part.sheet();
      this.area = part.area();
      this.workspace = workspace;
    }

    @Override
    public Scalar at(int row, int column) {
      return workspace.cell(sheet, area.firstRow() + row, area.firstColumn() + column);
    }

    @Override
    public Optional<double[]> numbers() {
      var numbers = new double[rows() * columns()];
      if (isVector()) {
        boolean down = columns() == 1;
        read(new Stretch(area.firstRow(), area.firstColumn(), numbers.length, down), numbers);
      } else {
        var column = new double[rows()];
        for (int at = 0; at < columns(); at++) {
          read(new Stretch(area.firstRow(), area.firstColumn() + at, rows(), true), column);
          for (int row = 0; row < rows(); row++) {
            numbers[row * columns() + at] = column[row];
          }
        }
      }
      return areNumbers(numbers) ? Optional.of(numbers) : Optional.empty();
    }

    private void read(Stretch cells, double[] into) {
      workspace.numbers(sheet, cells, into, 0);
    }

    @Override
    public Scalar[] column(int column) {
      int at = area.firstColumn() + column;
      var values = new Scalar[rows()];
      Arrays.fill(values, BlankValue.BLANK);
      workspace.visit(
          sheet,
          new Area(area.firstRow(), at, area.lastRow(), at),
          (row, _, value) -> {
            values[row - area.firstRow()] = value;
            return true;
          });
      return values;
    }

    @Override
    public void visit(CellVisitor visitor) {
      workspace.visit(
          sheet,
          area,
          (row, column, value) ->
              visitor.visit(row - area.firstRow(), column - area.firstColumn(), value));
    }

    @Override
    public void settle() {
      settle(area);
    }

    @Override
    public void settleColumn(int column) {
      int at = area.firstColumn() + column;
      settle(new Area(area.firstRow(), at, area.lastRow(), at));
    }

    @Override
    public void settleRow(int row) {
      int at = area.firstRow() + row;
      settle(new Area(at, area.firstColumn(), at, area.lastColumn()));
    }

    private void settle(Area part) {
      workspace.visit(sheet, part, (_, _, _) -> false);
    }

    @Override
    public void scan(CellScan scan) {
      workspace.scan(sheet, area, scan);
    }

    @Override
    public long stored() {
      return workspace.stored(sheet, area);
    }

    @Override
    public Optional<Places> places(int column) {
      int at = area.firstColumn() + column;
      return workspace
          .index(sheet, new Area(area.firstRow(), at, area.lastRow(), at))
          .map(index -> new Places(index, area.firstRow(), area.lastRow()));
    }

    @Override
    public Optional<Places> placesAlong(int row) {
      int at = area.firstRow() + row;
      return workspace
          .rowIndex(sheet, new Area(at, area.firstColumn(), at, area.lastColumn()))
          .map(index -> new Places(index, area.firstColumn(), area.lastColumn()));
    }

    @Override
    public int usedRows() {
      return used(area).map(used -> used.lastRow() - area.firstRow() + 1).orElse(0);
    }

    @Override
    public int usedColumns() {
      return used(area).map(used -> used.lastColumn() - area.firstColumn() + 1).orElse(0);
    }

    @Override
    public int knownRows(int column) {
      int at = area.firstColumn() + column;
      return known(new Area(area.firstRow(), at, area.lastRow(), at))
          .map(known -> known.lastRow() - area.firstRow() + 1)
          .orElse(0);
    }

    @Override
    public int knownColumns(int row) {
      int at = area.firstRow() + row;
      return known(new Area(at, area.firstColumn(), at, area.lastColumn()))
          .map(known -> known.lastColumn() - area.firstColumn() + 1)
          .orElse(0);
    }

    private Optional<Area> used(Area part) {
      return workspace.usedArea(sheet).flatMap(part::intersection);
    }

    private Optional<Area> known(Area part) {
      return workspace.knownArea(sheet).flatMap(part::intersection);
    }
  }
}
