package dev.quire.engine.numfmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EntryParserTest {
  private static final EntryParser PARSER = new EntryParser(false, 2024);

  /// Lines of typed text, kind, value and number format.
  static Stream<String[]> cases() {
    return Tables.lines("entry-cases.tsv").stream().map(line -> line.split("\t", -1));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void typedTextBecomesTheExpectedValue(String text, String kind, String value, String format) {
    assertEquals(expected(kind, value, format), PARSER.parse(text));
  }

  private static TypedEntry expected(String kind, String value, String format) {
    return switch (kind) {
      case "number" -> new TypedEntry.Constant(new NumberValue(Double.parseDouble(value)), format);
      case "text" -> new TypedEntry.Constant(new TextValue(value), format);
      case "logical" -> new TypedEntry.Constant(LogicalValue.of(value.equals("true")), format);
      case "error" -> new TypedEntry.Constant(ErrorValue.find(value).orElseThrow(), format);
      case "blank" -> new TypedEntry.Constant(BlankValue.BLANK, format);
      case "forced" -> new TypedEntry.ForcedText(new TextValue(value));
      case "formula" -> new TypedEntry.Formula(value);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @ParameterizedTest
  @MethodSource("cases")
  void suggestedFormatsAreValid(String text, String kind, String value, String format) {
    assertTrue(NumberFormat.tryCompile(format).isPresent(), text);
  }

  @Test
  void onlyNumbersAndMomentsAreNumbers() {
    assertEquals(OptionalDouble.of(1234.5), PARSER.number("1,234.5"));
    assertEquals(OptionalDouble.of(0.12), PARSER.number("12%"));
    assertEquals(OptionalDouble.of(42370), PARSER.number("1/1/2016"));
    assertEquals(OptionalDouble.of(0.5), PARSER.number("12:00"));
    assertEquals(OptionalDouble.empty(), PARSER.number(""));
    assertEquals(OptionalDouble.empty(), PARSER.number(" "));
    assertEquals(OptionalDouble.empty(), PARSER.number("TRUE"));
    assertEquals(OptionalDouble.empty(), PARSER.number("'5"));
  }

  @Test
  void dateAndTimeAreTakenApart() {
    assertEquals(OptionalDouble.of(42370), PARSER.date("1/1/2016 18:00"));
    assertEquals(OptionalDouble.of(0.75), PARSER.time("1/1/2016 18:00"));
    assertEquals(OptionalDouble.of(0.125), PARSER.time("27:00"));
    assertEquals(OptionalDouble.of(0), PARSER.time("1/1/2016"));
    assertEquals(OptionalDouble.empty(), PARSER.date("18:00"));
    assertEquals(OptionalDouble.empty(), PARSER.date("42370"));
    assertEquals(OptionalDouble.empty(), PARSER.time("0.5"));
  }

  @Test
  void datesFollowTheDateSystem() {
    var parser = new EntryParser(true, 2024);
    assertEquals(OptionalDouble.of(0), parser.number("1/1/1904"));
    assertEquals(OptionalDouble.of(40908), parser.number("1/1/2016"));
    assertEquals(OptionalDouble.empty(), parser.number("12/31/1903"));
  }

  @Test
  void dateWithoutYearIsOfTheCurrentYear() {
    assertEquals(OptionalDouble.of(44928), new EntryParser(false, 2023).number("1/2"));
    assertEquals(OptionalDouble.of(47150), new EntryParser(false, 2023).number("2/29"));
  }

  @Test
  void longTextIsNoNumber() {
    String digits = "1".repeat(300);
    assertEquals(
        new TypedEntry.Constant(new TextValue(digits), TypedEntry.KEEP), PARSER.parse(digits));
  }
}
