package dev.quire.server.service;

import java.time.Duration;
import java.time.ZoneId;
import java.util.OptionalLong;

/// How workbooks are calculated.
///
/// @param zone the zone of `TODAY` and `NOW`
/// @param limit how long one calculation may take
/// @param seed begins the numbers of `RAND` and the ids of what is made, the same in every run;
///   none when nobody shall foresee them
public record CalculationSettings(ZoneId zone, Duration limit, OptionalLong seed) {
  /// Universal time, half a minute, unforeseeable.
  public static final CalculationSettings USUAL =
      new CalculationSettings(ZoneId.of("UTC"), Duration.ofSeconds(30), OptionalLong.empty());

  /// The same with numbers and ids that can be repeated.
  public CalculationSettings repeatable(long begin) {
    return new CalculationSettings(zone, limit, OptionalLong.of(begin));
  }
}
