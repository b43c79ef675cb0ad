package dev.quire.engine.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainNumberTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12|12",
        " -1.5 |-1.5",
        "1,234.5|1234.5",
        "$5|5",
        "(7)|-7",
        "50%|0.5",
        "1e3|1000",
        ".5|0.5",
        "5.|5",
        "-$2|-2"
      })
  void numbersAreReadAsTyped(String text, double number) {
    assertEquals(number, PlainNumberText.INSTANCE.number(text, false).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1 2", ".", "1,23", "--1", "(-1)", "1e999", "0x10", "NaN"})
  void otherTextsAreNoNumbers(String text) {
    assertTrue(PlainNumberText.INSTANCE.number(text, false).isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "-3|-3",
        "0.1|0.1",
        "0.30000000000000004|0.3",
        "1234567890123456|1234567890123460",
        "1E20|100000000000000000000",
        "1E21|1E+21",
        "0.00001|0.00001",
        "1.5E-7|0.00000015",
        "1E-18|0.000000000000000001",
        "1E-20|1E-20",
        "1.23456789012345E-6|1.23456789012345E-06",
        "123456.789|123456.789"
      })
  void numbersAreShownWithUpTo15Digits(double number, String text) {
    assertEquals(text, PlainNumberText.INSTANCE.text(number));
  }
}
