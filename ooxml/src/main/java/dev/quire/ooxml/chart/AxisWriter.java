package dev.quire.ooxml.chart;

import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.part.Numbers;
import dev.quire.ooxml.xml.Tags;
import dev.quire.workbook.chart.Axes;
import dev.quire.workbook.chart.Axis;
import dev.quire.workbook.chart.Axis.Crossing;
import dev.quire.workbook.chart.AxisScale;
import dev.quire.workbook.chart.ChartTitle;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.SeriesData;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Writes axes and titles in the order of the schema.
final class AxisWriter {
  private static final int CATEGORY = 1;
  private static final int VALUE = 2;
  private static final int SERIES = 3;

  private final Markup markup;
  private final LookWriter looks;
  private final SeriesWriter series;

  AxisWriter(SeriesWriter series) {
    this.series = series;
    this.looks = series.looks();
    this.markup = looks.markup();
  }

  /// The ids of axes, as the plots drawn on them name them.
  String ids(Axes axes, int base) {
    return (axes.category().isPresent() ? markup.val("axId", base + CATEGORY) : "")
        + (axes.value().isPresent() ? markup.val("axId", base + VALUE) : "")
        + (axes.series().isPresent() ? markup.val("axId", base + SERIES) : "");
  }

  String axes(Axes axes, int base) {
    return axes.category().map(each -> axis(each, base + CATEGORY, base + VALUE)).orElse("")
        + axes.value().map(each -> axis(each, base + VALUE, base + CATEGORY)).orElse("")
        + axes.series().map(each -> axis(each, base + SERIES, base + CATEGORY)).orElse("");
  }

  private String axis(Axis axis, int id, int other) {
    return markup.element(
        switch (axis.kind()) {
          case CATEGORY -> "catAx";
          case DATE -> "dateAx";
          case VALUE -> "valAx";
          case SERIES -> "serAx";
        },
        markup.val("axId", id),
        scaling(axis.scale()),
        markup.val("delete", !axis.visible()),
        markup.val("axPos", Words.PLACES.word(axis.place())),
        gridlines("majorGridlines", axis.majorGridlines()),
        gridlines("minorGridlines", axis.minorGridlines()),
        title(axis.title()),
        numberFormat(axis.numberFormat()),
        markup.val("majorTickMark", Words.TICKS.word(axis.majorTicks())),
        markup.val("minorTickMark", Words.TICKS.word(axis.minorTicks())),
        markup.val("tickLblPos", Words.AXIS_LABELS.word(axis.labels())),
        looks.lineOnly(axis.line()),
        looks.axisText(axis.text(), axis.labelDegrees()),
        markup.val("crossAx", other),
        crossing(axis.crossing()),
        rest(axis));
  }

  private String rest(Axis axis) {
    AxisScale scale = axis.scale();
    String interval = axis.labelInterval().map(each -> markup.val("tickLblSkip", each)).orElse("");
    String units =
        series.number("majorUnit", scale.majorUnit())
            + series.number("minorUnit", scale.minorUnit());
    return switch (axis.kind()) {
      case CATEGORY ->
          markup.val("auto", true)
              + markup.val("lblAlgn", "ctr")
              + markup.val("lblOffset", 100)
              + interval
              + markup.val("noMultiLvlLbl", false);
      case DATE -> markup.val("auto", true) + markup.val("lblOffset", 100) + units;
      case VALUE ->
          markup.val("crossBetween", axis.crossesBetween() ? "between" : "midCat") + units;
      case SERIES -> interval;
    };
  }

  String scaling(AxisScale scale) {
    return markup.element(
        "scaling",
        series.number("logBase", scale.logBase()),
        markup.val("orientation", scale.reversed() ? "maxMin" : "minMax"),
        series.number("max", scale.maximum()),
        series.number("min", scale.minimum()));
  }

  String gridlines(String name, Optional<Line> lines) {
    return lines.map(each -> markup.element(name, looks.lineOnly(each))).orElse("");
  }

  private String numberFormat(Optional<String> code) {
    return code.map(series::numberFormat)
        .orElseGet(() ->
            markup.with(
                "numFmt",
                Tags.attribute("formatCode", "General") + Tags.attribute("sourceLinked", "1")));
  }

  private String crossing(Crossing crossing) {
    return switch (crossing) {
      case Crossing.Automatic _ -> markup.val("crosses", "autoZero");
      case Crossing.Minimum _ -> markup.val("crosses", "min");
      case Crossing.Maximum _ -> markup.val("crosses", "max");
      case Crossing.At(double value) -> markup.val("crossesAt", Numbers.print(value));
    };
  }

  /// `title`; nothing when there is none.
  String title(ChartTitle title) {
    if (!title.visible()) {
      return "";
    }
    boolean literal = literal(title.text()).isPresent();
    return markup.element(
        "title",
        text(title),
        markup.val("overlay", title.overlay()),
        looks.shape(title.format()),
        literal ? "" : looks.text(title.font(), OptionalDouble.of(title.degrees())));
  }

  /// `tx` of a title; nothing when it finds its text itself.
  String text(ChartTitle title) {
    if (title.text().equals(SeriesData.NONE)) {
      return "";
    }
    return markup.element(
        "tx",
        literal(title.text())
            .map(text -> looks.rich(text, title.font(), title.degrees()))
            .orElseGet(() -> series.data().texts(title.text())));
  }

  private static Optional<String> literal(SeriesData data) {
    return data instanceof SeriesData.Literals(List<Scalar> values, String _)
            && !values.isEmpty()
            && values.getFirst() instanceof TextValue(String text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
