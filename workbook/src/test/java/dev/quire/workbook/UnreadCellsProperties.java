package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// What is left until somebody reads it comes to what it would have been at once, whatever is
/// written, read, inserted or kept as a fork in between.
class UnreadCellsProperties {
  private static final int ROWS = 8;
  private static final int COLUMNS = 6;

  /// Leaves everything that may be left.
  private static final CalculationEnvironment LEAVING = Books.ENVIRONMENT.leavingMoreThan(0);

  private sealed interface Action {
    record Type(String cells, String text) implements Action {}

    record Read(int row, int column) implements Action {}

    record InsertRow(int row) implements Action {}
  }

  @Provide
  Arbitrary<List<Action>> actions() {
    Arbitrary<Integer> rows = Arbitraries.integers().between(0, ROWS - 1);
    Arbitrary<Integer> columns = Arbitraries.integers().between(0, COLUMNS - 1);
    Arbitrary<Action> constants =
        Combinators.combine(rows, columns, Arbitraries.integers().between(-9, 9))
            .as((row, column, value) ->
                new Action.Type(A1.cell(row, column), Integer.toString(value)));
    Arbitrary<Action> formulas =
        Combinators.combine(
                rows,
                Arbitraries.integers().between(1, COLUMNS - 1),
                rows,
                Arbitraries.integers().between(0, 7))
            .as(UnreadCellsProperties::formula);
    Arbitrary<Action> reads = Combinators.combine(rows, columns).as(Action.Read::new);
    Arbitrary<Action> inserts = rows.map(Action.InsertRow::new);
    return Arbitraries.frequencyOf(
            Tuple.of(4, constants), Tuple.of(6, formulas), Tuple.of(4, reads), Tuple.of(1, inserts))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  /// Formulas read what lies to their left, or above them in the same column.
  private static Action formula(int row, int column, int other, int shape) {
    String left = A1.column(column - 1);
    String own = A1.column(column);
    String whole = own + "2:" + own + ROWS;
    return switch (shape) {
      case 0 -> new Action.Type(A1.cell(row, column), "=" + left + (other + 1) + "*2");
      case 1 -> new Action.Type(whole, "=" + own + "1+" + left + "2");
      case 2 -> new Action.Type(whole, "=SUM(" + left + "$1:" + left + "2)");
      case 3 ->
          new Action.Type(
              A1.cell(row, column), "=IF(" + left + (row + 1) + ">0," + left + (other + 1) + ",7)");
      case 4 -> new Action.Type(whole, "=IFERROR(10/" + left + "2," + left + "1)");
      case 5 ->
          new Action.Type(
              A1.cell(row, column),
              "=SUMIF(" + left + "1:" + left + ROWS + ",\">0\")+COUNT(A1:" + left + ROWS + ")");
      case 6 -> new Action.Type(whole, "=MATCH(" + left + "2," + left + "$1:" + left + "$8,0)");
      default -> new Action.Type(whole, "=ROUND(AVERAGE($A2:" + left + "2),1)");
    };
  }

  @Property(tries = 400)
  void whatIsLeftComesToWhatItWouldHaveBeen(@ForAll("actions") List<Action> actions) {
    Workbook eager = Books.of("Sheet1");
    Workbook leaving = eager;
    var eagerForks = new ArrayList<Workbook>();
    var leavingForks = new ArrayList<Workbook>();
    for (Action action : actions) {
      if (action instanceof Action.Read(int row, int column)) {
        assertEquals(eager.value(0, row, column), leaving.value(0, row, column), actions::toString);
      } else {
        eager = applied(eager, action, Books.ENVIRONMENT);
        leaving = applied(leaving, action, LEAVING);
        eagerForks.add(eager);
        leavingForks.add(leaving);
      }
    }
    // From the last to the first, so that reading one cannot help those it was made from.
    for (int fork = eagerForks.size() - 1; fork >= 0; fork--) {
      same(eagerForks.get(fork), leavingForks.get(fork));
    }
    same(recalculated(leaving), leaving);
  }

  private static Workbook applied(
      Workbook book, Action action, CalculationEnvironment environment) {
    return switch (action) {
      case Action.Type(String cells, String text) ->
          Books.write(book, 0, cells, new Entry.Typed(text), environment).workbook();
      case Action.InsertRow(int row) ->
          book.apply(
                  new Edit.InsertCells(
                      0, new Area(row, 0, row, Grid.COLUMNS - 1), InsertShift.DOWN),
                  environment)
              .workbook();
      case Action.Read _ -> book;
    };
  }

  private static Workbook recalculated(Workbook book) {
    return book.apply(new Edit.Calculate(CalculationScope.FULL_REBUILD), Books.ENVIRONMENT)
        .workbook();
  }

  private static void same(Workbook expected, Workbook found) {
    Optional<Area> used = expected.cells(0).valuesArea();
    for (int row = ROWS * 2; row >= 0; row--) {
      for (int column = COLUMNS - 1; column >= 0; column--) {
        assertEquals(
            expected.value(0, row, column), found.value(0, row, column), A1.cell(row, column));
      }
    }
    assertEquals(used, found.cells(0).valuesArea());
  }
}
