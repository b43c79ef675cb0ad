package dev.quire.engine.numfmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class NumberFormatProperties {
  @Property
  void anyCodeFormatsAnyNumber(
      @ForAll("codes") String code,
      @ForAll @DoubleRange(min = -Double.MAX_VALUE, max = Double.MAX_VALUE) double number) {
    var format = NumberFormat.compile(code);
    assertNotNull(format.format(new NumberValue(number), FormatContext.EN_US));
    assertNotNull(format.format(new NumberValue(number % 3e6 / 7), FormatContext.EN_US));
    assertNotNull(format.format(new TextValue(code), FormatContext.EN_US_1904));
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.of(
            "0",
            "#",
            "?",
            ".",
            ",",
            "%",
            "E+",
            "/",
            ";",
            "@",
            "General",
            "y",
            "m",
            "d",
            "h",
            "s",
            "[h]",
            "[ss]",
            "AM/PM",
            "\"x\"",
            "\\",
            "_",
            "*",
            "[Red]",
            "[>5]",
            "[$€-407]",
            "e",
            "b",
            "B2",
            "1",
            " ",
            "😀",
            "\"",
            "[",
            "]")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  /// Decimal arithmetic as slow and plain as can be.
  @Property
  void twoDecimalsAreTheFifteenDigitsRoundedHalfUp(
      @ForAll @LongRange(min = 0, max = 1L << 53) long numerator,
      @ForAll @IntRange(min = 1, max = 100_000) int denominator) {
    double number = (double) numerator / denominator;
    var expected =
        new BigDecimal(number)
            .round(new MathContext(15, RoundingMode.HALF_UP))
            .setScale(2, RoundingMode.HALF_UP);
    assertEquals(
        expected.toPlainString(),
        NumberFormat.compile("0.00").format(new NumberValue(number), FormatContext.EN_US));
  }
}
