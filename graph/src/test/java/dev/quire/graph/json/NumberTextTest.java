package dev.quire.graph.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-3, -3",
    "44444, 44444",
    "0.5, 0.5",
    "-0.1, -0.1",
    "0.30000000000000004, 0.30000000000000004",
    "1e7, 10000000",
    "12345678.9, 12345678.9",
    "1e-5, 0.00001",
    "1.25e-5, 0.0000125",
    "1e-7, 1E-07",
    "-1.5e-300, -1.5E-300",
    "9007199254740993, 9007199254740992",
    "4111111111111111, 4111111111111111",
    "123456789.12345678, 123456789.12345678",
    "-2251799813685248.5, -2251799813685248.5",
    "-0.00123, -0.00123",
    "-1.2345678901234567e-4, -0.00012345678901234567",
    "9e-4, 0.0009",
    "1.2345678901234567e19, 12345678901234567000",
    "-1e19, -10000000000000000000",
    "18014398509481988, 18014398509481988",
    "1.7e-05, 0.000017",
    "1e20, 1E+20",
    "1.7976931348623157e308, 1.7976931348623157E+308",
    "4.9e-324, 4.9E-324"
  })
  void numberIsWrittenAs(double value, String text) {
    assertEquals(text, NumberText.of(value));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatJsonCannotSayIsRefused(double value) {
    assertThrows(IllegalArgumentException.class, () -> NumberText.of(value));
  }

  @Property
  void textReadsBackAsTheSameNumber(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits) + 0.0; // a negative zero is written as zero
    if (Double.isFinite(value)) {
      assertEquals(value, Double.parseDouble(NumberText.of(value)));
      assertFalse(NumberText.of(value).endsWith(".0"));
    }
  }

  @Property
  void numbersOfEverySizeHaveNoMoreDigitsThanNeeded(
      @ForAll @DoubleRange(min = 1, max = 10) double mantissa,
      @ForAll @IntRange(min = -9, max = 24) int power) {
    double value = mantissa * Math.pow(10, power);

    String text = NumberText.of(value);

    assertEquals(new BigDecimal(Double.toString(value)).compareTo(new BigDecimal(text)), 0, text);
    boolean isPlain = value >= 1e-5 && value < 1e20;
    assertEquals(isPlain, text.indexOf('E') < 0, text);
  }
}
