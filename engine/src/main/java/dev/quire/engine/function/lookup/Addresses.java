package dev.quire.engine.function.lookup;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.FormulaPrinter;
import dev.quire.engine.function.WholeNumber;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;

/// The text that `ADDRESS` makes of a row and a column.
final class Addresses {
  /// How much of an address can be fixed: all, the row, the column, nothing. Other numbers are
  /// `#VALUE!` (MS-OI29500 2.1.877, and observed in today's Excel), although old workbooks have
  /// results of 5 to 8 as if they were 1 to 4.
  private static final int KINDS = 4;

  private Addresses() {}

  static Value address(Arguments a) {
    int row = (int) WholeNumber.floor(a.number(0));
    int column = (int) WholeNumber.floor(a.number(1));
    int kind = a.has(2) ? (int) WholeNumber.floor(a.number(2)) : 1;
    boolean a1 = !a.has(3) || a.logical(3);
    if (kind < 1 || kind > KINDS) {
      return ErrorValue.VALUE;
    }
    boolean fixedRow = kind <= 2;
    boolean fixedColumn = kind % 2 == 1;
    if (a1 || fixedRow ? row < 1 || row > Grid.ROWS : Math.abs(row) >= Grid.ROWS) {
      return ErrorValue.VALUE;
    }
    if (a1 || fixedColumn
        ? column < 1 || column > Grid.COLUMNS
        : Math.abs(column) >= Grid.COLUMNS) {
      return ErrorValue.VALUE;
    }
    String cell =
        a1
            ? (fixedColumn ? "$" : "") + A1.column(column - 1) + (fixedRow ? "$" : "") + row
            : index('R', row, fixedRow) + index('C', column, fixedColumn);
    return withSheet(a, cell);
  }

  private static String index(char letter, int number, boolean fixed) {
    return fixed ? letter + "" + number : number == 0 ? "" + letter : letter + "[" + number + "]";
  }

  private static Value withSheet(Arguments a, String cell) {
    if (!a.has(4)) {
      return new TextValue(cell);
    }
    Scalar sheet = a.toText(a.topLeft(a.value(4)));
    return sheet instanceof TextValue(String name)
        ? TextValue.of((name.isEmpty() ? "" : FormulaPrinter.quotedSheet(name)) + "!" + cell)
        : sheet;
  }
}
