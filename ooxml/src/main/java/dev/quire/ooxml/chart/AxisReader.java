package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Axis.Crossing;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.Plot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads the axes of a chart (ECMA-376 part 1, 21.2.2.25 and following).
final class AxisReader {
  private final SeriesReader series;
  private final XmlElement plotArea;
  private final Unsaid unsaid;

  /// @param plotArea which has the axes
  AxisReader(XmlElement plotArea, SeriesReader series) {
    this.series = series;
    this.plotArea = plotArea;
    this.unsaid = series.unsaid();
  }

  private static Optional<Axis.Kind> kind(XmlElement element) {
    return switch (element.name()) {
      case "catAx" -> Optional.of(Axis.Kind.CATEGORY);
      case "dateAx" -> Optional.of(Axis.Kind.DATE);
      case "valAx" -> Optional.of(Axis.Kind.VALUE);
      case "serAx" -> Optional.of(Axis.Kind.SERIES);
      default -> Optional.empty();
    };
  }

  /// The ids of the axes that a group of series is drawn on.
  static List<String> ids(XmlElement group) {
    return Nodes.children(group, "axId").stream().map(each -> each.attributeOr("val", "")).toList();
  }

  /// The elements of the axes with these ids: category, value, series, as far as they are there.
  static List<Optional<XmlElement>> elements(XmlElement plotArea, List<String> ids) {
    Map<String, XmlElement> byId = new HashMap<>();
    for (XmlElement each : plotArea.children()) {
      if (kind(each).isPresent()) {
        Nodes.val(each, "axId").ifPresent(id -> byId.put(id, each));
      }
    }
    List<XmlElement> axes =
        ids.stream().flatMap(id -> Optional.ofNullable(byId.get(id)).stream()).toList();
    Optional<XmlElement> category =
        axes.stream()
            .filter(each -> each.name().equals("catAx") || each.name().equals("dateAx"))
            .findFirst();
    List<XmlElement> values = axes.stream().filter(each -> each.name().equals("valAx")).toList();
    boolean pairs = category.isEmpty() && values.size() > 1;
    Optional<XmlElement> x = pairs ? Optional.of(horizontal(values)) : category;
    Optional<XmlElement> y =
        values.stream().filter(each -> x.isEmpty() || each != x.get()).findFirst();
    return List.of(x, y, axes.stream().filter(each -> each.name().equals("serAx")).findFirst());
  }

  /// The x axis of a scatter chart comes first, unless the places of both say otherwise.
  private static XmlElement horizontal(List<XmlElement> values) {
    return values.stream()
        .filter(each -> {
          String place = Nodes.val(each, "axPos").orElse("");
          return place.equals("b") || place.equals("t");
        })
        .findFirst()
        .orElse(values.getFirst());
  }

  Axes axes(List<String> ids) {
    List<Optional<XmlElement>> found = elements(plotArea, ids);
    Optional<XmlElement> x = found.get(0);
    Optional<XmlElement> y = found.get(1);
    boolean sideways = isSideways(ids);
    return new Axes(
        x.map(each -> axis(each, y, sideways)),
        y.map(each -> axis(each, x, !sideways)),
        found.get(2).map(each -> axis(each, y, false)));
  }

  /// Whether categories lie along the upright axis: only bars make them do that.
  private boolean isSideways(List<String> ids) {
    return PlotReader.groups(plotArea).stream()
        .anyMatch(group -> ids(group).equals(ids) && PlotReader.kind(group) == Plot.Kind.BAR);
  }

  /// Where an axis stands. Kinds of charts decide along which edge; files may say otherwise, as
  /// those of openpyxl do.
  private static Axis.Place place(XmlElement axis, boolean upright) {
    Axis.Place first = upright ? Axis.Place.LEFT : Axis.Place.BOTTOM;
    Axis.Place last = upright ? Axis.Place.RIGHT : Axis.Place.TOP;
    return Nodes.val(axis, "axPos")
            .map(each -> Words.PLACES.meaning(each, first))
            .filter(each -> each == last)
            .isPresent()
        ? last
        : first;
  }

  private Axis axis(XmlElement axis, Optional<XmlElement> other, boolean upright) {
    boolean values = axis.name().equals("valAx");
    return new Axis(
        kind(axis).orElse(Axis.Kind.VALUE),
        !unsaid.flag(axis, "delete"),
        scale(axis),
        place(axis, upright),
        crossing(axis),
        isBetween(axis, other),
        Nodes.child(axis, "title").map(each -> title(each, upright)).orElse(ChartTitle.NONE),
        series.line(axis, "majorGridlines"),
        series.line(axis, "minorGridlines"),
        Words.TICKS.meaning(unsaid.majorTicks(axis), Axis.Ticks.CROSS),
        Words.TICKS.meaning(unsaid.minorTicks(axis), Axis.Ticks.CROSS),
        Words.AXIS_LABELS.meaning(
            Nodes.val(axis, "tickLblPos").orElse("nextTo"), Axis.Labels.NEXT_TO_AXIS),
        values
            ? Optional.empty()
            : Nodes.child(axis, "tickLblSkip").map(_ -> Nodes.whole(axis, "tickLblSkip", 1)),
        LookOfShapes.degrees(axis),
        SeriesReader.numberFormat(axis),
        series.looks().shape(axis).line(),
        series.looks().text(axis));
  }

  /// Only a value axis says where it crosses; for the axis that it crosses that counts as well.
  private static boolean isBetween(XmlElement axis, Optional<XmlElement> other) {
    return Nodes.val(axis, "crossBetween")
        .or(() -> other.flatMap(each -> Nodes.val(each, "crossBetween")))
        .map(each -> each.equals("between"))
        .orElse(true);
  }

  private static AxisScale scale(XmlElement axis) {
    Optional<XmlElement> scaling = Nodes.child(axis, "scaling");
    return new AxisScale(
        number(scaling, "min"),
        number(scaling, "max"),
        Nodes.number(axis, "majorUnit"),
        Nodes.number(axis, "minorUnit"),
        number(scaling, "logBase"),
        scaling.flatMap(each -> Nodes.val(each, "orientation")).orElse("").equals("maxMin"));
  }

  private static OptionalDouble number(Optional<XmlElement> scaling, String name) {
    return scaling.map(each -> Nodes.number(each, name)).orElse(OptionalDouble.empty());
  }

  /// The axis tells where it crosses the other one.
  private static Crossing crossing(XmlElement axis) {
    OptionalDouble at = Nodes.number(axis, "crossesAt");
    if (at.isPresent()) {
      return new Crossing.At(at.getAsDouble());
    }
    return switch (Nodes.val(axis, "crosses").orElse("autoZero")) {
      case "min" -> new Crossing.Minimum();
      case "max" -> new Crossing.Maximum();
      default -> new Crossing.Automatic();
    };
  }

  /// A title that is there.
  ///
  /// @param upright whether it stands along an upright axis, where it is turned when it says
  ///   nothing
  ChartTitle title(XmlElement title, boolean upright) {
    var text = series.title(title);
    var looks = series.looks();
    return new ChartTitle(
        true,
        text,
        unsaid.flag(title, "overlay"),
        looks.shape(title),
        Nodes.down(title, "tx", "rich").map(looks::paragraphs).orElseGet(() -> looks.text(title)),
        LookOfShapes.degrees(title).orElse(upright ? -90 : 0));
  }
}
