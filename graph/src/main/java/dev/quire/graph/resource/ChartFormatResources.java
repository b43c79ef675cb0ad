package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.style.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How the parts of a chart look: fill, line and font of each (semantics §10).
final class ChartFormatResources {
  private static final int LONGEST_NAME = 31;
  private static final double LEAST_POINTS = 1;
  private static final double MOST_POINTS = 409;
  private static final double USUAL_POINTS = 10;

  private static final ResourceType<ChartPartView> FILL =
      resource("workbookChartFill", ChartPartView.class)
          .acts(
              "clear",
              (view, _, _) ->
                  Plan.silent(view.changing(new ChartChange.SetFill(view.element(), Fill.NONE))))
          .acts("setSolidColor", ChartFormatResources::setSolidColor)
          .refuses("a fill is changed by its actions setSolidColor and clear", "PATCH", "DELETE");

  private static final ResourceType<ChartPartView> LINE =
      resource("workbookChartLineFormat", ChartPartView.class)
          .text("color", view -> color(line(view).fill()))
          .acts(
              "clear",
              (view, _, _) ->
                  Plan.silent(view.changing(new ChartChange.SetLine(view.element(), Fill.NONE))))
          .updates(ChartFormatResources::updateLine)
          .refuses("a part of its format, which its action clear makes plain", "DELETE");

  private static final ResourceType<ChartPartView> FONT =
      resource("workbookChartFont", ChartPartView.class)
          .flag("bold", view -> font(view).bold().orElse(false))
          .text("color", view -> font(view).color().orElse(view.space().theme().dark()).toString())
          .flag("italic", view -> font(view).italic().orElse(false))
          .text("name", view -> font(view).name().orElse(view.space().theme().bodyFont()))
          .number("size", view -> font(view).sizePoints().orElse(USUAL_POINTS))
          .text("underline", view -> font(view).underlined().orElse(false) ? "Single" : "None")
          .updates(ChartFormatResources::updateFont)
          .refuses("a part of its format; PATCH changes it", "DELETE");

  /// All of them.
  static final List<ResourceType<?>> TYPES =
      List.of(
          FILL,
          LINE,
          FONT,
          format("Area", "fill", "font"),
          format("Axis", "font", "line"),
          format("AxisTitle", "font"),
          format("DataLabel", "fill", "font"),
          format("Gridlines", "line"),
          format("Legend", "fill", "font"),
          format("Title", "fill", "font"),
          format("Point", "fill"),
          format("Series", "fill", "line"));

  private ChartFormatResources() {}

  /// A format has nothing of its own.
  private static ResourceType<ChartPartView> format(String of, String... parts) {
    ResourceType<ChartPartView> type =
        resource("workbookChart" + of + "Format", ChartPartView.class);
    for (String part : parts) {
      String led =
          switch (part) {
            case "fill" -> "workbookChartFill";
            case "font" -> "workbookChartFont";
            default -> "workbookChartLineFormat";
          };
      type.leadsTo(part, view -> view.further(part, led));
    }
    return type.refuses("it is only the way to its font, fill or line", "PATCH", "DELETE");
  }

  private static Plan setSolidColor(ChartPartView view, Arguments arguments, Ids ids) {
    Color color =
        Bodies.findColor(arguments.inBody(), "color")
            .orElseThrow(() -> new BadArgument("The argument 'color' is missing."));
    return Plan.silent(
        view.changing(new ChartChange.SetFill(view.element(), new Fill.Solid(color, 1))));
  }

  private static Edit updateLine(ChartPartView view, JsonObject body) {
    Bodies.onlyMembers(body, "color");
    Color color =
        Bodies.findColor(body, "color")
            .orElseThrow(() -> new BadArgument("The body has to have 'color', as #RRGGBB."));
    return view.changing(new ChartChange.SetLine(view.element(), new Fill.Solid(color, 1)));
  }

