package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Formulas that are filled down or to the right are calculated many at once; with something
/// between them, each is calculated alone. Both must come to the same.
class FilledFormulaProperties {
  private static final int PERIODS = 12;
  private static final int ITEMS = 5;

  /// Where a period and an item lie: items are columns and periods rows, or the other way round.
  ///
  /// @param every the distance from one period to the next
  private record Layout(boolean down, int every) {
    String cell(int item, int period) {
      int along = (period + 1) * every;
      return down ? A1.cell(along, item) : A1.cell(item, along);
    }

    String fixed(int item, int period) {
      return cell(item, period).replaceAll("([A-Z]+)(\\d+)", "\\$$1\\$$2");
    }
  }

  /// A value written over what an item has in a period.
  record Write(int item, int period, Scalar value) {}

  private static final Pattern CELL = Pattern.compile("\\{(\\$?)([A-E])(-?\\d+)}");

  /// Formulas with cells as `{B0}`, item B in this period, `{B-1}` in the one before, and `{$B2}`
  /// in the third of all.
  private static Arbitrary<String> formula(String... cells) {
    Arbitrary<String> operand =
        Arbitraries.oneOf(
            Arbitraries.of(cells), Arbitraries.of("2", "0.5", "-3", "1000000", "1E-300", "1E200"));
    Arbitrary<String> sum =
        Combinators.combine(operand, Arbitraries.of("+", "-", "*", "/", "^"), operand)
            .as((a, sign, b) -> "(" + a + sign + b + ")");
    Arbitrary<String> simple = Arbitraries.oneOf(operand, sum, sum.map(each -> "-" + each + "%"));
    Arbitrary<String> test =
        Combinators.combine(simple, Arbitraries.of("=", "<>", "<", ">="), simple)
            .as((a, sign, b) -> a + sign + b);
    Arbitrary<String> choice =
        Combinators.combine(test, simple, simple)
            .as((asked, a, b) -> "IF(" + asked + "," + a + "," + b + ")");
    Arbitrary<String> call =
        Combinators.combine(
                Arbitraries.of(
                    "ROUND(#,1)", "ABS(#)", "IFERROR(#,7)", "MAX(#,3)", "IF(#,1)", "SQRT(#)"),
                simple)
            .as((shape, inner) -> shape.replace("#", inner));
    Arbitrary<String> total =
        Arbitraries.of("SUM({A0}:{C0})", "AVERAGE({$A0}:{B0})", "MAX({A0},{B0},{C-1})");
    Arbitrary<String> part = Arbitraries.oneOf(simple, choice, call, total);
    return Combinators.combine(part, Arbitraries.of("+", "-", "*"), part)
        .as((a, sign, b) -> "=" + a + sign + b);
  }

  @Provide
  Arbitrary<String> ofInputs() {
    return formula("{A0}", "{B0}", "{C0}", "{A-1}", "{$B2}", "{C-1}");
  }

  @Provide
  Arbitrary<String> ofItself() {
    return formula("{A0}", "{D0}", "{E-1}", "{E-1}", "{E-2}", "{$D0}");
  }

  @Provide
  Arbitrary<List<Write>> inputs() {
    Arbitrary<Scalar> number =
        Arbitraries.of(0d, -0d, 1d, -2d, 0.1, 3.75, 1e-310, 1e200, 45_000d).map(NumberValue::new);
    Arbitrary<Scalar> odd =
        Arbitraries.of(
            new TextValue("x"),
            new TextValue("3"),
            LogicalValue.TRUE,
            ErrorValue.NA,
            ErrorValue.REF);
    Arbitrary<Scalar> value = Arbitraries.frequencyOf(Tuple.of(6, number), Tuple.of(1, odd));
    return writes(0, 2, value).list().ofMinSize(10).ofMaxSize(36);
  }

  @Provide
  Arbitrary<List<Write>> later() {
    Arbitrary<Scalar> value = Arbitraries.of(5d, -1d, 0d, 12.5).map(NumberValue::new);
    return writes(0, ITEMS - 1, value).list().ofMaxSize(4);
  }

  private static Arbitrary<Write> writes(int first, int last, Arbitrary<Scalar> value) {
    return Combinators.combine(
            Arbitraries.integers().between(first, last),
            Arbitraries.integers().between(0, PERIODS - 1),
            value)
        .as(Write::new);
  }

