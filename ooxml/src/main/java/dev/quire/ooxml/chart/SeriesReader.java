package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.ErrorBars;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.Marker;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.ShapeFormat;
import dev.quire.workbook.chart.Trendline;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads the series of a plot (ECMA-376 part 1, 21.2.2.170 and following).
final class SeriesReader {
  private static final int MOST_POINTS = 1 << 20;

  private final LookOfShapes looks;
  private final DataReader data;
  private final Unsaid unsaid;

  SeriesReader(LookOfShapes looks, DataReader data, Unsaid unsaid) {
    this.looks = looks;
    this.data = data;
    this.unsaid = unsaid;
  }

  /// @param unmarked whether points have no marks of their own accord
  /// @param curves whether lines can be smooth
  Series series(XmlElement ser, Plot.Kind kind, boolean unmarked, boolean curves) {
    boolean pairs = kind == Plot.Kind.SCATTER || kind == Plot.Kind.BUBBLE;
    int index = Nodes.whole(ser, "idx", 0);
    return new Series(
        index,
        Nodes.whole(ser, "order", index),
        data.text(ser),
        data.data(ser, pairs ? "xVal" : "cat"),
        data.data(ser, pairs ? "yVal" : "val"),
        data.data(ser, "bubbleSize"),
        looks.shape(ser),
        marker(ser).orElse(unmarked ? Marker.NONE : Marker.AUTOMATIC),
        curves && unsaid.flag(ser, "smooth"),
        points(ser),
        Nodes.child(ser, "dLbls").map(this::labels),
        Nodes.children(ser, "trendline").stream().map(this::trendline).toList(),
        Nodes.children(ser, "errBars").stream().map(each -> errorBars(each, kind)).toList(),
        Nodes.whole(ser, "explosion", 0));
  }

  private Optional<Marker> marker(XmlElement holder) {
    return Nodes.child(holder, "marker")
        .filter(each -> each.attribute("val").isEmpty())
        .map(each ->
            new Marker(
                Words.SYMBOLS.meaning(
                    Nodes.val(each, "symbol").orElse("auto"), Marker.Symbol.AUTOMATIC),
                Nodes.child(each, "size").isPresent()
                    ? OptionalInt.of(Nodes.whole(each, "size", 5))
                    : OptionalInt.empty(),
                looks.shape(each)));
  }

  private Map<Integer, Series.PointFormat> points(XmlElement ser) {
    var points = new HashMap<Integer, Series.PointFormat>();
    for (XmlElement each : Nodes.children(ser, "dPt")) {
      int index = Nodes.whole(each, "idx", 0);
      if (index >= 0 && index < MOST_POINTS) {
        points.put(
            index,
            new Series.PointFormat(
                looks.shape(each),
                marker(each).orElse(Marker.AUTOMATIC),
                Nodes.child(each, "explosion").map(_ -> Nodes.whole(each, "explosion", 0))));
      }
    }
    return points;
  }

  DataLabels labels(XmlElement labels) {
    if (Nodes.flag(labels, "delete", false)) {
      return DataLabels.NONE;
    }
    return new DataLabels(
        unsaid.flag(labels, "showVal"),
        unsaid.flag(labels, "showCatName"),
        unsaid.flag(labels, "showSerName"),
        unsaid.flag(labels, "showPercent"),
        unsaid.flag(labels, "showBubbleSize"),
        unsaid.flag(labels, "showLegendKey"),
        Nodes.val(labels, "dLblPos")
            .map(each -> Words.LABEL_POSITIONS.meaning(each, DataLabels.Position.BEST_FIT)),
        Nodes.child(labels, "separator").map(XmlElement::text),
        numberFormat(labels),
        Nodes.flag(labels, "showLeaderLines", false),
        looks.shape(labels),
        looks.text(labels));
  }

  /// A number format that does not come from the cells.
  static Optional<String> numberFormat(XmlElement holder) {
    return Nodes.child(holder, "numFmt")
        .filter(each -> !each.flag("sourceLinked", false))
        .flatMap(each -> each.attribute("formatCode"))
        .filter(each -> !each.isEmpty());
  }

  private Trendline trendline(XmlElement trend) {
    Trendline.Kind kind =
        Words.TRENDS.meaning(
            Nodes.val(trend, "trendlineType").orElse("linear"), Trendline.Kind.LINEAR);
    int order =
        kind == Trendline.Kind.MOVING_AVERAGE
            ? Nodes.whole(trend, "period", 2)
            : Nodes.whole(trend, "order", 2);
    return new Trendline(
        kind,
        Nodes.child(trend, "name").map(XmlElement::text),
        order,
        Nodes.number(trend, "forward").orElse(0),
        Nodes.number(trend, "backward").orElse(0),
        Nodes.number(trend, "intercept"),
        unsaid.flag(trend, "dispEq"),
        unsaid.flag(trend, "dispRSqr"),
        looks.shape(trend).line());
  }

  private ErrorBars errorBars(XmlElement bars, Plot.Kind kind) {
    String type = Nodes.val(bars, "errBarType").orElse("both");
    boolean alongX =
        Nodes.val(bars, "errDir").map(each -> each.equals("x")).orElse(kind == Plot.Kind.BAR);
    return new ErrorBars(
        alongX,
        !type.equals("minus"),
        !type.equals("plus"),
        !unsaid.flag(bars, "noEndCap"),
        amount(bars),
        looks.shape(bars).line());
  }

  private ErrorBars.Amount amount(XmlElement bars) {
    double value = Nodes.number(bars, "val").orElse(0);
    return switch (Nodes.val(bars, "errValType").orElse("fixedVal")) {
      case "percentage" -> new ErrorBars.Amount.Percent(value);
      case "stdDev" -> new ErrorBars.Amount.Deviations(value);
      case "stdErr" -> new ErrorBars.Amount.StandardError();
      case "cust" -> new ErrorBars.Amount.Custom(data.data(bars, "plus"), data.data(bars, "minus"));
      default -> new ErrorBars.Amount.Fixed(value);
    };
  }

  Unsaid unsaid() {
    return unsaid;
  }

  LookOfShapes looks() {
    return looks;
  }

  /// The text of a title.
  SeriesData title(XmlElement title) {
    return data.text(title);
  }

  /// A line that is there or not, such as drop lines.
  Optional<Line> line(XmlElement plot, String name) {
    return Nodes.child(plot, name).map(each -> looks.shape(each).line());
  }

  /// The look of bars that are there or not.
  Optional<ShapeFormat> shape(Optional<XmlElement> bars, String name) {
    return bars.flatMap(each -> Nodes.child(each, name)).map(looks::shape);
  }
}
