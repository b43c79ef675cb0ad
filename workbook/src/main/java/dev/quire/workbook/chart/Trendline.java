package dev.quire.workbook.chart;

import java.util.Optional;
import java.util.OptionalDouble;

/// A curve through the points of a series.
///
/// @param kind its formula
/// @param name in the legend; empty for the automatic one
/// @param order of a polynomial, or points of a moving average
/// @param forward how far it goes on after the last point
/// @param backward how far it begins before the first point
/// @param intercept where it has to cross the value axis
/// @param showsEquation whether its formula is written beside it
/// @param showsFit whether its coefficient of determination is
public record Trendline(
    Kind kind,
    Optional<String> name,
    int order,
    double forward,
    double backward,
    OptionalDouble intercept,
    boolean showsEquation,
    boolean showsFit,
    Line line) {
  /// Formulas of trendlines.
  public enum Kind {
    LINEAR,
    EXPONENTIAL,
    LOGARITHMIC,
    POLYNOMIAL,
    POWER,
    MOVING_AVERAGE
  }
}