  /// An automatic colour reads as an empty text.
  private static String color(Fill fill) {
    return switch (fill) {
      case Fill.Solid(Color color, double _) -> color.toString();
      case Fill.Gradient gradient -> gradient.stops().getFirst().color().toString();
      case Fill.Pattern pattern -> pattern.foreground().toString();
      case Fill.Automatic _, Fill.None _ -> "";
    };
  }

  private static Line line(ChartPartView view) {
    ChartSpace space = view.space();
    return switch (view.element()) {
      case ChartElement.Whole _ -> space.area().line();
      case ChartElement.Title _ -> space.title().format().line();
      case ChartElement.LegendBox _ -> space.legend().format().line();
      case ChartElement.Labels _ -> space.labels().format().line();
      case ChartElement.OfAxis ofAxis -> line(view.axis(), ofAxis.part());
      case ChartElement.OfSeries _ -> view.series().format().line();
      case ChartElement.OfPoint(int _, int point) ->
          Optional.ofNullable(view.series().points().get(point))
              .map(each -> each.format().line())
              .orElse(view.series().format().line());
    };
  }

  private static Line line(Axis axis, ChartElement.Part part) {
    return switch (part) {
      case LINE -> axis.line();
      case TITLE -> axis.title().format().line();
      case MAJOR_GRIDLINES -> axis.majorGridlines().orElse(Line.NONE);
      case MINOR_GRIDLINES -> axis.minorGridlines().orElse(Line.NONE);
    };
  }

  /// What is not told comes from the chart as a whole.
  private static ChartText font(ChartPartView view) {
    ChartSpace space = view.space();
    ChartText own =
        switch (view.element()) {
          case ChartElement.Whole _, ChartElement.OfSeries _, ChartElement.OfPoint _ ->
              space.text();
          case ChartElement.Title _ -> space.title().font();
          case ChartElement.LegendBox _ -> space.legend().text();
          case ChartElement.Labels _ -> space.labels().text();
          case ChartElement.OfAxis ofAxis ->
              ofAxis.part() == ChartElement.Part.TITLE
                  ? view.axis().title().font()
                  : view.axis().text();
        };
    ChartText all = space.text();
    return new ChartText(
        own.name().or(all::name),
        own.sizePoints().isPresent() ? own.sizePoints() : all.sizePoints(),
        own.bold().or(all::bold),
        own.italic().or(all::italic),
        own.underlined().or(all::underlined),
        own.color().or(all::color));
  }

  /// Underlines that charts can have (semantics §10, D).
  private enum Underlined {
    NONE,
    SINGLE
  }

  private static Edit updateFont(ChartPartView view, JsonObject body) {
    Bodies.onlyMembers(body, "bold", "color", "italic", "name", "size", "underline");
    Bodies.notNull(body, "bold", "color", "italic", "name", "size", "underline");
    Optional<Double> size = Bodies.findNumber(body, "size");
    Optional<String> name = Bodies.findText(body, "name");
    check(name, size);
    var font =
        new ChartText(
            name,
            size.isPresent() ? OptionalDouble.of(size.get()) : OptionalDouble.empty(),
            Bodies.findFlag(body, "bold"),
            Bodies.findFlag(body, "italic"),
            Bodies.findText(body, "underline")
                .map(word -> Wording.parse(Underlined.class, "underline", word))
                .map(line -> line == Underlined.SINGLE),
            Bodies.findColor(body, "color"));
    return Bodies.changing(
        font.equals(ChartText.AUTOMATIC)
            ? List.of()
            : List.of(view.changing(new ChartChange.SetFont(view.element(), font))));
  }

  private static void check(Optional<String> name, Optional<Double> size) {
    if (name.filter(each -> each.isBlank() || each.length() > LONGEST_NAME).isPresent()) {
      throw new BadArgument(
          "'name' of a font has to have 1 to %d characters.".formatted(LONGEST_NAME));
    }
    if (size.filter(each -> !(each >= LEAST_POINTS && each <= MOST_POINTS)).isPresent()) {
      throw new BadArgument(
          "'size' has to be from 1 to %.0f points, not %s.".formatted(MOST_POINTS, size.get()));
    }
  }
}
