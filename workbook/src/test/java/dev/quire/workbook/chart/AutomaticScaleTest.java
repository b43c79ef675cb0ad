package dev.quire.workbook.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AutomaticScaleTest {
  @ParameterizedTest
  @CsvSource({
    "1, 5, 0, 6, 1",
    "1, 9, 0, 10, 1",
    "0, 10, 0, 12, 2",
    "1.8, 4.5, 0, 5, 0.5",
    "10, 10, 0, 12, 2",
    "3, 42, 0, 45, 5",
    "10, 95, 0, 100, 10",
    "10, 100, 0, 120, 20",
    "95, 100, 92, 101, 1",
    "0.001, 0.006, 0, 0.007, 0.001",
    "-5, 5, -6, 6, 2",
    "-5, -1, -6, 0, 1",
    "-100, -95, -101, -92, 1",
    "1500, 1250000, 0, 1400000, 200000",
    "0, 0, 0, 1, 0.1"
  })
  void findsTheScaleOfValuesAsExcelDoes(
      double least, double greatest, double minimum, double maximum, double majorUnit) {
    assertEquals(
        new AutomaticScale(minimum, maximum, majorUnit, majorUnit / 5),
        AutomaticScale.of(AxisScale.AUTOMATIC, least, greatest, AutomaticScale.USUAL_INTERVALS));
  }

  @Test
  void axisWithoutValuesGoesFromZeroToOne() {
    AutomaticScale scale =
        AutomaticScale.of(
            AxisScale.AUTOMATIC, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 10);
    assertEquals(new AutomaticScale(0, 1, 0.1, 0.02), scale);
  }

  /// Ends at which differences would overflow are drawn in.
  @Test
  void largestNumbersHaveAScale() {
    double most = AutomaticScale.MOST;
    double largest = Double.MAX_VALUE;
    for (AxisScale axis : List.of(AxisScale.AUTOMATIC, fixed(-largest, largest))) {
      AutomaticScale scale = AutomaticScale.of(axis, -largest, largest, 10);
      assertTrue(scale.minimum() <= -most && scale.minimum() >= -2 * most, scale::toString);
      assertTrue(scale.maximum() >= most && scale.maximum() <= 2 * most, scale::toString);
      assertTrue(scale.majorUnit() > most / 10 && scale.majorUnit() < most, scale::toString);
    }
    var tiny =
        new AxisScale(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(Double.MIN_NORMAL),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false);
    assertEquals(0, AutomaticScale.of(tiny, 1, largest, 10).minimum());
    assertTrue(AutomaticScale.of(tiny, 1, largest, 10).maximum() >= most);
  }

  @Test
  void whatIsFixedStaysAndTheRestIsFound() {
    AutomaticScale scale = AutomaticScale.of(fixed(10, 100), 1, 5, 10);
    assertEquals(10, scale.minimum());
    assertEquals(100, scale.maximum());
    assertEquals(10, scale.majorUnit());
  }

  @Test
  void maximumBelowTheValuesLeavesRoomBelowIt() {
    AxisScale wanted =
        new AxisScale(
            OptionalDouble.empty(),
            OptionalDouble.of(-50),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            false);
    AutomaticScale scale = AutomaticScale.of(wanted, 1, 5, 10);
    assertEquals(-50, scale.maximum());
    assertTrue(scale.minimum() < scale.maximum());
  }

  @Test
  void logarithmicAxisGoesFromPowerToPower() {
    AxisScale log =
        new AxisScale(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.of(10),
            false);
    assertEquals(new AutomaticScale(1, 10000, 10, 10), AutomaticScale.of(log, 3, 1001, 10));
    assertEquals(new AutomaticScale(0.01, 100, 10, 10), AutomaticScale.of(log, 0.02, 100, 10));
    assertEquals(new AutomaticScale(1, 10, 10, 10), AutomaticScale.of(log, -3, -1, 10));
  }

  @Test
  void partsOfAWholeGoUpToAHundredPercent() {
    assertEquals(
        new AutomaticScale(0, 1, 0.1, 0.02),
        AutomaticScale.ofParts(AxisScale.AUTOMATIC, false, 10));
    assertEquals(
        new AutomaticScale(-1, 1, 0.2, 0.04),
        AutomaticScale.ofParts(AxisScale.AUTOMATIC, true, 10));
  }

  @Test
  void shortAxisHasFewerUnits() {
    assertEquals(10, AutomaticScale.intervals(400, 9));
    assertEquals(6, AutomaticScale.intervals(80, 9));
    assertEquals(1, AutomaticScale.intervals(1, 9));
    assertEquals(new AutomaticScale(0, 6, 2, 0.4), AutomaticScale.of(AxisScale.AUTOMATIC, 1, 5, 5));
  }

  private static AxisScale fixed(double minimum, double maximum) {
    return new AxisScale(
        OptionalDouble.of(minimum),
        OptionalDouble.of(maximum),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        false);
  }
}
