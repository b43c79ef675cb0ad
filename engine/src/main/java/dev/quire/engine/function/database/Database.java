package dev.quire.engine.function.database;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Conversions;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.formula.NumberText;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.OptionalInt;

/// A list of records below their headers.
///
/// @param cells the headers and all records
final class Database {
  private final Matrix cells;
  private final NumberText numbers;

  Database(Arguments a, int place) {
    this.cells = a.matrix(place);
    this.numbers = a.numberText();
  }

  /// Number of records up to the last that holds something.
  int records() {
    return Math.max(0, cells.usedRows() - 1);
  }

  /// Whether there is room for a record below the headers.
  boolean hasRecords() {
    return cells.rows() > 1;
  }

  /// The value of a record in a column, both counted from 0.
  Scalar value(int record, int column) {
    return cells.at(record + 1, column);
  }

  /// The first column whose header reads like this, in any case; numbers and logicals read as they
  /// are shown, errors and blanks never do.
  OptionalInt column(Scalar header) {
    if (!isName(header)) {
      return OptionalInt.empty();
    }
    for (int column = 0; column < cells.columns(); column++) {
      Scalar own = cells.at(0, column);
      if (isName(own) && text(own).equalsIgnoreCase(text(header))) {
        return OptionalInt.of(column);
      }
    }
    return OptionalInt.empty();
  }

  private static boolean isName(Scalar header) {
    return header != BlankValue.BLANK
        && !(header instanceof ErrorValue)
        && !header.equals(TextValue.EMPTY);
  }

  private String text(Scalar scalar) {
    return Conversions.text(scalar, numbers) instanceof TextValue(String text) ? text : "";
  }

  /// The column that a function is asked about: by its header, or by its number from 1 on.
  OptionalInt field(Scalar field) {
    return switch (field) {
      case TextValue name -> column(name);
      case NumberValue(double number) -> numbered(Math.floor(number));
      case LogicalValue logical -> numbered(logical.truth() ? 1 : 0);
      case BlankValue _, ErrorValue _ -> OptionalInt.empty();
    };
  }

  private OptionalInt numbered(double number) {
    return number < 1 || number > cells.columns()
        ? OptionalInt.empty()
        : OptionalInt.of((int) number - 1);
  }
}
