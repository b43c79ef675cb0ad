package dev.quire.engine.numfmt;

/// A serial number taken apart.
///
/// @param days whole days since the start of the date system
/// @param seconds of the day
/// @param millis of the second
record DateMoment(long days, int seconds, int millis) {
  int hour() {
    return seconds / 3600;
  }

  int minute() {
    return seconds / 60 % 60;
  }

  int second() {
    return seconds % 60;
  }

  boolean isMorning() {
    return hour() < 12;
  }

  long totalSeconds() {
    return days * 86_400 + seconds;
  }
}
