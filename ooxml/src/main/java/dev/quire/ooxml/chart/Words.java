package dev.quire.ooxml.chart;

import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.BarShape;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Trendline;
import java.util.Map;
import java.util.stream.Collectors;

/// Words of the format and what they stand for here (ECMA-376 part 1, 20.1.10 and 21.2.3).
///
/// @param <T> what they stand for
record Words<T extends Object>(Map<String, T> meanings, Map<T, String> spellings) {
  static final Words<Line.Dash> DASHES =
      of(
          Map.ofEntries(
              Map.entry("solid", Line.Dash.SOLID),
              Map.entry("dot", Line.Dash.DOT),
              Map.entry("dash", Line.Dash.DASH),
              Map.entry("lgDash", Line.Dash.LONG_DASH),
              Map.entry("dashDot", Line.Dash.DASH_DOT),
              Map.entry("lgDashDot", Line.Dash.LONG_DASH_DOT),
              Map.entry("lgDashDotDot", Line.Dash.LONG_DASH_DOT_DOT),
              Map.entry("sysDash", Line.Dash.SYSTEM_DASH),
              Map.entry("sysDot", Line.Dash.SYSTEM_DOT),
              Map.entry("sysDashDot", Line.Dash.SYSTEM_DASH_DOT),
              Map.entry("sysDashDotDot", Line.Dash.SYSTEM_DASH_DOT_DOT)));

  static final Words<Marker.Symbol> SYMBOLS =
      of(
          Map.ofEntries(
              Map.entry("auto", Marker.Symbol.AUTOMATIC),
              Map.entry("none", Marker.Symbol.NONE),
              Map.entry("circle", Marker.Symbol.CIRCLE),
              Map.entry("dash", Marker.Symbol.DASH),
              Map.entry("diamond", Marker.Symbol.DIAMOND),
              Map.entry("dot", Marker.Symbol.DOT),
              Map.entry("plus", Marker.Symbol.PLUS),
              Map.entry("square", Marker.Symbol.SQUARE),
              Map.entry("star", Marker.Symbol.STAR),
              Map.entry("triangle", Marker.Symbol.TRIANGLE),
              Map.entry("x", Marker.Symbol.X)));

  static final Words<DataLabels.Position> LABEL_POSITIONS =
      of(
          Map.of(
              "ctr", DataLabels.Position.CENTER,
              "inEnd", DataLabels.Position.INSIDE_END,
              "inBase", DataLabels.Position.INSIDE_BASE,
              "outEnd", DataLabels.Position.OUTSIDE_END,
              "l", DataLabels.Position.LEFT,
              "r", DataLabels.Position.RIGHT,
              "t", DataLabels.Position.TOP,
              "b", DataLabels.Position.BOTTOM,
              "bestFit", DataLabels.Position.BEST_FIT));

  static final Words<Legend.Position> LEGEND_POSITIONS =
      of(
          Map.of(
              "t", Legend.Position.TOP,
              "b", Legend.Position.BOTTOM,
              "l", Legend.Position.LEFT,
              "r", Legend.Position.RIGHT,
              "tr", Legend.Position.CORNER));

  static final Words<Axis.Place> PLACES =
      of(
          Map.of(
              "t", Axis.Place.TOP,
              "b", Axis.Place.BOTTOM,
              "l", Axis.Place.LEFT,
              "r", Axis.Place.RIGHT));

  static final Words<Axis.Ticks> TICKS =
      of(
          Map.of(
              "none", Axis.Ticks.NONE,
              "in", Axis.Ticks.INSIDE,
              "out", Axis.Ticks.OUTSIDE,
              "cross", Axis.Ticks.CROSS));

  static final Words<Axis.Labels> AXIS_LABELS =
      of(
          Map.of(
              "none", Axis.Labels.NONE,
              "nextTo", Axis.Labels.NEXT_TO_AXIS,
              "low", Axis.Labels.LOW,
              "high", Axis.Labels.HIGH));

  static final Words<ChartSpace.Blanks> BLANKS =
      of(
          Map.of(
              "gap", ChartSpace.Blanks.GAP,
              "zero", ChartSpace.Blanks.ZERO,
              "span", ChartSpace.Blanks.SPAN));

  static final Words<Plot.Grouping> GROUPINGS =
      of(
          Map.of(
              "standard", Plot.Grouping.STANDARD,
              "clustered", Plot.Grouping.CLUSTERED,
              "stacked", Plot.Grouping.STACKED,
              "percentStacked", Plot.Grouping.PERCENT_STACKED));

  static final Words<BarShape> SHAPES =
      of(
          Map.of(
              "box", BarShape.BOX,
              "cylinder", BarShape.CYLINDER,
              "cone", BarShape.CONE,
              "coneToMax", BarShape.CONE_TO_MAX,
              "pyramid", BarShape.PYRAMID,
              "pyramidToMax", BarShape.PYRAMID_TO_MAX));

  static final Words<Trendline.Kind> TRENDS =
      of(
          Map.of(
              "linear", Trendline.Kind.LINEAR,
              "exp", Trendline.Kind.EXPONENTIAL,
              "log", Trendline.Kind.LOGARITHMIC,
              "poly", Trendline.Kind.POLYNOMIAL,
              "power", Trendline.Kind.POWER,
              "movingAvg", Trendline.Kind.MOVING_AVERAGE));

  private static <T extends Object> Words<T> of(Map<String, T> meanings) {
    return new Words<>(
        meanings,
        meanings.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey)));
  }

  /// What a word stands for; another thing when the word is unknown.
  T meaning(String word, T otherwise) {
    return meanings.getOrDefault(word, otherwise);
  }

  /// The word for something.
  String word(T meaning) {
    return spellings.getOrDefault(meaning, "");
  }
}
