package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Ranges of numbers are worked out all at once. Each element must come to what the same formula
/// with single cells comes to.
class ArrayArithmeticProperties {
  private static final int ROWS = 9;

  /// A column of one kind of values, as most columns are, or of all kinds.
  @Provide
  Arbitrary<List<Scalar>> column() {
    Arbitrary<Scalar> number =
        Arbitraries.of(0d, 1d, -2d, 0.1, 0.3, 1e-300, 1e200, 7d).map(NumberValue::new);
    Arbitrary<Scalar> text = Arbitraries.of("", "x", "X", "yes", "3").map(TextValue::new);
    Arbitrary<Scalar> odd =
        Arbitraries.of(
            BlankValue.BLANK,
            LogicalValue.TRUE,
            ErrorValue.NA,
            new TextValue("x"),
            NumberValue.ONE);
    Arbitrary<Scalar> blankOrNumber =
        Arbitraries.oneOf(number, number, Arbitraries.just(BlankValue.BLANK));
    return Arbitraries.oneOf(
        number.list().ofSize(ROWS),
        blankOrNumber.list().ofSize(ROWS),
        text.list().ofSize(ROWS),
        Arbitraries.oneOf(number, text, odd).list().ofSize(ROWS));
  }

  /// Formulas with `@` for the row of a cell, or for both ends of a column.
  @Provide
  Arbitrary<String> formulas() {
    Arbitrary<String> operand =
        Arbitraries.of("A@", "B@", "C@", "A@", "B@", "2", "0.1", "\"x\"", "\"\"", "TRUE", "$A$1");
    Arbitrary<String> sign = Arbitraries.of("+", "-", "*", "/", "^", "=", "<>", "<", ">=", "&");
    Arbitrary<String> pair =
        Combinators.combine(operand, sign, operand).as((a, op, b) -> "(" + a + op + b + ")");
    Arbitrary<String> part = Arbitraries.oneOf(operand, pair, pair.map(each -> "-" + each + "%"));
    return Combinators.combine(part, sign, part).as((a, op, b) -> "=" + a + op + b);
  }

  @Property(tries = 1000)
  void elementsComeToWhatSingleCellsComeTo(
      @ForAll("column") List<Scalar> first,
      @ForAll("column") List<Scalar> second,
      @ForAll("column") List<Scalar> third,
      @ForAll("formulas") String formula) {
    Workbook book = Books.of("Sheet1");
    List<List<Scalar>> columns = List.of(first, second, third);
    for (int column = 0; column < columns.size(); column++) {
      for (int row = 0; row < ROWS; row++) {
        var entry = new Entry.Constant(columns.get(column).get(row));
        book = Books.write(book, 0, A1.cell(row, column), entry).workbook();
      }
    }
    boolean isArray = formula.contains("@");
    String whole = formula.replaceAll("([ABC])@", "$11:$1" + ROWS);
    book = Books.type(book, "E1", whole);
    for (int row = 0; row < ROWS; row++) {
      book = Books.type(book, A1.cell(row, 6), formula.replace("@", Integer.toString(row + 1)));
    }
    for (int row = 0; row < (isArray ? ROWS : 1); row++) {
      assertEquals(book.value(0, row, 6), book.value(0, row, 4), whole + " in row " + (row + 1));
    }
  }
}
