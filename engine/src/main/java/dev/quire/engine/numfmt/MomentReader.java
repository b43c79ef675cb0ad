package dev.quire.engine.numfmt;

import dev.quire.engine.date.SerialDate;
import java.util.Optional;

/// Reads dates, times and both together in either order.
final class MomentReader {
  /// Longest spelling with room to spare; bounds the number of ways to split.
  private static final int LONGEST = 48;

  private final DateReader dates;
  private final boolean date1904;

  MomentReader(boolean date1904, int currentYear) {
    this.date1904 = date1904;
    this.dates = new DateReader(date1904, currentYear);
  }

  Optional<NumberEntry> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return dates.read(text).or(() -> TimeReader.read(text)).or(() -> both(text));
  }

  private Optional<NumberEntry> both(String text) {
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      String first = text.substring(0, at).stripTrailing();
      String second = text.substring(at + 1).stripLeading();
      var joined = joined(first, second).or(() -> joined(second, first));
      if (joined.isPresent()) {
        return joined;
      }
    }
    return Optional.empty();
  }

  private Optional<NumberEntry> joined(String date, String time) {
    return TimeReader.read(time)
        .flatMap(clock -> dates.read(date).map(day -> day.number() + clock.number()))
        .filter(serial -> serial < SerialDate.last(date1904) + 1)
        .map(serial -> new NumberEntry(serial, "m/d/yyyy h:mm", true));
  }
}
