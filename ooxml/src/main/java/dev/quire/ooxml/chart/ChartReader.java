package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartTheme;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.ShapeFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a chart part (ECMA-376 part 1, 21.2.2.29).
final class ChartReader {
  private final DrawingColors colors;
  private final DataReader data;
  private final Unsaid unsaid;

  /// @param sheets keys of worksheets by their names in lower case
  /// @param unsaid what elements mean that are not there
  ChartReader(DrawingColors colors, Map<String, Integer> sheets, Unsaid unsaid) {
    this.colors = colors;
    this.unsaid = unsaid;
    this.data = new DataReader(sheets);
  }

  /// What is shown when a part holds no chart that we know: nothing, and no plots.
  static ChartSpace unknown(ChartTheme theme) {
    return new ChartSpace(
        List.of(),
        Axes.NONE,
        Optional.empty(),
        ChartTitle.NONE,
        Legend.NONE,
        DataLabels.NONE,
        ShapeFormat.AUTOMATIC,
        ShapeFormat.AUTOMATIC,
        ChartText.AUTOMATIC,
        ChartSpace.Blanks.GAP,
        false,
        false,
        theme,
        Optional.empty());
  }

  ChartSpace read(XmlElement root) {
    Optional<XmlElement> plotArea = Nodes.down(root, "chart", "plotArea");
    if (!root.name().equals("chartSpace")
        || plotArea.isEmpty()
        || PlotReader.groups(plotArea.get()).isEmpty()) {
      return unknown(colors.theme());
    }
    XmlElement chart = Nodes.child(root, "chart").orElseThrow();
    var looks = new LookOfShapes(colors);
    var series = new SeriesReader(looks, data, unsaid);
    var axes = new AxisReader(plotArea.get(), series);
    List<XmlElement> groups = PlotReader.groups(plotArea.get());
    List<String> primary = primary(groups);
    Optional<List<String>> secondary =
        groups.stream()
            .map(AxisReader::ids)
            .filter(ids -> !ids.isEmpty() && !ids.equals(primary))
            .findFirst();
    var reader = new PlotReader(series);
    List<Plot> plots =
        groups.stream()
            .map(each -> reader.plot(each, secondary.equals(Optional.of(AxisReader.ids(each)))))
            .toList();
    return new ChartSpace(
        plots,
        axes.axes(primary),
        secondary.map(axes::axes),
        title(chart, axes, plots),
        Nodes.child(chart, "legend").map(each -> legend(each, looks)).orElse(Legend.NONE),
        labels(plots),
        looks.shape(root),
        looks.shape(plotArea.get()),
        looks.text(root),
        Words.BLANKS.meaning(unsaid.blanks(chart), ChartSpace.Blanks.ZERO),
        !unsaid.flag(chart, "plotVisOnly"),
        unsaid.flag(root, "roundedCorners"),
        colors.theme(),
        SceneReader.scene(chart, groups, looks));
  }

  /// The ids of the axes of the first group that has some.
  static List<String> primary(List<XmlElement> groups) {
    return groups.stream()
        .map(AxisReader::ids)
        .filter(ids -> !ids.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /// A chart of one series has a title even if the file does not say so, unless somebody took it
  /// away (O).
  private ChartTitle title(XmlElement chart, AxisReader axes, List<Plot> plots) {
    Optional<XmlElement> title = Nodes.child(chart, "title");
    if (title.isPresent()) {
      return axes.title(title.get(), false);
    }
    boolean taken = unsaid.flag(chart, "autoTitleDeleted");
    boolean single = plots.stream().mapToInt(each -> each.series().size()).sum() == 1;
    return taken || !single ? ChartTitle.NONE : ChartTitle.NONE.withVisible(true);
  }

  private Legend legend(XmlElement legend, LookOfShapes looks) {
    var hidden = new HashSet<Integer>();
    for (XmlElement each : Nodes.children(legend, "legendEntry")) {
      if (Nodes.flag(each, "delete", false)) {
        hidden.add(Nodes.whole(each, "idx", 0));
      }
    }
    return new Legend(
        true,
        Words.LEGEND_POSITIONS.meaning(
            Nodes.val(legend, "legendPos").orElse("r"), Legend.Position.RIGHT),
        unsaid.flag(legend, "overlay"),
        hidden,
        looks.shape(legend),
        looks.text(legend));
  }

  /// What the labels of the whole chart say: those of the first plot that shows some, or of the
  /// first series.
  static DataLabels labels(List<Plot> plots) {
    Optional<DataLabels> ofPlot =
        plots.stream().flatMap(each -> each.labels().stream()).findFirst();
    return ofPlot
        .filter(DataLabels::visible)
        .or(() ->
            plots.stream()
                .flatMap(each -> each.series().stream())
                .flatMap(each -> each.labels().stream())
                .findFirst())
        .or(() -> ofPlot)
        .orElse(DataLabels.NONE);
  }
}
