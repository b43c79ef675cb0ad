package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.Tags;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.ErrorBars;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.Plot.Kind;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.Trendline;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// Writes series in the order of the schema.
final class SeriesWriter {
  private final Markup markup;
  private final LookWriter looks;
  private final DataWriter data;

  SeriesWriter(LookWriter looks, DataWriter data) {
    this.markup = looks.markup();
    this.looks = looks;
    this.data = data;
  }

  LookWriter looks() {
    return looks;
  }

  DataWriter data() {
    return data;
  }

  String series(Series series, Plot plot) {
    Kind kind = plot.kind();
    boolean deep = plot.options().threeD();
    boolean lines = kind == Kind.LINE || kind == Kind.SCATTER;
    boolean bars = kind == Kind.COLUMN || kind == Kind.BAR || kind == Kind.BUBBLE;
    boolean bare = kind == Kind.SURFACE;
    return markup.element(
        "ser",
        markup.val("idx", series.index()),
        markup.val("order", series.order()),
        data.name(series.name()),
        looks.shape(series.format()),
        bars ? markup.val("invertIfNegative", false) : "",
        lines && deep ? "" : looks.marker(series.marker()),
        series.explosionPercent() == 0 ? "" : markup.val("explosion", series.explosionPercent()),
        bare ? "" : points(series, bars),
        bare ? "" : series.labels().map(this::labels).orElse(""),
        trendlines(series),
        errorBars(series),
        sources(series, kind),
        lines && !(kind == Kind.LINE && deep) ? markup.val("smooth", series.smooth()) : "",
        data.numbers("bubbleSize", series.sizes()),
        kind == Kind.BUBBLE ? markup.val("bubble3D", deep) : "");
  }

  /// Categories and values.
  String sources(Series series, Kind kind) {
    boolean pairs = kind == Kind.SCATTER || kind == Kind.BUBBLE;
    return data.either(pairs ? "xVal" : "cat", series.categories())
        + data.numbers(pairs ? "yVal" : "val", series.values());
  }

  private String points(Series series, boolean bars) {
    var out = new StringBuilder();
    new TreeMap<>(series.points()).forEach((at, point) -> out.append(point(at, point, bars)));
    return out.toString();
  }

  String point(int at, Series.PointFormat point, boolean bars) {
    return markup.element(
        "dPt",
        markup.val("idx", at),
        bars ? markup.val("invertIfNegative", false) : "",
        looks.marker(point.marker()),
        markup.val("bubble3D", false),
        point.explosionPercent().map(each -> markup.val("explosion", each)).orElse(""),
        looks.shape(point.format()));
  }

  String labels(DataLabels labels) {
    if (labels.equals(DataLabels.NONE)) {
      return markup.element("dLbls", markup.val("delete", true));
    }
    return markup.element(
        "dLbls",
        labels.numberFormat().map(this::numberFormat).orElse(""),
        looks.shape(labels.format()),
        looks.text(labels.text(), OptionalDouble.empty()),
        labels
            .position()
            .map(each -> markup.val("dLblPos", Words.LABEL_POSITIONS.word(each)))
            .orElse(""),
        markup.val("showLegendKey", labels.legendKey()),
        markup.val("showVal", labels.value()),
        markup.val("showCatName", labels.category()),
        markup.val("showSerName", labels.series()),
        markup.val("showPercent", labels.percentage()),
        markup.val("showBubbleSize", labels.bubbleSize()),
        labels.separator().map(each -> markup.text("separator", each)).orElse(""),
        labels.leaderLines() ? markup.val("showLeaderLines", true) : "");
  }

  String numberFormat(String code) {
    return markup.with(
        "numFmt", Tags.attribute("formatCode", code) + Tags.attribute("sourceLinked", "0"));
  }

  private String trendlines(Series series) {
    var out = new StringBuilder();
    for (Trendline each : series.trendlines()) {
      boolean moving = each.kind() == Trendline.Kind.MOVING_AVERAGE;
      boolean polynomial = each.kind() == Trendline.Kind.POLYNOMIAL;
      out.append(
          markup.element(
              "trendline",
              each.name().map(name -> markup.text("name", name)).orElse(""),
              looks.lineOnly(each.line()),
              markup.val("trendlineType", Words.TRENDS.word(each.kind())),
              polynomial ? markup.val("order", each.order()) : "",
              moving ? markup.val("period", each.order()) : "",
              each.forward() == 0 ? "" : markup.val("forward", each.forward()),
              each.backward() == 0 ? "" : markup.val("backward", each.backward()),
              number("intercept", each.intercept()),
              markup.val("dispRSqr", each.showsFit()),
              markup.val("dispEq", each.showsEquation())));
    }
    return out.toString();
  }

  String number(String name, OptionalDouble number) {
    return number.isPresent() ? markup.val(name, number.getAsDouble()) : "";
  }

  private String errorBars(Series series) {
    var out = new StringBuilder();
    for (ErrorBars each : series.errorBars()) {
      String type = each.plus() && each.minus() ? "both" : each.plus() ? "plus" : "minus";
      Map.Entry<String, String> amount = amount(each.amount());
      out.append(
          markup.element(
              "errBars",
              markup.val("errDir", each.alongX() ? "x" : "y"),
              markup.val("errBarType", type),
              markup.val("errValType", amount.getKey()),
              markup.val("noEndCap", !each.caps()),
              amount.getValue(),
              looks.lineOnly(each.line())));
    }
    return out.toString();
  }

  private Map.Entry<String, String> amount(ErrorBars.Amount amount) {
    return switch (amount) {
      case ErrorBars.Amount.Fixed(double value) -> Map.entry("fixedVal", markup.val("val", value));
      case ErrorBars.Amount.Percent(double percent) ->
          Map.entry("percentage", markup.val("val", percent));
      case ErrorBars.Amount.Deviations(double count) ->
          Map.entry("stdDev", markup.val("val", count));
      case ErrorBars.Amount.StandardError _ -> Map.entry("stdErr", "");
      case ErrorBars.Amount.Custom custom ->
          Map.entry(
              "cust", data.numbers("plus", custom.plus()) + data.numbers("minus", custom.minus()));
    };
  }
}
