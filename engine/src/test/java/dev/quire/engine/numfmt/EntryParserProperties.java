package dev.quire.engine.numfmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.quire.engine.value.NumberValue;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class EntryParserProperties {
  private static final EntryParser PARSER = new EntryParser(false, 2024);

  private static OptionalDouble reread(String code, double number) {
    return PARSER.number(
        NumberFormat.compile(code).format(new NumberValue(number), FormatContext.EN_US));
  }

  @Property
  void wholeNumbersComeBackFromTheirText(@ForAll int number) {
    assertEquals(OptionalDouble.of(number), reread("General", number));
    assertEquals(OptionalDouble.of(number), reread("#,##0", number));
    assertEquals(OptionalDouble.of(number), reread("#,##0;(#,##0)", number));
  }

  @Property
  void fifteenDigitsAreReadExactly(
      @ForAll @LongRange(min = 1, max = 999_999_999_999_999L) long digits,
      @ForAll @IntRange(min = -280, max = 280) int exponent) {
    String text = digits + "E" + exponent;
    assertEquals(OptionalDouble.of(Double.parseDouble(text)), PARSER.number(text));
  }

  @Property
  void daysComeBackFromTheirText(@ForAll @IntRange(min = 1, max = 2_958_465) int serial) {
    assertEquals(OptionalDouble.of(serial), reread("m/d/yyyy", serial));
    assertEquals(OptionalDouble.of(serial), reread("yyyy-mm-dd", serial));
    assertEquals(OptionalDouble.of(serial), reread("d-mmm-yyyy", serial));
    assertEquals(OptionalDouble.of(serial), reread("mmmm d, yyyy", serial));
  }

  @Property
  void secondsComeBackFromTheirText(@ForAll @IntRange(min = 0, max = 86_399) int second) {
    double time = second / 86_400.0;
    assertEquals(OptionalDouble.of(time), reread("h:mm:ss", time));
    assertEquals(OptionalDouble.of(time), reread("hh:mm:ss AM/PM", time));
  }

  @Property
  void anyTextMeansSomething(@ForAll("texts") String text) {
    assertNotNull(PARSER.parse(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "1",
            "12",
            "2016",
            "0",
            ",",
            ".",
            "/",
            "-",
            ":",
            " ",
            "Jan",
            "March",
            "AM",
            "p",
            "$",
            "%",
            "(",
            ")",
            "e",
            "+",
            "'",
            "=",
            "#N/A",
            "ß",
            "x",
            "999999999999")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }
}
