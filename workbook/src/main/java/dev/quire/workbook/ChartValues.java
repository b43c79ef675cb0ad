package dev.quire.workbook;

import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartData;
import dev.quire.workbook.chart.ChartData.Points;
import dev.quire.workbook.chart.ChartData.SeriesValues;
import dev.quire.workbook.chart.Series;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.SeriesData.SheetArea;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Reads what the series of a chart hold at a moment.
final class ChartValues {
  /// Of one series; what goes beyond is not drawn.
  private static final int MOST_POINTS = 1 << 20;

  private static final int MOST_LEVELS = 8;

  private final Workbook book;
  private final int sheet;
  private final boolean hiddenToo;

  private ChartValues(Workbook book, int sheet, boolean hiddenToo) {
    this.book = book;
    this.sheet = sheet;
    this.hiddenToo = hiddenToo;
  }

  /// @param sheet key of the worksheet that has the chart
  static ChartData of(Workbook book, int sheet, Chart chart) {
    var values = new ChartValues(book, sheet, chart.space().plotsHidden());
    return new ChartData(chart.space().series().stream().map(values::series).toList());
  }

  /// What some data holds, hidden cells included: the text of a title.
  static Points points(Workbook book, int sheet, SeriesData data) {
    return new ChartValues(book, sheet, true).points(data);
  }

  private SeriesValues series(Series series) {
    String name =
        new ChartValues(book, sheet, true)
            .points(series.name()).texts().stream()
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    return new SeriesValues(
        name, categories(series.categories()), points(series.values()), points(series.sizes()));
  }

  /// Several columns beside several rows are levels of labels, the last one innermost.
  private List<Points> categories(SeriesData data) {
    if (data.equals(SeriesData.NONE)) {
      return List.of();
    }
    if (data instanceof SeriesData.Cells(List<SheetArea> areas) && areas.size() == 1) {
      Area area = areas.getFirst().area();
      boolean tall = area.rows() >= area.columns();
      int levels = tall ? area.columns() : area.rows();
      if (levels > 1 && levels <= MOST_LEVELS && area.rows() > 1) {
        return levels(areas.getFirst(), tall, levels);
      }
    }
    return List.of(points(data));
  }

  private List<Points> levels(SheetArea all, boolean tall, int levels) {
    var found = new ArrayList<Points>();
    Area area = all.area();
    for (int level = levels - 1; level >= 0; level--) {
      Area line =
          tall
              ? new Area(
                  area.firstRow(),
                  area.firstColumn() + level,
                  area.lastRow(),
                  area.firstColumn() + level)
              : new Area(
                  area.firstRow() + level,
                  area.firstColumn(),
                  area.firstRow() + level,
                  area.lastColumn());
      found.add(cells(List.of(new SheetArea(all.sheet(), line))));
    }
    return found;
  }

  private Points points(SeriesData data) {
    return switch (data) {
      case SeriesData.Cells(List<SheetArea> areas) -> cells(areas);
      case SeriesData.Formula formula -> formula(formula);
      case SeriesData.Literals(List<Scalar> values, String format) -> literals(values, format);
    };
  }

  private Points literals(List<Scalar> values, String format) {
    return new Points(values, values.stream().map(each -> text(each, format)).toList(), format);
  }

  private String text(Scalar value, String format) {
    return value == BlankValue.BLANK
        ? ""
        : book.shared()
            .formats()
            .format(format)
            .format(value, book.date1904() ? FormatContext.EN_US_1904 : FormatContext.EN_US);
  }

  private Points cells(List<SheetArea> areas) {
    var values = new ArrayList<Scalar>();
    var texts = new ArrayList<String>();
    String format = "";
    for (SheetArea each : areas) {
      if (book.worksheet(each.sheet()).isEmpty()) {
        continue;
      }
      SheetLayout layout = book.layout(each.sheet());
      Area area = clipped(each);
      for (int row = area.firstRow(); row <= area.lastRow(); row++) {
        if (!hiddenToo && layout.isRowHidden(row)) {
          continue;
        }
        for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
          if (!hiddenToo && layout.isColumnHidden(column) || values.size() == MOST_POINTS) {
            continue;
          }
          if (format.isEmpty()) {
            format = book.style(each.sheet(), row, column).numberFormat();
          }
          values.add(book.value(each.sheet(), row, column));
          texts.add(book.text(each.sheet(), row, column));
        }
      }
    }
    return new Points(values, texts, format.isEmpty() ? "General" : format);
  }

  /// Whole rows and columns end with what is used.
  private Area clipped(SheetArea cells) {
    Area area = cells.area();
    return area.isWholeColumns() || area.isWholeRows()
        ? book.usedPart(cells.sheet(), area, true)
        : area;
  }

  private Points formula(SeriesData.Formula formula) {
    if (formula.text().contains(ErrorValue.REF.word())) {
      return Points.NONE;
    }
    try {
      var site = new FormulaSite(sheet, 0, 0);
      Template read =
          book.shared()
              .formulas()
              .read(formula.text(), site, Notation.A1, EvaluationMode.DYNAMIC, book.contents());
      return read.unsupported().isEmpty()
          ? result(book.model().evaluate(read, site, book.contents()), formula)
          : literals(formula.cached(), formula.numberFormat());
    } catch (FormulaSyntaxException noFormulaHere) {
      // what the file remembers is all that is known of it: cells of another program, say
      return literals(formula.cached(), formula.numberFormat());
    }
  }

  private Points result(Value value, SeriesData.Formula formula) {
    return switch (value) {
      // Of another workbook the chart remembers more than the links do.
      case ReferenceValue reference when isElsewhere(reference) ->
          literals(formula.cached(), formula.numberFormat());
      case ReferenceValue reference ->
          cells(
              reference.parts().stream()
                  .map(each -> new SheetArea(each.sheet(), each.area()))
                  .toList());
      case ArrayValue array -> literals(all(array), formula.numberFormat());
      case ErrorValue _ -> literals(formula.cached(), formula.numberFormat());
      case Scalar scalar -> literals(List.of(scalar), formula.numberFormat());
      case FunctionValue _ -> literals(formula.cached(), formula.numberFormat());
    };
  }

  private boolean isElsewhere(ReferenceValue reference) {
    return reference.parts().stream().anyMatch(each -> book.worksheet(each.sheet()).isEmpty());
  }

  private static List<Scalar> all(ArrayValue array) {
    var values = new ArrayList<Scalar>();
    for (int row = 0; row < array.rows(); row++) {
      for (int column = 0; column < array.columns() && values.size() < MOST_POINTS; column++) {
        values.add(array.at(row, column));
      }
    }
    return values;
  }
}
