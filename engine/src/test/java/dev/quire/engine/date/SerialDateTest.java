package dev.quire.engine.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.date.SerialDate.Day;
import dev.quire.engine.date.SerialDate.Time;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SerialDateTest {
  @Test
  void februaryOf1900Has29Days() {
    assertEquals(Optional.of(new Day(1900, 1, 0)), SerialDate.day(0, false));
    assertEquals(Optional.of(new Day(1900, 2, 28)), SerialDate.day(59, false));
    assertEquals(Optional.of(new Day(1900, 2, 29)), SerialDate.day(60, false));
    assertEquals(Optional.of(new Day(1900, 3, 1)), SerialDate.day(61, false));
    assertEquals(29, SerialDate.daysOfMonth(1900, 2, false));
    assertEquals(28, SerialDate.daysOfMonth(1900, 2, true));
  }

  @Test
  void serialsEndWithTheYear9999() {
    assertEquals(Optional.of(new Day(9999, 12, 31)), SerialDate.day(2_958_465, false));
    assertEquals(Optional.of(new Day(9999, 12, 31)), SerialDate.day(2_957_003, true));
    assertEquals(Optional.empty(), SerialDate.day(2_958_466, false));
    assertEquals(Optional.empty(), SerialDate.day(-1, false));
    assertEquals(OptionalLong.empty(), SerialDate.serial(10_000, 1, 1, false));
    assertEquals(OptionalLong.empty(), SerialDate.serial(1899, 12, 30, false));
    assertEquals(OptionalLong.empty(), SerialDate.serial(Integer.MAX_VALUE, 1, 1, false));
  }

  @Test
  void everySerialComesBack() {
    for (boolean date1904 : new boolean[] {false, true}) {
      for (long serial = 0; serial <= SerialDate.last(date1904); serial += 7) {
        var day = SerialDate.day(serial, date1904).orElseThrow();
        assertEquals(
            serial,
            SerialDate.serial(day.year(), day.month(), day.day(), date1904).orElseThrow(),
            day.toString());
      }
    }
  }

  @Test
  void monthsAndDaysCarryOver() {
    assertEquals(OptionalLong.of(45_292), SerialDate.serial(2023, 13, 1, false));
    assertEquals(OptionalLong.of(45_291), SerialDate.serial(2024, 1, 0, false));
    assertEquals(OptionalLong.of(45_261), SerialDate.serial(2024, 0, 1, false));
    assertEquals(OptionalLong.of(60), SerialDate.serial(1900, 2, 29, false));
    assertEquals(OptionalLong.of(60), SerialDate.serial(1900, 3, 0, false));
  }

  @Test
  void weekdaysCountTheFalseLeapDay() {
    assertEquals(0, SerialDate.weekday(1, false));
    assertEquals(3, SerialDate.weekday(60, false));
    assertEquals(4, SerialDate.weekday(61, false));
    assertEquals(1, SerialDate.weekday(45_292, false));
    assertEquals(5, SerialDate.weekday(0, true));
  }

  @Test
  void timesAreRoundedToTheSecond() {
    assertEquals(new Time(12, 0, 0), SerialDate.time(45_292.5));
    assertEquals(new Time(0, 0, 0), SerialDate.time(0.999999));
    assertEquals(new Time(1, 0, 0), SerialDate.time(0.04166666));
    assertEquals(0.5, SerialDate.fraction(12, 0, 0));
    assertEquals(1.125, SerialDate.fraction(27, 0, 0));
  }

  @Test
  void javaDatesBecomeSerials() {
    assertEquals(OptionalLong.of(45_292), SerialDate.serial(LocalDate.of(2024, 1, 1), false));
    assertEquals(OptionalLong.of(43_830), SerialDate.serial(LocalDate.of(2024, 1, 1), true));
    assertEquals(
        OptionalDouble.of(45_292.75),
        SerialDate.serial(LocalDateTime.of(2024, 1, 1, 18, 0), false));
    assertTrue(SerialDate.serial(LocalDate.of(1903, 12, 31), true).isEmpty());
  }
}
