package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.NumberValue;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IncrementalCalculationProperties {
  private static final int ROWS = 6;
  private static final int COLUMNS = 5;

  record Write(String cells, String text) {}

  /// A formula may read only what lies to its left, so that no circle arises, whose values depend
  /// on the order in which it came about.
  @Provide
  Arbitrary<List<Write>> writes() {
    Arbitrary<Write> constant =
        Combinators.combine(
                Arbitraries.integers().between(0, ROWS - 1),
                Arbitraries.integers().between(0, COLUMNS - 1),
                Arbitraries.integers().between(-9, 9))
            .as((row, column, value) -> new Write(A1.cell(row, column), Integer.toString(value)));
    Arbitrary<Write> formula =
        Combinators.combine(
                Arbitraries.integers().between(0, ROWS - 1),
                Arbitraries.integers().between(1, COLUMNS - 1),
                Arbitraries.integers().between(0, ROWS - 1),
                Arbitraries.integers().between(0, 4))
            .as(IncrementalCalculationProperties::formula);
    return Arbitraries.oneOf(constant, formula).list().ofMinSize(1).ofMaxSize(25);
  }

  private static Write formula(int row, int column, int other, int shape) {
    String left = A1.column(column - 1);
    String cells =
        shape == 4 ? A1.cell(0, column) + ":" + A1.cell(ROWS - 1, column) : A1.cell(row, column);
    return new Write(
        cells,
        switch (shape) {
          case 0 -> "=" + left + (other + 1) + "*2";
          case 1 -> "=SUM(" + left + "1:" + left + (other + 1) + ")";
          case 2 -> "=IF(" + left + (row + 1) + ">0," + left + (other + 1) + ",$A$1)";
          case 3 -> "=SUM($A$1:" + left + (row + 1) + ")";
          default -> "=" + left + "1+$A$2";
        });
  }

  @Property(tries = 300)
  void incrementalEqualsFull(@ForAll("writes") List<Write> writes) {
    Workbook book = Books.of("Sheet1");
    for (Write write : writes) {
      book = Books.type(book, write.cells(), write.text());
    }
    Workbook full =
        book.apply(new Edit.Calculate(CalculationScope.FULL_REBUILD), Books.ENVIRONMENT).workbook();
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        assertEquals(full.value(0, row, column), book.value(0, row, column), A1.cell(row, column));
      }
    }
  }

  @Property(tries = 200)
  void aForkNeverSeesWhatAnotherWrites(@ForAll("writes") List<Write> writes) {
    Workbook base = Books.type(Books.of("Sheet1"), "A1:E6", "=1+1");
    Workbook other = base;
    for (Write write : writes) {
      other = Books.type(other, write.cells(), write.text());
    }
    assertEquals(new NumberValue(2), Books.value(base, "A1"));
    assertEquals(new NumberValue(2), Books.value(base, "E6"));
  }
}
