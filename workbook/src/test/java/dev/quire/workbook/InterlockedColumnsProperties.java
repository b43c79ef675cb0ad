package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.A1;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Columns each of whose cells reads others in its row and in the row above, so that all need one
/// another, come to what a loop over the rows makes of them: calculated at once or when somebody
/// reads a cell, and whatever cells were overwritten.
class InterlockedColumnsProperties {
  private static final int ROWS = 12;
  private static final int COLUMNS = 5;

  /// The remainder keeps numbers small and exact.
  private static final int REMAINDER = 97;

  @Property(tries = 200)
  void comeToWhatALoopMakesOfThem(
      @ForAll long seed,
      @ForAll boolean leaves,
      @ForAll @Size(max = 12) List<@IntRange(max = ROWS * COLUMNS - 1) Integer> touched) {
    var table = new Table(new Random(seed));
    CalculationEnvironment environment =
        leaves ? Books.ENVIRONMENT.leavingMoreThan(0) : Books.ENVIRONMENT;
    Workbook book = table.filled(environment);
    for (int cell : touched) {
      int row = cell / COLUMNS;
      int column = cell % COLUMNS;
      assertEquals(table.values()[row][column], number(book, row, column), "before");
      table.overwrite(row, column, cell);
      book = type(book, A1.cell(row, column), Integer.toString(cell), environment);
      assertEquals(table.values()[ROWS - 1][column], number(book, ROWS - 1, column), "after");
    }
    int[][] values = table.values();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        assertEquals(values[row][column], number(book, row, column), A1.cell(row, column));
      }
    }
  }

  private static double number(Workbook book, int row, int column) {
    return Books.number(book, A1.cell(row, column));
  }

  private static Workbook type(
      Workbook book, String cells, String text, CalculationEnvironment environment) {
    return Books.write(book, 0, cells, new Entry.Typed(text), environment).workbook();
  }

  /// The first row holds numbers. In each other row a column takes up one of the row above, and but
  /// for the first one of its own row that stands further to the left.
  private static final class Table {
    private final int[] above = new int[COLUMNS];
    private final int[] beside = new int[COLUMNS];
    private final Integer[][] written = new Integer[ROWS][COLUMNS];

    Table(Random random) {
      for (int column = 0; column < COLUMNS; column++) {
        above[column] = random.nextInt(COLUMNS);
        beside[column] = column == 0 ? 0 : random.nextInt(column);
        written[0][column] = random.nextInt(REMAINDER);
      }
    }

    Workbook filled(CalculationEnvironment environment) {
      Workbook book = Books.of("Sheet1");
      for (int column = 0; column < COLUMNS; column++) {
        String name = A1.column(column);
        String formula =
            "=MOD(%s1*2+%s+1,%d)"
                .formatted(
                    A1.column(above[column]),
                    column == 0 ? "0" : A1.column(beside[column]) + "2",
                    REMAINDER);
        book = type(book, name + "1", written[0][column].toString(), environment);
        book = type(book, name + "2:" + name + ROWS, formula, environment);
      }
      return book;
    }

    void overwrite(int row, int column, int value) {
      written[row][column] = value;
    }

    int[][] values() {
      var values = new int[ROWS][COLUMNS];
      for (int row = 0; row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
          Integer constant = written[row][column];
          values[row][column] = constant != null ? constant : calculated(values, row, column);
        }
      }
      return values;
    }

    private int calculated(int[][] values, int row, int column) {
      int own = column == 0 ? 0 : values[row][beside[column]];
      return (values[row - 1][above[column]] * 2 + own + 1) % REMAINDER;
    }
  }
}
