package dev.quire.workbook;

import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.chart.NewChart.SeriesSource;
import dev.quire.workbook.chart.Plot;
import dev.quire.workbook.chart.SeriesBy;
import dev.quire.workbook.chart.SeriesData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Guesses from the cells of an area which of them are series, names and categories, as Excel does:
/// a series is a column unless the area is wider than high; the first column holds categories when
/// it has no numbers, or dates, or a blank corner; the first row holds names likewise (O).
final class ChartSource {
  private static final int MOST_SERIES = 255;

  private final Workbook book;
  private final int sheet;
  private final Area area;
  private final boolean byColumns;
  private final Plot.Kind kind;

  private ChartSource(Workbook book, int sheet, Area area, SeriesBy by, Plot.Kind kind) {
    this.book = book;
    this.sheet = sheet;
    this.area = area;
    this.byColumns =
        switch (by) {
          case COLUMNS -> true;
          case ROWS -> false;
          case AUTO -> area.rows() >= area.columns();
        };
    this.kind = kind;
  }

  /// What the series of a chart are made of.
  static List<SeriesSource> of(Workbook book, int sheet, Area wanted, SeriesBy by, Plot.Kind kind) {
    Area area =
        wanted.isWholeColumns() || wanted.isWholeRows()
            ? book.usedPart(sheet, wanted, true)
            : wanted;
    return new ChartSource(book, sheet, area, by, kind).series();
  }

  private List<SeriesSource> series() {
    boolean corner = isBlank(0, 0);
    boolean pairs = kind == Plot.Kind.SCATTER || kind == Plot.Kind.BUBBLE;
    boolean names = length() > 1 && (corner && isHeading() || isHeading());
    boolean categories = count() > 1 && (pairs || corner && names || isCategories(names));
    int first = names ? 1 : 0;
    SeriesData labels = categories ? cells(line(0, first, length() - 1)) : SeriesData.NONE;
    int step = kind == Plot.Kind.BUBBLE && count() - (categories ? 1 : 0) > 1 ? 2 : 1;
    int number = (count() - (categories ? 1 : 0) + step - 1) / step;
    if (number > MOST_SERIES) {
      throw new WorkbookFault.TooLarge(
          "A chart has at most %d series, not %d.".formatted(MOST_SERIES, number));
    }
    var series = new ArrayList<SeriesSource>();
    for (int at = categories ? 1 : 0; at < count(); at += step) {
      boolean sized = step == 2 && at + 1 < count();
      series.add(
          new SeriesSource(
              names ? cells(line(at, 0, 0)) : SeriesData.NONE,
              labels,
              cells(line(at, first, length() - 1)),
              sized ? cells(line(at + 1, first, length() - 1)) : SeriesData.NONE));
    }
    return series;
  }

  /// How many lines of cells there are, of which each may be a series.
  private int count() {
    return byColumns ? area.columns() : area.rows();
  }

  private int length() {
    return byColumns ? area.rows() : area.columns();
  }

  private Area line(int at, int from, int to) {
    return byColumns
        ? new Area(
            area.firstRow() + from,
            area.firstColumn() + at,
            area.firstRow() + to,
            area.firstColumn() + at)
        : new Area(
            area.firstRow() + at,
            area.firstColumn() + from,
            area.firstRow() + at,
            area.firstColumn() + to);
  }

  private SeriesData cells(Area cells) {
    return new SeriesData.Cells(List.of(new SeriesData.SheetArea(sheet, cells)));
  }

  private Scalar value(int at, int along) {
    Area cell = line(at, along, along);
    return book.value(sheet, cell.firstRow(), cell.firstColumn());
  }

  private boolean isBlank(int at, int along) {
    return value(at, along) == BlankValue.BLANK;
  }

  /// Whether the first cell of each line is its name: none holds a number that is no date.
  private boolean isHeading() {
    int from = count() > 1 && (isBlank(0, 0) || !isNumber(0, 0)) ? 1 : 0;
    boolean any = false;
    for (int at = from; at < count(); at++) {
      if (isNumber(at, 0)) {
        return false;
      }
      any |= value(at, 0) instanceof TextValue;
    }
    return any;
  }

  /// Whether the first line holds what stands below the others: texts, or dates beside numbers.
  private boolean isCategories(boolean names) {
    boolean texts = false;
    for (int along = names ? 1 : 0; along < length(); along++) {
      if (isNumber(0, along)) {
        return false;
      }
      texts |= !isBlank(0, along);
    }
    return texts;
  }

  private boolean isNumber(int at, int along) {
    Area cell = line(at, along, along);
    return value(at, along) instanceof NumberValue
        && !format(cell).map(NumberFormat::isDate).orElse(false);
  }

  private Optional<NumberFormat> format(Area cell) {
    String code = book.style(sheet, cell.firstRow(), cell.firstColumn()).numberFormat();
    return Optional.of(book.shared().formats().format(code));
  }
}