  @Property(tries = 1500)
  void cellsFilledTogetherComeToWhatEachComesToAlone(
      @ForAll("inputs") List<Write> inputs,
      @ForAll("ofInputs") String fourth,
      @ForAll("ofItself") String fifth,
      @ForAll("later") List<Write> later,
      @ForAll boolean down) {
    var together = new Layout(down, 1);
    var apart = new Layout(down, 2);
    Workbook filled = book(together, inputs, fourth, fifth);
    Workbook single = book(apart, inputs, fourth, fifth);
    compare(together, filled, apart, single, fourth + " " + fifth);
    for (Write write : later) {
      filled = written(filled, together, write);
      single = written(single, apart, write);
      compare(together, filled, apart, single, fourth + " " + fifth + " then " + write);
    }
  }

  /// Runs of cells end at blocks of rows, at words of bits, and where a cell was overwritten.
  @Property(tries = 60)
  void longColumnsGoAroundWhatInterruptsThem(
      @ForAll("interruptions") Set<Integer> constants,
      @ForAll("interruptions") Set<Integer> texts) {
    int rows = 2_200;
    Workbook book = Books.type(Books.of("Plan"), "A1:A" + rows, "=ROW()");
    book = Books.type(book, "B1:B" + rows, "=A1*$D$1");
    book = Books.type(book, "C1", "=B1");
    book = Books.type(book, "C2:C" + rows, "=C1+B2");
    for (int row : constants) {
      book = Books.put(book, "B" + row, 5);
    }
    for (int row : texts) {
      book = Books.type(book, "A" + row, "'7");
    }
    book = Books.put(book, "D1", 3);
    double total = 0;
    for (int row = 1; row <= rows; row++) {
      double expected = constants.contains(row) ? 5 : texts.contains(row) ? 21 : row * 3d;
      total += expected;
      assertEquals(expected, Books.number(book, "B" + row), "B" + row);
      assertEquals(total, Books.number(book, "C" + row), "C" + row);
    }
  }

  @Provide
  Arbitrary<Set<Integer>> interruptions() {
    return Arbitraries.oneOf(
            Arbitraries.of(1, 2, 63, 64, 65, 128, 1023, 1024, 1025, 2047, 2048, 2049, 2200),
            Arbitraries.integers().between(1, 2200))
        .set()
        .ofMaxSize(5);
  }

  private static void compare(
      Layout together, Workbook filled, Layout apart, Workbook single, String formulas) {
    for (int item = 0; item < ITEMS; item++) {
      for (int period = 0; period < PERIODS; period++) {
        String cell = together.cell(item, period);
        assertEquals(
            Books.value(single, apart.cell(item, period)),
            Books.value(filled, cell),
            formulas + " in " + cell);
      }
    }
  }

  private static Workbook book(Layout layout, List<Write> inputs, String fourth, String fifth) {
    Workbook book = Books.of("Plan");
    for (Write write : inputs) {
      book = written(book, layout, write);
    }
    book = filled(book, layout, 3, fourth);
    return filled(book, layout, 4, fifth);
  }

  private static Workbook filled(Workbook before, Layout layout, int item, String formula) {
    Workbook book = before;
    for (int period = 0; period < PERIODS; period++) {
      book = Books.type(book, layout.cell(item, period), rendered(formula, layout, period));
    }
    return book.apply(new Edit.Calculate(CalculationScope.FULL_REBUILD), Books.ENVIRONMENT)
        .workbook();
  }

  private static String rendered(String formula, Layout layout, int period) {
    Matcher cells = CELL.matcher(formula);
    return cells.replaceAll(cell -> {
      int item = cell.group(2).charAt(0) - 'A';
      int number = Integer.parseInt(cell.group(3));
      boolean isFixed = !cell.group(1).isEmpty();
      // What lies before the first period is a blank cell.
      String at =
          isFixed ? layout.fixed(item, number) : layout.cell(item, Math.max(-1, period + number));
      return Matcher.quoteReplacement(at);
    });
  }

  private static Workbook written(Workbook book, Layout layout, Write write) {
    String cell = layout.cell(write.item(), write.period());
    return Books.write(book, 0, cell, new Entry.Constant(write.value())).workbook();
  }
}
