package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A column that is asked for its order by many formulas is sorted once, and again when it was
/// written: all of them say what sorting it each time would say.
class SortedColumnTest {
  private static final int ROWS = 300;

  /// Numbers with ties in A1:A300, texts and logicals among them; formulas for each row beside.
  private static Workbook book(double[] numbers) {
    WorkbookBuilder builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    SheetSink sheet = builder.sheet(0);
    for (int row = 0; row < ROWS; row++) {
      sheet.number(row, 0, -1, numbers[row]);
      int one = row + 1;
      sheet.formula(row, 1, -1, "LARGE($A$1:$A$400," + one + ")", Optional.empty());
      sheet.formula(row, 2, -1, "SMALL($A$1:$A$400,ROW())", Optional.empty());
      sheet.formula(row, 3, -1, "RANK(A" + one + ",$A$1:$A$400)", Optional.empty());
      sheet.formula(row, 4, -1, "RANK.AVG(A" + one + ",$A$1:$A$400,1)", Optional.empty());
      sheet.formula(row, 5, -1, "MEDIAN($A$1:$A$400)+0*ROW()", Optional.empty());
      sheet.formula(row, 6, -1, "PERCENTRANK($A$1:$A$400,A" + one + ",9)", Optional.empty());
    }
    return builder
        .build()
        .apply(new Edit.Calculate(CalculationScope.FULL), Books.ENVIRONMENT)
        .workbook();
  }

  private static double[] numbers() {
    return new SplittableRandom(11).ints(ROWS, -40, 40).asDoubleStream().toArray();
  }

  private static void agrees(Workbook book, double[] numbers) {
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double middle = (sorted[ROWS / 2 - 1] + sorted[ROWS / 2]) / 2;
    for (int row = 0; row < ROWS; row++) {
      double own = numbers[row];
      long above = Arrays.stream(numbers).filter(other -> other > own).count();
      long below = Arrays.stream(numbers).filter(other -> other < own).count();
      long equal = ROWS - above - below;
      String at = Integer.toString(row + 1);
      assertEquals(sorted[ROWS - 1 - row], Books.number(book, "B" + at));
      assertEquals(sorted[row], Books.number(book, "C" + at));
      assertEquals(above + 1, Books.number(book, "D" + at));
      assertEquals(below + 1 + (equal - 1) / 2.0, Books.number(book, "E" + at));
      assertEquals(middle, Books.number(book, "F" + at));
      assertEquals((double) below / (ROWS - 1), Books.number(book, "G" + at), 1e-9);
    }
  }

  @Test
  void everyFormulaFindsItsPlace() {
    agrees(book(numbers()), numbers());
  }

  @Test
  void aWrittenColumnIsSortedAnew() {
    double[] numbers = numbers();
    Workbook first = book(numbers);
    numbers[17] = 99;
    Workbook second = Books.put(first, "A18", 99);
    agrees(second, numbers);
    agrees(first, numbers());
  }

  @Test
  void textsAndLogicalsDoNotCountAndErrorsDo() {
    Workbook book = book(numbers());
    for (var value :
        new Entry[] {
          new Entry.Constant(new TextValue("7")), new Entry.Constant(LogicalValue.TRUE)
        }) {
      book = Books.write(book, 0, "A350", value).workbook();
      agrees(book, numbers());
    }
    Workbook broken = Books.write(book, 0, "A350", new Entry.Constant(ErrorValue.DIV0)).workbook();
    for (String column : new String[] {"B", "C", "D", "E", "F", "G"}) {
      assertEquals(ErrorValue.DIV0, Books.value(broken, column + "200"));
    }
    assertEquals(new NumberValue(numbers()[3]), Books.value(broken, "A4"));
  }
}
