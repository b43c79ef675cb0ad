package dev.quire.ooxml.chart;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.part.Numbers;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.SeriesData.SheetArea;
import java.util.List;
import java.util.stream.Collectors;

/// Writes where values and texts of charts come from, and what they are now, for readers that do
/// not calculate.
final class DataWriter {
  /// More points are not remembered beside their formula.
  private static final int MOST_CACHED = 32_000;

  private final Markup markup;
  private final Workbook book;
  private final int sheet;

  /// @param sheet key of the worksheet that has the chart
  DataWriter(Markup markup, Workbook book, int sheet) {
    this.markup = markup;
    this.book = book;
    this.sheet = sheet;
  }

  /// `tx` of a series: a reference to a text, or the text itself; nothing when there is none.
  String name(SeriesData data) {
    if (data.equals(SeriesData.NONE)) {
      return "";
    }
    return markup.element(
        "tx",
        data instanceof SeriesData.Literals(List<Scalar> values, String _)
            ? markup.text("v", values.stream().map(DataWriter::plain).collect(Collectors.joining()))
            : texts(data));
  }

  /// `strRef`.
  String texts(SeriesData data) {
    return markup.element(
        "strRef", formula(data), cache("strCache", book.chartPoints(sheet, data), false));
  }

  /// An element with numbers; nothing when there is no data.
  String numbers(String name, SeriesData data) {
    if (data.equals(SeriesData.NONE)) {
      return "";
    }
    return markup.element(
        name,
        data instanceof SeriesData.Literals
            ? cache("numLit", book.chartPoints(sheet, data), true)
            : markup.element(
                "numRef", formula(data), cache("numCache", book.chartPoints(sheet, data), true)));
  }

  /// An element with numbers or texts, whichever they are.
  String either(String name, SeriesData data) {
    if (data.equals(SeriesData.NONE)) {
      return "";
    }
    Points points = book.chartPoints(sheet, data);
    boolean numbers =
        points.values().stream().anyMatch(NumberValue.class::isInstance)
            && points.values().stream()
                .allMatch(each -> each instanceof NumberValue || each == BlankValue.BLANK);
    if (numbers) {
      return numbers(name, data);
    }
    return markup.element(
        name,
        data instanceof SeriesData.Literals
            ? cache("strLit", points, false)
            : isLevels(data) ? markup.element("multiLvlStrRef", formula(data)) : texts(data));
  }

  private static boolean isLevels(SeriesData data) {
    return data instanceof SeriesData.Cells(List<SheetArea> areas)
        && areas.size() == 1
        && areas.getFirst().area().rows() > 1
        && areas.getFirst().area().columns() > 1;
  }

  private String formula(SeriesData data) {
    return switch (data) {
      case SeriesData.Cells(List<SheetArea> areas) -> markup.text("f", spelled(areas));
      case SeriesData.Formula formula -> markup.text("f", formula.text());
      case SeriesData.Literals _ -> "";
    };
  }

  private String spelled(List<SheetArea> areas) {
    String list =
        areas.stream()
            .map(each -> book.addressOf(each.sheet(), absolute(each.area())))
            .collect(Collectors.joining(","));
    return areas.size() == 1 ? list : "(" + list + ")";
  }

  private static String absolute(Area area) {
    if (area.rows() == Grid.ROWS) {
      return "$%s:$%s".formatted(A1.column(area.firstColumn()), A1.column(area.lastColumn()));
    }
    if (area.columns() == Grid.COLUMNS) {
      return "$%d:$%d".formatted(area.firstRow() + 1, area.lastRow() + 1);
    }
    String first = cell(area.firstRow(), area.firstColumn());
    return area.isCell() ? first : first + ":" + cell(area.lastRow(), area.lastColumn());
  }

  private static String cell(int row, int column) {
    return "$" + A1.column(column) + "$" + (row + 1);
  }

  /// What some data holds now.
  Points points(SeriesData data) {
    return book.chartPoints(sheet, data);
  }

  /// What readers that do not calculate take for the data.
  String cache(String name, Points points, boolean numbers) {
    var out = new StringBuilder();
    if (numbers) {
      out.append(markup.text("formatCode", points.numberFormat()));
    }
    int count = Math.min(points.values().size(), MOST_CACHED);
    out.append(markup.val("ptCount", count));
    for (int at = 0; at < count; at++) {
      Scalar value = points.values().get(at);
      String text = numbers ? number(value) : points.texts().get(at);
      if (!text.isEmpty()) {
        out.append(
            markup.with(
                "pt",
                Tags.attribute("idx", Integer.toString(at)),
                markup.element("v", XmlText.escape(Xstring.encode(text)))));
      }
    }
    return markup.element(name, out.toString());
  }

  private static String number(Scalar value) {
    return switch (value) {
      case NumberValue(double number) -> Numbers.print(number);
      case ErrorValue error -> error.word();
      case TextValue _ -> "0";
      case LogicalValue logical -> logical.truth() ? "1" : "0";
      case BlankValue _ -> "";
    };
  }

  private static String plain(Scalar value) {
    return value instanceof TextValue(String text) ? text : number(value);
  }
}
