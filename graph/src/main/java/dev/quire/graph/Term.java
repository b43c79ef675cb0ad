package dev.quire.graph;

import java.time.Duration;
import java.time.Instant;

/// From when until when something holds.
///
/// @param begins when it was made, or renewed last
/// @param ends in whole milliseconds, as `begins`
record Term(Instant begins, Instant ends) {
  private static final String TIME = "\\d{1,15}";

  boolean holds(Instant now) {
    return ends.isAfter(now);
  }

  Duration length() {
    return Duration.between(begins, ends);
  }

  /// As a part of a name.
  String text() {
    return ends.toEpochMilli() + "-" + begins.toEpochMilli();
  }

  /// What [#text] was made of; one that is over when it was not. Older versions kept the end only.
  static Term of(String text) {
    if (!text.matches(TIME + "(-" + TIME + ")?")) {
      return new Term(Instant.EPOCH, Instant.EPOCH);
    }
    String[] times = text.split("-");
    var ends = Instant.ofEpochMilli(Long.parseLong(times[0]));
    return new Term(times.length > 1 ? Instant.ofEpochMilli(Long.parseLong(times[1])) : ends, ends);
  }
}
