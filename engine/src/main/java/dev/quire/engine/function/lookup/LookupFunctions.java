package dev.quire.engine.function.lookup;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.elements;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.scalar;
import static dev.quire.engine.function.Parameters.table;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Conversions;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.WholeNumber;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Functions that find a value by another one, or by its position.
public final class LookupFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("VLOOKUP", LookupFunctions::vlookup)
              .takes(
                  scalar("lookup_value"),
                  table("table_array"),
                  item("col_index_num"),
                  scalar("range_lookup").optional()),
          function("HLOOKUP", LookupFunctions::hlookup)
              .takes(
                  scalar("lookup_value"),
                  table("table_array"),
                  item("row_index_num"),
                  scalar("range_lookup").optional()),
          function("MATCH", LookupFunctions::match)
              .takes(
                  scalar("lookup_value"), table("lookup_array"), number("match_type").optional()),
          function("INDEX", LookupFunctions::index)
              .yieldsArray()
              .takes(
                  elements("array"),
                  number("row_num"),
                  number("column_num").optional(),
                  number("area_num").optional()));

  private static final int MAX_WANTED = 255;

  private LookupFunctions() {}

  private static Value vlookup(Arguments a) {
    Matrix table = a.matrix(1);
    Scalar refused = refused(a);
    int row = refused == BlankValue.BLANK ? find(a, Search.column(table, 0)) : 0;
    return switch (row < 0 ? ErrorValue.NA : line(a, table.columns(), refused)) {
      case NumberValue(double column) -> table.at(row, (int) column - 1);
      case Scalar error -> error;
    };
  }

  private static Value hlookup(Arguments a) {
    Matrix table = a.matrix(1);
    Scalar refused = refused(a);
    int column = refused == BlankValue.BLANK ? find(a, Search.row(table, 0)) : 0;
    return switch (column < 0 ? ErrorValue.NA : line(a, table.rows(), refused)) {
      case NumberValue(double row) -> table.at((int) row - 1, column);
      case Scalar error -> error;
    };
  }

  /// The error that arguments bring about before anything is looked up; blank for none. An error
  /// that is calculated in its place counts, one that is read from a cell does not yet (O).
  private static Scalar refused(Arguments a) {
    if (isTooLong(a)) {
      return ErrorValue.VALUE;
    }
    boolean oddMode = a.count() > 3 && a.scalar(3) instanceof TextValue;
    if (oddMode || a.value(1) instanceof TextValue) {
      return ErrorValue.VALUE;
    }
    return a.scalar(2) instanceof ErrorValue error && !a.refersToCells(2)
        ? error
        : BlankValue.BLANK;
  }

  /// The one-based column or row that is asked for. An error in a cell, and a text other than of a
  /// plain number from 1 on, is `#REF!` (O).
  private static Scalar line(Arguments a, int lines, Scalar refused) {
    if (refused instanceof ErrorValue) {
      return refused;
    }
    Scalar index = a.scalar(2);
    boolean oddText =
        index instanceof TextValue(String text) && !text.matches("\\d{1,9}(\\.\\d+)?");
    if (oddText || !(a.toNumber(index) instanceof NumberValue(double number))) {
      return ErrorValue.REF;
    }
    double line = WholeNumber.floor(number);
    return line < 1
        ? index instanceof TextValue ? ErrorValue.REF : ErrorValue.VALUE
        : line > lines ? ErrorValue.REF : new NumberValue(line);
  }

  private static int find(Arguments a, Search search) {
    Scalar wanted = Search.wanted(a.scalar(0));
    boolean nearest = a.count() <= 3 || Conversions.logical(a.scalar(3)) == LogicalValue.TRUE;
    return nearest ? search.notGreater(wanted) : search.exact(wanted);
  }

  /// No longer text is looked for (D).
  private static boolean isTooLong(Arguments a) {
    return a.scalar(0) instanceof TextValue(String text) && text.length() > MAX_WANTED;
  }

  private static Value match(Arguments a) {
    if (isTooLong(a)) {
      return ErrorValue.VALUE;
    }
    Matrix matrix = a.matrix(1);
    if (!matrix.isVector()) {
      return ErrorValue.NA;
    }
    Search search = Search.vector(matrix);
    Scalar wanted = Search.wanted(a.scalar(0));
    double type = a.number(2, 1);
    int place =
        type == 0
            ? search.exact(wanted)
            : type > 0 ? search.notGreater(wanted) : search.notLess(wanted);
    return place < 0 ? ErrorValue.NA : new NumberValue(place + 1);
  }

  private static Value index(Arguments a) {
    Value source = a.value(0);
    if (source instanceof ErrorValue) {
      return source;
    }
    int areaNumber = (int) WholeNumber.floor(a.number(3, 1));
    if (areaNumber < 1) {
      return ErrorValue.VALUE;
    }
    if (source instanceof ReferenceValue reference) {
      return areaNumber > reference.parts().size()
          ? ErrorValue.REF
          : index(a, reference.parts().get(areaNumber - 1));
    }
    Matrix matrix = Matrix.of(source, a.workspace());
    Position position = Position.of(a, matrix.rows());
    if (areaNumber != 1 || !position.isInside(matrix.rows(), matrix.columns())) {
      return areaNumber == 1 && position.isNegative() ? ErrorValue.VALUE : ErrorValue.REF;
    }
    if (position.row() > 0 && position.column() > 0) {
      return matrix.at(position.row() - 1, position.column() - 1);
    }
    int firstRow = Math.max(position.row() - 1, 0);
    int firstColumn = Math.max(position.column() - 1, 0);
    return a.array(
        position.row() == 0 ? matrix.rows() : 1,
        position.column() == 0 ? matrix.columns() : 1,
        (row, column) -> matrix.at(firstRow + row, firstColumn + column));
  }

  /// Of cells with several rows and columns both numbers must be given.
  private static Value index(Arguments a, Part part) {
    Area area = part.area();
    Position position = Position.of(a, area.rows());
    if (position.isNegative()) {
      return ErrorValue.VALUE;
    }
    boolean lacksColumn = a.count() == 2 && area.rows() > 1 && area.columns() > 1;
    if (lacksColumn || !position.isInside(area.rows(), area.columns())) {
      return ErrorValue.REF;
    }
    int row = area.firstRow() + position.row() - 1;
    int column = area.firstColumn() + position.column() - 1;
    return ReferenceValue.of(
        part.sheet(),
        new Area(
            position.row() == 0 ? area.firstRow() : row,
            position.column() == 0 ? area.firstColumn() : column,
            position.row() == 0 ? area.lastRow() : row,
            position.column() == 0 ? area.lastColumn() : column));
  }

  /// A one-based position, where 0 means the whole column or row.
  private record Position(int row, int column) {
    /// In a single row the only number given counts columns.
    static Position of(Arguments a, int rows) {
      int number = (int) WholeNumber.floor(a.number(1));
      if (a.count() > 2) {
        return new Position(number, (int) WholeNumber.floor(a.number(2)));
      }
      return rows == 1 ? new Position(1, number) : new Position(number, 0);
    }

    boolean isNegative() {
      return row < 0 || column < 0;
    }

    boolean isInside(int rows, int columns) {
      return !isNegative() && row <= rows && column <= columns;
    }
  }
}
