package dev.quire.workbook.pivot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values of a data field become one, each way that there is.
final class TallyTest {
  @ParameterizedTest
  @CsvSource({
    "SUM, 40",
    "COUNT, 9",
    "COUNT_NUMBERS, 8",
    "AVERAGE, 5",
    "MAX, 9",
    "MIN, 2",
    "PRODUCT, 201600",
    "VARIANCE_OF_ALL, 4",
    "STANDARD_DEVIATION_OF_ALL, 2",
    "VARIANCE, 4.571428571428571",
    "STANDARD_DEVIATION, 2.138089935299395"
  })
  void numbersAreSummedUpWhileTextsOnlyCount(Summary summary, double expected) {
    var tally = new Tally();
    for (double number : new double[] {2, 4, 4, 4, 5, 5, 7, 9}) {
      tally.add(new NumberValue(number));
    }
    tally.add(new TextValue("12"));
    tally.add(BlankValue.BLANK);
    assertEquals(expected, ((NumberValue) tally.summary(summary)).number(), 1e-12);
  }

  @Test
  void nothingButBlanksShowsNothing() {
    var tally = new Tally();
    tally.add(BlankValue.BLANK);
    assertEquals(BlankValue.BLANK, tally.summary(Summary.SUM));
    assertEquals(BlankValue.BLANK, tally.summary(Summary.COUNT));
  }

  @Test
  void errorsAreShownUnlessTheyAreCounted() {
    var tally = new Tally();
    tally.add(new NumberValue(1));
    tally.add(ErrorValue.NA);
    assertEquals(ErrorValue.NA, tally.summary(Summary.SUM));
    assertEquals(new NumberValue(2), tally.summary(Summary.COUNT));
    assertEquals(new NumberValue(1), tally.summary(Summary.COUNT_NUMBERS));
  }

  @Test
  void deviationOfOneNumberIsNone() {
    var tally = new Tally();
    tally.add(new NumberValue(3));
    assertEquals(ErrorValue.DIV0, tally.summary(Summary.STANDARD_DEVIATION));
    assertEquals(new NumberValue(0), tally.summary(Summary.STANDARD_DEVIATION_OF_ALL));
  }
}
