package dev.quire.chart.scale;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.workbook.chart.AxisScale;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever an axis says and whatever stands along it, there is a scale to draw it by.
final class ScaleRuleProperties {
  private static AxisScale given(double min, double max, double major, int which) {
    return new AxisScale(
        (which & 1) == 0 ? OptionalDouble.empty() : OptionalDouble.of(min),
        (which & 2) == 0 ? OptionalDouble.empty() : OptionalDouble.of(max),
        (which & 4) == 0 ? OptionalDouble.empty() : OptionalDouble.of(major),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        (which & 8) != 0);
  }

  @Property
  void anyAxisHasAScale(
      @ForAll double low,
      @ForAll double high,
      @ForAll double min,
      @ForAll double max,
      @ForAll double major,
      @ForAll @IntRange(max = 15) int which,
      @ForAll @IntRange(min = 1, max = 20) int intervals) {
    AxisScale given = given(min, max, major, which);
    check(ScaleRule.linear(low, high, given, intervals));
    check(ScaleRule.logarithmic(low, high, given));
    check(ScaleRule.percent(low < 0, given, intervals));
  }

  private static void check(ValueScale scale) {
    assertTrue(scale.maximum() > scale.minimum(), scale::toString);
    assertTrue(scale.majors().length <= 501, scale::toString);
    double first = scale.at(scale.minimum());
    double last = scale.at(scale.maximum());
    assertTrue(Math.abs(first + last - 1) < 1e-9, scale::toString);
    assertTrue(Math.abs(Math.abs(first - last) - 1) < 1e-9, scale::toString);
  }
}
