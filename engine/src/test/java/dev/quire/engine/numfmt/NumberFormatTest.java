package dev.quire.engine.numfmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTest {
  private static String text(String code, double number, FormatContext context) {
    return NumberFormat.compile(code).format(new NumberValue(number), context);
  }

  @Test
  void blankHasNoTextInAnyFormat() {
    assertEquals(
        "", NumberFormat.compile("0.00;;;\"x\"@").format(BlankValue.BLANK, FormatContext.EN_US));
  }

  @Test
  void dateBefore1900ShowsNumberSigns() {
    assertEquals("########", text("yyyy", -1, FormatContext.EN_US));
  }

  @Test
  void countingFrom1904ShiftsDaysAndAllowsNegativeOnes() {
    assertEquals("1904-01-01", text("yyyy-mm-dd", 0, FormatContext.EN_US_1904));
    assertEquals("Fri", text("ddd", 0, FormatContext.EN_US_1904));
    assertEquals("-1904-01-02", text("yyyy-mm-dd", -1, FormatContext.EN_US_1904));
    assertEquals("-1:30", text("[h]:mm", -0.0625, FormatContext.EN_US_1904));
    assertEquals("9999-12-31", text("yyyy-mm-dd", 2_957_003, FormatContext.EN_US_1904));
    assertEquals("########", text("yyyy-mm-dd", 2_957_004, FormatContext.EN_US_1904));
  }

  @Test
  void separatorsAndNamesFollowTheSettings() {
    var en = FormatSettings.EN_US;
    var settings =
        new FormatSettings(
            ',',
            '.',
            ".",
            ":",
            List.of(
                "Januar",
                "Februar",
                "März",
                "April",
                "Mai",
                "Juni",
                "Juli",
                "August",
                "September",
                "Oktober",
                "November",
                "Dezember"),
            en.shortMonths(),
            en.weekdays(),
            en.shortWeekdays(),
            "vorm.",
            "nachm.");
    var context = new FormatContext(false, settings);
    assertEquals("1.234,50", text("#,##0.00", 1234.5, context));
    assertEquals("1,5", text("General", 1.5, context));
    assertEquals("1,5E+20", text("General", 1.5e20, context));
    assertEquals("16.Januar.2024", text("d/mmmm/yyyy", 45307, context));
    assertEquals("12,5 nachm.", text("ss.0 AM/PM", 0.5 + 12.5 / 86400, context));
  }

  @Test
  void colorIsThatOfTheSectionTaken() {
    var format = NumberFormat.compile("[Blue]0;[Color 10]0;[red]0;[Cyan]@");
    assertEquals(Optional.of(new FormatColor(5)), format.color(new NumberValue(1)));
    assertEquals(Optional.of(new FormatColor(10)), format.color(new NumberValue(-1)));
    assertEquals(Optional.of(new FormatColor(3)), format.color(new NumberValue(0)));
    assertEquals(Optional.of(new FormatColor(8)), format.color(new TextValue("x")));
    assertEquals(0xFF0000, new FormatColor(3).rgb());
    assertEquals(Optional.empty(), NumberFormat.compile("0").color(new NumberValue(1)));
    assertEquals(Optional.empty(), NumberFormat.compile("[Color 57]0").color(new NumberValue(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"x", "[Red", "0\\", "0_", "0*", "0;0;0;0;0", "yyyy0", "General0", "0@", "0.0E+"})
  void damagedCodeCannotBeSet(String code) {
    assertTrue(NumberFormat.tryCompile(code).isEmpty());
    assertEquals(code, NumberFormat.compile(code).code());
  }

  @Test
  void codeOf256CharactersCannotBeSet() {
    assertTrue(NumberFormat.tryCompile("0".repeat(255)).isPresent());
    assertTrue(NumberFormat.tryCompile("0".repeat(256)).isEmpty());
  }

  @Test
  void overlongCodeOfAFileFormatsAsGeneral() {
    assertEquals("5", text("0".repeat(100_000), 5, FormatContext.EN_US));
  }

  @Test
  void textThatWouldOutgrowACellIsRefused() {
    var format = NumberFormat.compile("@".repeat(200));
    assertTrue(format.tryFormat(new TextValue("x".repeat(30_000)), FormatContext.EN_US).isEmpty());
  }

  @Test
  void kindsAreTold() {
    assertTrue(NumberFormat.compile("m/d/yyyy").isDate());
    assertTrue(NumberFormat.compile("[h]:mm").isDate());
    assertFalse(NumberFormat.compile("0.00").isDate());
    assertTrue(NumberFormat.compile("@").isText());
    assertFalse(NumberFormat.compile("0;0;0;@").isText());
    assertTrue(NumberFormat.compile("General").isGeneral());
    assertTrue(NumberFormat.compile("").isGeneral());
    assertFalse(NumberFormat.compile("General;General").isGeneral());
    assertFalse(NumberFormat.compile("0").isGeneral());
  }

  @Test
  void builtInNumbersAndCodesFindEachOther() {
    IntStream.concat(IntStream.range(0, 27), IntStream.range(37, 50))
        .forEach(id ->
            BuiltInFormats.code(id)
                .ifPresent(code -> assertEquals(id, BuiltInFormats.id(code).orElseThrow())));
    assertEquals(Optional.of("m/d/yyyy"), BuiltInFormats.code(27), "East Asian date");
    assertEquals(Optional.of("h:mm:ss"), BuiltInFormats.code(32), "East Asian time");
    assertEquals(Optional.of("m/d/yyyy"), BuiltInFormats.code(14));
    assertEquals(Optional.empty(), BuiltInFormats.code(163));
    assertTrue(BuiltInFormats.id("no such code").isEmpty());
  }

  @Test
  void everyBuiltInCodeCompiles() {
    for (int id = 0; id < BuiltInFormats.FIRST_CUSTOM_ID; id++) {
      BuiltInFormats.code(id)
          .ifPresent(code -> assertTrue(NumberFormat.tryCompile(code).isPresent(), code));
    }
  }

  @Test
  void storeOfFormatsStaysBounded() {
    var formats = new NumberFormats(10);
    for (int i = 0; i < 1_000; i++) {
      formats.format("0\"" + i + "\"");
    }
    assertTrue(formats.size() <= 10);
    assertEquals(formats.format("0.0"), formats.format("0.0"));
  }
}
