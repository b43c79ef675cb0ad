package dev.quire.app.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "500ms,PT0.5S",
    "90s,PT1M30S",
    "5m,PT5M",
    "1h,PT1H",
    "2d,PT48H",
    "1h30m,PT1H30M",
    "5M,PT5M",
    "0s,PT0S",
    "PT6M,PT6M",
    "P1D,PT24H"
  })
  void timesAreRead(String text, Duration expected) throws BadValue {
    assertEquals(expected, Amounts.duration(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-5m", "5 m", "5w", "1.5h", "PT-6M", "99999999999d"})
  void otherTimesAreRefused(String text) {
    assertThrows(BadValue.class, () -> Amounts.duration(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "10,10",
    "10b,10",
    "512kb,524288",
    "5mb,5242880",
    "5MB,5242880",
    "2gb,2147483648"
  })
  void sizesAreRead(String text, long expected) throws BadValue {
    assertEquals(expected, Amounts.bytes(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "mb", "-1", "5m", "5 mb", "1e9", "9999999999999"})
  void otherSizesAreRefused(String text) {
    assertThrows(BadValue.class, () -> Amounts.bytes(text));
  }

  @Test
  void wordsAndPairsAreRead() throws BadValue {
    assertEquals(List.of("a", "b", "c"), Amounts.words("a, b c"));
    assertEquals(Map.of("a", "b", "c", "d=e"), Amounts.pairs("a=b, c=d=e"));
    assertEquals(Map.of(), Amounts.pairs(""));
    var hr = Path.of("/srv/hr");
    assertEquals(Map.of("a.b:/hr", hr, "c", hr), Amounts.folders("a.b:/hr=/srv/hr, c=/srv/hr"));
  }
}
