package dev.quire.graph.resource;

import dev.quire.workbook.chart.ChartType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The words of the API for kinds of charts (semantics §10; the full list is that of the JavaScript
/// API, D).
final class ChartWords {
  /// Words that are not those of the constants.
  private static final Map<String, ChartType> OTHERS =
      Map.ofEntries(
          Map.entry("3DColumnClustered", ChartType.COLUMN_CLUSTERED_3D),
          Map.entry("3DColumnStacked", ChartType.COLUMN_STACKED_3D),
          Map.entry("3DColumnStacked100", ChartType.COLUMN_STACKED_100_3D),
          Map.entry("3DColumn", ChartType.COLUMN_3D),
          Map.entry("3DBarClustered", ChartType.BAR_CLUSTERED_3D),
          Map.entry("3DBarStacked", ChartType.BAR_STACKED_3D),
          Map.entry("3DBarStacked100", ChartType.BAR_STACKED_100_3D),
          Map.entry("3DLine", ChartType.LINE_3D),
          Map.entry("3DArea", ChartType.AREA_3D),
          Map.entry("3DAreaStacked", ChartType.AREA_STACKED_3D),
          Map.entry("3DAreaStacked100", ChartType.AREA_STACKED_100_3D),
          Map.entry("3DPie", ChartType.PIE_3D),
          Map.entry("3DPieExploded", ChartType.PIE_EXPLODED_3D),
          Map.entry("XYScatter", ChartType.SCATTER),
          Map.entry("XYScatterSmooth", ChartType.SCATTER_SMOOTH),
          Map.entry("XYScatterSmoothNoMarkers", ChartType.SCATTER_SMOOTH_NO_MARKERS),
          Map.entry("XYScatterLines", ChartType.SCATTER_LINES),
          Map.entry("XYScatterLinesNoMarkers", ChartType.SCATTER_LINES_NO_MARKERS),
          Map.entry("Bubble3DEffect", ChartType.BUBBLE_3D));

  /// Beginnings of words that Excel has and that are not built: kinds of 2016 and later.
  private static final List<String> NOT_BUILT =
      List.of(
          "histogram",
          "boxwhisker",
          "pareto",
          "regionmap",
          "treemap",
          "waterfall",
          "sunburst",
          "funnel");

  private static final Map<String, ChartType> BY_WORD = byWord();

  private ChartWords() {}

  private static Map<String, ChartType> byWord() {
    var words = new HashMap<String, ChartType>();
    OTHERS.forEach((word, type) -> words.put(word.toLowerCase(Locale.ROOT), type));
    Arrays.stream(ChartType.values())
        .filter(type -> !OTHERS.containsValue(type))
        .forEach(type -> words.put(Wording.of(type).toLowerCase(Locale.ROOT), type));
    return Map.copyOf(words);
  }

  /// The kind that a word means.
  ///
  /// @throws NotServed when Excel has such charts and we do not
  /// @throws BadArgument when there is no such kind
  static ChartType parse(String word) {
    String folded = word.toLowerCase(Locale.ROOT);
    ChartType type = BY_WORD.get(folded);
    if (type != null) {
      return type;
    }
    if (NOT_BUILT.stream().anyMatch(folded::startsWith)) {
      throw new NotServed("A chart of type " + word);
    }
    throw new BadArgument(
        "'%s' is no value of 'type'; it has to be a type of chart such as %s."
            .formatted(
                word,
                Arrays.stream(ChartType.values())
                    .limit(3)
                    .map(Wording::of)
                    .collect(Collectors.joining(", "))));
  }
}
