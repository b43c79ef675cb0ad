package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.json.JsonText;
import dev.quire.workbook.Edit;
import dev.quire.workbook.chart.AutomaticScale;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.ScaleInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Axes of a chart and their gridlines (semantics §10).
final class ChartAxisResources {
  private static final ResourceType<ChartPartView> AXES =
      resource("workbookChartAxes", ChartPartView.class)
          .mayLeadTo("categoryAxis", view -> axis(view, "categoryAxis", AxisRole.CATEGORY))
          .mayLeadTo("seriesAxis", view -> axis(view, "seriesAxis", AxisRole.SERIES))
          .mayLeadTo("valueAxis", view -> axis(view, "valueAxis", AxisRole.VALUE))
          .refuses("it is only the way to the axes of its chart", "PATCH", "DELETE");

  private static final ResourceType<ChartPartView> AXIS =
      resource("workbookChartAxis", ChartPartView.class)
          .reads("majorUnit", (view, out) -> number(view, AxisScale::majorUnit, out))
          .reads("maximum", (view, out) -> number(view, AxisScale::maximum, out))
          .reads("minimum", (view, out) -> number(view, AxisScale::minimum, out))
          .reads("minorUnit", (view, out) -> number(view, AxisScale::minorUnit, out))
          .leadsTo("format", view -> view.further("format", "workbookChartAxisFormat"))
          .leadsTo(
              "majorGridlines",
              view -> gridlines(view, "majorGridlines", ChartElement.Part.MAJOR_GRIDLINES))
          .leadsTo(
              "minorGridlines",
              view -> gridlines(view, "minorGridlines", ChartElement.Part.MINOR_GRIDLINES))
          .leadsTo(
              "title",
              view ->
                  view.further(
                      "title",
                      "workbookChartAxisTitle",
                      new ChartElement.OfAxis(view.role(), ChartElement.Part.TITLE)))
          .updates(ChartAxisResources::update)
          .refuses("the kind of chart decides which axes there are", "DELETE");

  private static final ResourceType<ChartPartView> GRIDLINES =
      resource("workbookChartGridlines", ChartPartView.class)
          .flag("visible", view -> isShown(view))
          .leadsTo("format", view -> view.further("format", "workbookChartGridlinesFormat"))
          .updates(ChartAxisResources::updateGridlines)
          .refuses("a part of its axis, which PATCH with visible hides", "DELETE");

  /// All of them.
  static final List<ResourceType<?>> TYPES = List.of(AXES, AXIS, GRIDLINES);

  private ChartAxisResources() {}

  private static Optional<View> axis(ChartPartView view, String name, AxisRole role) {
    return role.of(view.space().axes())
        .map(_ ->
            view.further(
                name, "workbookChartAxis", new ChartElement.OfAxis(role, ChartElement.Part.LINE)));
  }

  private static View gridlines(ChartPartView view, String name, ChartElement.Part part) {
    return view.further(name, "workbookChartGridlines", new ChartElement.OfAxis(view.role(), part));
  }

  private static boolean isMajor(ChartPartView view) {
    return view.element()
        .equals(new ChartElement.OfAxis(view.role(), ChartElement.Part.MAJOR_GRIDLINES));
  }

  private static boolean isShown(ChartPartView view) {
    Axis axis = view.axis();
    return (isMajor(view) ? axis.majorGridlines() : axis.minorGridlines()).isPresent();
  }

  private static Edit updateGridlines(ChartPartView view, JsonObject body) {
    Bodies.onlyMembers(body, "visible");
    boolean visible =
        Bodies.findFlag(body, "visible")
            .orElseThrow(() -> new BadArgument("The body has to have 'visible'."));
    view.axis();
    return view.changing(new ChartChange.SetGridlines(view.role(), isMajor(view), visible));
  }

  /// The number in force; an empty text for an axis that has none.
  private static void number(
      ChartPartView view, Function<AxisScale, OptionalDouble> property, JsonOut out) {
    AxisScale scale = view.axis().scale();
    if (view.axis().kind() == Axis.Kind.VALUE) {
      var data = view.book().chartData(view.chart().sheet().key(), view.chart().chart());
      scale =
          ScaleInForce.of(view.space(), data, view.role(), view.chart().box().height())
              .asFixed(scale.logBase(), scale.reversed());
    }
    OptionalDouble number = property.apply(scale);
    if (number.isPresent()) {
      out.number(number.getAsDouble());
    } else {
      out.text("");
    }
  }

  private static Edit update(ChartPartView view, JsonObject body) {
    Bodies.onlyMembers(body, "majorUnit", "maximum", "minimum", "minorUnit");
    Bodies.notNull(body, "majorUnit", "maximum", "minimum", "minorUnit");
    Axis axis = view.axis();
    var minimum = limit(body, "minimum");
    var maximum = limit(body, "maximum");
    var set =
        new ChartChange.SetScale(
            view.role(),
            minimum,
            maximum,
            positive(limit(body, "majorUnit"), "majorUnit"),
            positive(limit(body, "minorUnit"), "minorUnit"));
    if (axis.kind() != Axis.Kind.VALUE && axis.kind() != Axis.Kind.DATE) {
      throw new BadArgument("An axis of categories has no scale to set.");
    }
    OptionalDouble low = minimum.orElse(axis.scale().minimum());
    OptionalDouble high = maximum.orElse(axis.scale().maximum());
    if (low.isPresent() && high.isPresent() && low.getAsDouble() >= high.getAsDouble()) {
      throw new BadArgument("'minimum' has to be less than 'maximum'.");
    }
    if (axis.scale().logBase().isPresent()) {
      positive(minimum, "minimum");
      positive(maximum, "maximum");
    }
    boolean nothing =
        minimum.isEmpty()
            && maximum.isEmpty()
            && set.majorUnit().isEmpty()
            && set.minorUnit().isEmpty();
    return Bodies.changing(nothing ? List.of() : List.of(view.changing(set)));
  }

  /// A number, or an empty text for automatic; empty when the body does not say.
  private static Optional<OptionalDouble> limit(JsonObject body, String name) {
    Optional<Json> json = Bodies.find(body, name);
    if (json.isEmpty()) {
      return Optional.empty();
    }
    return switch (json.get()) {
      case JsonNumber number when Math.abs(number.value()) <= AutomaticScale.MOST ->
          Optional.of(OptionalDouble.of(number.value()));
      case JsonNumber number ->
          throw new BadArgument(
              "'%s' has to be from %s to %s, not %s."
                  .formatted(name, -AutomaticScale.MOST, AutomaticScale.MOST, number.text()));
      case JsonText(String text) when text.isEmpty() -> Optional.of(OptionalDouble.empty());
      default ->
          throw new BadArgument(
              "'%s' has to be a number, or an empty string for automatic.".formatted(name));
    };
  }

  private static Optional<OptionalDouble> positive(Optional<OptionalDouble> number, String name) {
    if (number.filter(each -> each.isPresent() && !(each.getAsDouble() > 0)).isPresent()) {
      throw new BadArgument("'%s' has to be more than 0.".formatted(name));
    }
    return number;
  }
}
