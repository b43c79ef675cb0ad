package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.SeriesData;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// `workbookChartSeries` and `workbookChartPoint` (semantics §10). Keys are places.
final class ChartSeriesResource {
  private static final int LONGEST_NAME = 255;

  static final ResourceType<ChartPartView> TYPE =
      resource("workbookChartSeries", ChartPartView.class)
          .text("name", ChartSeriesResource::name)
          .leadsTo("format", view -> view.further("format", "workbookChartSeriesFormat"))
          .lists("points", ChartSeriesResource::points)
          .updates(ChartSeriesResource::update)
          .deletes(view -> view.changing(new ChartChange.DeleteSeries(view.seriesIndex())))
          .refuses("points come from the cells of the series", "POST points");

  static final ResourceType<ChartPartView> POINT =
      resource("workbookChartPoint", ChartPartView.class)
          .reads("value", ChartSeriesResource::value)
          .leadsTo("format", view -> view.further("format", "workbookChartPointFormat"))
          .refuses("a point is a cell of the series; its format can be changed", "PATCH", "DELETE");

  private ChartSeriesResource() {}

  /// The series of a chart, found by their zero-based place or by their name, whatever its case.
  static Listing series(ChartView chart) {
    int size = chart.space().series().size();
    List<ChartPartView> all = IntStream.range(0, size).mapToObj(at -> one(chart, at)).toList();
    return Listing.of(
        all,
        key ->
            Keys.index(key, size)
                .<View>map(all::get)
                .or(() ->
                    all.stream()
                        .filter(each -> name(each).equalsIgnoreCase(key))
                        .<View>map(each -> each)
                        .findFirst()));
  }

  private static ChartPartView one(ChartView chart, int at) {
    return new ChartPartView(
        chart, "workbookChartSeries", "/series(%27" + at + "%27)", new ChartElement.OfSeries(at));
  }

  /// What a series is called; `Series1` when nobody named it.
  private static String name(ChartPartView view) {
    SeriesData data = view.series().name();
    String name =
        view.book().chartPoints(view.chart().sheet().key(), data).texts().stream()
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? "Series" + (view.seriesIndex() + 1) : name;
  }

  private static Edit update(ChartPartView view, JsonObject body) {
    Bodies.onlyMembers(body, "name", "id");
    Bodies.notNull(body, "name");
    String name =
        Bodies.findText(body, "name")
            .orElseThrow(() -> new BadArgument("The body has to have 'name'."));
    return view.changing(new ChartChange.NameSeries(view.seriesIndex(), checked(name)));
  }

  private static String checked(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new BadArgument(
          "'name' of a series has to have 1 to %d characters.".formatted(LONGEST_NAME));
    }
    return name;
  }

  /// A series without values, which `setData` gives.
  static Plan add(ChartView chart, Arguments arguments, Ids ids) {
    Bodies.onlyMembers(arguments.inBody(), "name");
    int at = chart.space().series().size();
    return Plan.creating(
        chart.changing(
            new ChartChange.AddSeries(
                arguments.findText("name").map(ChartSeriesResource::checked))),
        after -> one(chart.in(after), at));
  }

  private static Points values(ChartPartView view) {
    return view.book().chartPoints(view.chart().sheet().key(), view.series().values());
  }

  private static Listing points(ChartPartView view) {
    int size = values(view).values().size();
    return new Listing(
        size, at -> point(view, at), key -> Keys.index(key, size).map(at -> point(view, at)));
  }

  private static ChartPartView point(ChartPartView view, int at) {
    return view.further(
        "points(%27" + at + "%27)",
        "workbookChartPoint",
        new ChartElement.OfPoint(view.seriesIndex(), at));
  }

  private static void value(ChartPartView view, JsonOut out) {
    int at = view.element() instanceof ChartElement.OfPoint(int _, int point) ? point : 0;
    List<Scalar> values = values(view).values();
    Optional<Scalar> value = at < values.size() ? Optional.of(values.get(at)) : Optional.empty();
    switch (value.orElse(BlankValue.BLANK)) {
      case NumberValue(double number) -> out.number(number);
      case TextValue(String text) -> out.text(text);
      case LogicalValue logical -> out.flag(logical.truth());
      case ErrorValue error -> out.text(error.word());
      case BlankValue _ -> out.nothing();
    }
  }
}
