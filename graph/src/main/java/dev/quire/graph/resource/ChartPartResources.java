package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.workbook.Edit;
import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.SeriesData;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Title, legend and data labels of a chart (semantics §10).
final class ChartPartResources {
  private static final int LONGEST_TEXT = 32_767;
  private static final int LONGEST_SEPARATOR = 255;

  private static final ResourceType<ChartPartView> TITLE =
      resource("workbookChartTitle", ChartPartView.class)
          .flag("overlay", view -> view.space().title().overlay())
          .text("text", view -> text(view, view.space().title(), "Chart Title"))
          .flag("visible", view -> view.space().title().visible())
          .leadsTo("format", view -> view.further("format", "workbookChartTitleFormat"))
          .updates((view, body) -> update(view, body, Optional.empty()))
          .refuses("a part of its chart, which PATCH with visible hides", "DELETE");

  private static final ResourceType<ChartPartView> AXIS_TITLE =
      resource("workbookChartAxisTitle", ChartPartView.class)
          .text("text", view -> text(view, view.axis().title(), "Axis Title"))
          .flag("visible", view -> view.axis().title().visible())
          .leadsTo("format", view -> view.further("format", "workbookChartAxisTitleFormat"))
          .updates((view, body) -> update(view, body, Optional.of(view.role())))
          .refuses("a part of its axis, which PATCH with visible hides", "DELETE");

  private static final ResourceType<ChartPartView> LEGEND =
      resource("workbookChartLegend", ChartPartView.class)
          .flag("overlay", view -> view.space().legend().overlay())
          .text("position", view -> Wording.of(view.space().legend().position()))
          .flag("visible", view -> view.space().legend().visible())
          .leadsTo("format", view -> view.further("format", "workbookChartLegendFormat"))
          .updates(ChartPartResources::updateLegend)
          .refuses("a part of its chart, which PATCH with visible hides", "DELETE");

  private static final ResourceType<ChartPartView> LABELS =
      resource("workbookChartDataLabels", ChartPartView.class)
          .text(
              "position",
              view -> labels(view, DataLabels::position).map(Wording::of).orElse("None"))
          .text("separator", view -> labels(view, DataLabels::separator).orElse(", "))
          .flag("showBubbleSize", view -> labels(view, DataLabels::bubbleSize))
          .flag("showCategoryName", view -> labels(view, DataLabels::category))
          .flag("showLegendKey", view -> labels(view, DataLabels::legendKey))
          .flag("showPercentage", view -> labels(view, DataLabels::percentage))
          .flag("showSeriesName", view -> labels(view, DataLabels::series))
          .flag("showValue", view -> labels(view, DataLabels::value))
          .leadsTo("format", view -> view.further("format", "workbookChartDataLabelFormat"))
          .updates(ChartPartResources::updateLabels)
          .refuses("a part of its chart; PATCH with the show… members hides it", "DELETE");

  /// All of them.
  static final List<ResourceType<?>> TYPES = List.of(TITLE, AXIS_TITLE, LEGEND, LABELS);

  private ChartPartResources() {}

  private static <T> T labels(ChartPartView view, Function<DataLabels, T> property) {
    return property.apply(view.space().labels());
  }

  /// The text of a title. The title of a chart of one series finds its own: the series' name.
  private static String text(ChartPartView view, ChartTitle title, String usual) {
    if (!title.visible()) {
      return "";
    }
    boolean ofChart = !(view.element() instanceof ChartElement.OfAxis);
    var series = view.space().series();
    SeriesData data =
        ofChart && title.text().equals(SeriesData.NONE) && series.size() == 1
            ? series.getFirst().name()
            : title.text();
    String text =
        view.book().chartPoints(view.chart().sheet().key(), data).texts().stream()
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(" "));
    return text.isEmpty() ? usual : text;
  }

  private static Edit update(ChartPartView view, JsonObject body, Optional<AxisRole> axis) {
    if (axis.isPresent()) {
      Bodies.onlyMembers(body, "text", "visible");
      view.axis();
    } else {
      Bodies.onlyMembers(body, "overlay", "text", "visible");
    }
    Bodies.notNull(body, "text", "visible", "overlay");
    Optional<String> text = Bodies.findText(body, "text");
    if (text.filter(each -> each.isEmpty() || each.length() > LONGEST_TEXT).isPresent()) {
      throw new BadArgument(
          "'text' of a title has to have 1 to %d characters.".formatted(LONGEST_TEXT));
    }
    var set =
        new ChartChange.SetTitle(
            axis, text, Bodies.findFlag(body, "visible"), Bodies.findFlag(body, "overlay"));
    boolean nothing = text.isEmpty() && set.visible().isEmpty() && set.overlay().isEmpty();
    return Bodies.changing(nothing ? List.of() : List.of(view.changing(set)));
  }

  private static Edit updateLegend(ChartPartView view, JsonObject body) {
    Bodies.onlyMembers(body, "overlay", "position", "visible");
    Bodies.notNull(body, "overlay", "position", "visible");
    Optional<String> word = Bodies.findText(body, "position");
    notBuilt(word, "position of a legend", "Custom");
    var set =
        new ChartChange.SetLegend(
            Bodies.findFlag(body, "visible"),
            word.map(each -> Wording.parse(Legend.Position.class, "position", each)),
            Bodies.findFlag(body, "overlay"));
    boolean nothing =
        set.visible().isEmpty() && set.position().isEmpty() && set.overlay().isEmpty();
    return Bodies.changing(nothing ? List.of() : List.of(view.changing(set)));
  }

  private static void notBuilt(Optional<String> word, String of, String unknown) {
    if (word.filter(unknown::equalsIgnoreCase).isPresent()) {
      throw new NotServed(unknown + " as " + of);
    }
  }

  private static Edit updateLabels(ChartPartView view, JsonObject body) {
    Bodies.onlyMembers(
        body,
        "position",
        "separator",
        "showBubbleSize",
        "showCategoryName",
        "showLegendKey",
        "showPercentage",
        "showSeriesName",
        "showValue");
    Optional<String> word = Bodies.findText(body, "position");
    notBuilt(word, "position of labels", "Callout");
    Optional<String> separator = Bodies.findText(body, "separator");
    if (separator.filter(each -> each.length() > LONGEST_SEPARATOR).isPresent()) {
      throw new BadArgument(
          "'separator' has to have at most %d characters.".formatted(LONGEST_SEPARATOR));
    }
    var shows =
        new ChartChange.Shows(
            Bodies.findFlag(body, "showValue"),
            Bodies.findFlag(body, "showCategoryName"),
            Bodies.findFlag(body, "showSeriesName"),
            Bodies.findFlag(body, "showPercentage"),
            Bodies.findFlag(body, "showBubbleSize"),
            Bodies.findFlag(body, "showLegendKey"));
    var set = new ChartChange.SetLabels(shows, word.map(ChartPartResources::position), separator);
    boolean nothing = set.equals(NOTHING);
    return Bodies.changing(nothing ? List.of() : List.of(view.changing(set)));
  }

  private static final ChartChange.SetLabels NOTHING =
      new ChartChange.SetLabels(
          new ChartChange.Shows(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          Optional.empty(),
          Optional.empty());

  private static Optional<DataLabels.Position> position(String word) {
    return word.equalsIgnoreCase("None")
        ? Optional.empty()
        : Optional.of(Wording.parse(DataLabels.Position.class, "position", word));
  }
}
