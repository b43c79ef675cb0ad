package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.NumberValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

  /// Names get other meanings while formulas in E use them; what names mean lies to the left.
  @Provide
  Arbitrary<List<Write>> namings() {
    Arbitrary<String> meaning =
        Arbitraries.of("Sheet1!$A$1", "SUM(Sheet1!$A$1:$C$3)", "Sheet1!$B$2+7", "Other*2", "5");
    Arbitrary<Write> naming = meaning.map(each -> new Write("Rate_", each));
    Arbitrary<Write> other =
        Arbitraries.of("Sheet1!$C$1", "Sheet1!$D$4").map(each -> new Write("Other", each));
    Arbitrary<Write> use =
        Arbitraries.integers()
            .between(1, ROWS)
            .map(row -> new Write("E" + row, "=Rate_*10+A" + row));
    Arbitrary<Write> constant =
        Combinators.combine(
                Arbitraries.integers().between(0, ROWS - 1),
                Arbitraries.integers().between(0, COLUMNS - 2),
                Arbitraries.integers().between(-9, 9))
            .as((row, column, value) -> new Write(A1.cell(row, column), Integer.toString(value)));
    return Arbitraries.oneOf(constant, naming, other, use).list().ofMinSize(4).ofMaxSize(25);
  }

  @Property(tries = 300)
  void namesThatGetAnotherMeaningAreFollowed(@ForAll("namings") List<Write> writes) {
    Workbook book = Books.of("Sheet1");
    for (Write write : writes) {
      book =
          write.cells().length() > 2
              ? named(book, write)
              : Books.type(book, write.cells(), write.text());
    }
    Workbook full =
        book.apply(new Edit.Calculate(CalculationScope.FULL_REBUILD), Books.ENVIRONMENT).workbook();
    for (int row = 0; row < ROWS; row++) {
      assertEquals(full.value(0, row, 4), book.value(0, row, 4), A1.cell(row, 4));
    }
  }

  private static Workbook named(Workbook book, Write write) {
    OptionalInt everywhere = OptionalInt.empty();
    Edit edit =
        book.findName(everywhere, write.cells()).isPresent()
            ? new Edit.UpdateName(
                everywhere,
                write.cells(),
                Optional.of(write.text()),
                Optional.empty(),
                Optional.empty())
            : new Edit.AddName(everywhere, write.cells(), write.text(), Optional.empty());
    return book.apply(edit, Books.ENVIRONMENT).workbook();
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
