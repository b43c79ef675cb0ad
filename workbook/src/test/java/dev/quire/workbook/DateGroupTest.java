package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Groups of dates as the list of a filter offers them.
final class DateGroupTest {
  private static List<Integer> parts(String words) {
    return Arrays.stream(words.split(" ")).map(Integer::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "46086.5, false, 2026 3 5 12 0 0",
    "44624.5, true, 2026 3 5 12 0 0",
    "0.75, true, 1904 1 1 18 0 0",
    "1, false, 1900 1 1 0 0 0",
    "59, false, 1900 2 28 0 0 0",
    "60.25, false, 1900 2 29 6 0 0",
    "61, false, 1900 3 1 0 0 0",
    "46086.99999, false, 2026 3 5 23 59 59",
    "46086.999999, false, 2026 3 6 0 0 0",
    "2958465.9, false, 9999 12 31 21 36 0"
  })
  void momentIsInItsSecond(double serial, boolean date1904, String group) {
    assertEquals(parts(group), DateGroup.second(serial, date1904).orElseThrow().parts());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, -0.5, 0, 0.75, 2_958_465.999999, 2_958_466, 1e300})
  void numberOutsideTheCalendarIsInNoGroup(double serial) {
    assertEquals(java.util.Optional.empty(), DateGroup.second(serial, false));
  }

  @Test
  void secondIsInEveryLargerGroup() {
    var second = new DateGroup(parts("2026 3 5 10 11 12"));
    assertEquals(
        "2026|2026 3|2026 3 5|2026 3 5 10|2026 3 5 10 11|2026 3 5 10 11 12",
        Arrays.stream(DateGroup.Unit.values())
            .map(unit ->
                second.within(unit).parts().stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(" ")))
            .collect(Collectors.joining("|")));
    var year = new DateGroup(List.of(2026));
    assertEquals(year, year.within(DateGroup.Unit.DAY));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "999",
        "10000",
        "2026 0",
        "2026 13",
        "2026 4 31",
        "2026 2 29",
        "2026 3 0",
        "2026 3 5 24",
        "2026 3 5 23 60",
        "2026 3 5 23 59 60",
        "2026 3 5 23 59 59 0"
      })
  void whatNoCalendarHasIsNoGroup(String parts) {
    assertFalse(DateGroup.exists(parts(parts)));
    assertThrows(IllegalArgumentException.class, () -> new DateGroup(parts(parts)));
  }
}
