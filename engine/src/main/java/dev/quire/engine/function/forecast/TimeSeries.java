package dev.quire.engine.function.forecast;

import dev.quire.engine.date.SerialDate;
import dev.quire.engine.date.SerialDate.Day;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// Values at equal steps of time, with gaps filled.
///
/// @param values from the first to the last moment
/// @param step between two of them, in units of the clock
/// @param first the moment of the first, on the clock
/// @param clock what turns a moment of the time line into equal units: days or months
/// @param told the step as Excel tells it, in days; for months the commonest of their lengths (O)
record TimeSeries(
    double[] values, double step, double first, DoubleUnaryOperator clock, double told) {
  /// Most moments that may be missing, as a share of those that are there (documented: 30 %; one
  /// missing beside three is too many, O).
  private static final double MOST_MISSING = 0.3;

  private static final double ROUNDING = 1e-6;

  /// A series of moments in rising order, none twice, and their values. Empty when they keep no
  /// constant step.
  ///
  /// @param interpolates whether gaps take the line between their neighbours rather than 0
  static Optional<TimeSeries> of(
      double[] moments, double[] values, boolean interpolates, boolean date1904) {
    Optional<TimeSeries> even = of(moments, values, interpolates, moment -> moment);
    DoubleUnaryOperator months = months(moments, date1904);
    boolean areMonths =
        Arrays.stream(moments).map(months).allMatch(month -> month == Math.rint(month));
    return even.isPresent() || !areMonths ? even : of(moments, values, interpolates, months);
  }

  private static Optional<TimeSeries> of(
      double[] moments, double[] values, boolean interpolates, DoubleUnaryOperator clock) {
    double[] times = Arrays.stream(moments).map(clock).toArray();
    double step = smallestStep(times);
    double told = fits(moments, smallestStep(moments)) ? step : commonestDistance(moments);
    double places = (times[times.length - 1] - times[0]) / step + 1;
    return places - times.length <= MOST_MISSING * times.length && fits(times, step)
        ? Optional.of(
            new TimeSeries(filled(times, values, step, interpolates), step, times[0], clock, told))
        : Optional.empty();
  }

  private static double[] filled(
      double[] times, double[] values, double step, boolean interpolates) {
    var filled = new double[place(times, step, times.length - 1) + 1];
    filled[0] = values[0];
    for (int i = 1; i < times.length; i++) {
      int before = place(times, step, i - 1);
      int place = place(times, step, i);
      double rise = (values[i] - values[i - 1]) / (place - before);
      for (int gap = before + 1; gap < place; gap++) {
        filled[gap] = interpolates ? values[i - 1] + rise * (gap - before) : 0;
      }
      filled[place] = values[i];
    }
    return filled;
  }

  private static int place(double[] times, double step, int i) {
    return (int) Math.rint((times[i] - times[0]) / step);
  }

  private static double smallestStep(double[] times) {
    double step = Double.POSITIVE_INFINITY;
    for (int i = 1; i < times.length; i++) {
      step = Math.min(step, times[i] - times[i - 1]);
    }
    return step;
  }

  private static double commonestDistance(double[] moments) {
    var counts = new LinkedHashMap<Double, Integer>();
    for (int i = 1; i < moments.length; i++) {
      counts.merge(moments[i] - moments[i - 1], 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .reduce((most, other) -> other.getValue() > most.getValue() ? other : most)
        .map(Map.Entry::getKey)
        .orElse(0.0);
  }

  private static boolean fits(double[] times, double step) {
    for (double time : times) {
      double places = (time - times[0]) / step;
      if (Math.abs(places - Math.rint(places)) > ROUNDING) {
        return false;
      }
    }
    return true;
  }

  /// A clock that counts months, fractions being days after the latest day of month among the
  /// moments, or after the last day of shorter months.
  private static DoubleUnaryOperator months(double[] moments, boolean date1904) {
    int anchor =
        Arrays.stream(moments)
            .mapToInt(moment -> SerialDate.day((long) moment, date1904).map(Day::day).orElse(0))
            .max()
            .orElse(0);
    return moment ->
        SerialDate.day((long) moment, date1904)
            .map(day -> month(day, anchor, date1904))
            .orElse(Double.NaN);
  }

  private static double month(Day day, int anchor, boolean date1904) {
    int days = SerialDate.daysOfMonth(day.year(), day.month(), date1904);
    double after = day.day() - Math.min(anchor, days);
    return day.year() * 12.0 + day.month() + after / days;
  }

  /// How many steps after the first moment another lies, which may be a fraction.
  double place(double moment) {
    return (clock.applyAsDouble(moment) - first) / step;
  }
}
