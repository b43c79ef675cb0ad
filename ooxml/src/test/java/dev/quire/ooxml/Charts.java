package dev.quire.ooxml;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.workbook.ChartFrames;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.ChartType;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.SeriesBy;
import dev.quire.workbook.chart.SeriesData.SheetArea;
import dev.quire.workbook.style.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/// Workbooks with charts, and changes to them.
final class Charts {
  private static final double[][] SALES = {
    {120, 80, 95, 60}, {135, 85, 90, 70}, {150, 95, 110, 65}, {110, 60, 105, 90}
  };

  private static final List<String> NAMES = List.of("North", "South & <East>", "West", "All");

  private Charts() {}

  /// A workbook with texts in A2:A5, names in B1:E1 and numbers in B2:E5.
  static Workbook sales() {
    Workbook book = Books.open(XlsxFile.blank()).workbook();
    int sheet = book.worksheets().getFirst().key();
    for (int row = 0; row < SALES.length; row++) {
      book = Books.text(book, sheet, "A" + (row + 2), "Q" + (row + 1));
      for (int column = 0; column < NAMES.size(); column++) {
        book = Books.number(book, sheet, A1.cell(row + 1, column + 1), SALES[row][column]);
      }
    }
    for (int column = 0; column < NAMES.size(); column++) {
      book = Books.text(book, sheet, A1.cell(0, column + 1), NAMES.get(column));
    }
    return book;
  }

  static Workbook add(Workbook book, int sheet, ChartType type, String source) {
    Area area = A1.parse(source).orElseThrow();
    int count = book.worksheet(sheet).orElseThrow().charts().all().size();
    return Books.apply(
        book,
        new Edit.AddChart(
            sheet,
            type,
            new SheetArea(book.worksheets().getFirst().key(), area),
            SeriesBy.COLUMNS,
            "{12345678-0000-4000-8000-%012d}".formatted(count)));
  }

  /// The cells that a chart of this kind can show.
  static String source(ChartType type) {
    return switch (type.seriesNeeded()) {
      case 3 -> "A1:D5";
      case 5 -> "A1:F5";
      default -> "A1:E5";
    };
  }

  static List<Chart> of(Workbook book, int sheet) {
    return book.worksheet(sheet).orElseThrow().charts().all();
  }

  static Workbook change(Workbook book, int sheet, int at, ChartChange change) {
    return Books.apply(book, new Edit.ChangeChart(sheet, of(book, sheet).get(at).id(), change));
  }

  /// Any change to a chart, which may be refused.
  static ChartChange any(Random random, Workbook book, int sheet) {
    AxisRole axis = random.nextInt(8) == 0 ? AxisRole.CATEGORY : AxisRole.VALUE;
    return switch (random.nextInt(15)) {
      case 0 -> new ChartChange.Rename("Name " + random.nextInt(100) + " \"<&>");
      case 1 ->
          new ChartChange.Place(
              ChartFrames.frame(
                  book.layout(sheet),
                  new ChartFrames.Box(random.nextInt(300), random.nextInt(900) / 4.0, 300, 10.25),
                  ChartFrame.Follows.values()[random.nextInt(3)]));
      case 2 ->
          new ChartChange.SetData(
              sheet, new Area(0, 0, 4, 1 + random.nextInt(4)), SeriesBy.COLUMNS);
      case 3 ->
          new ChartChange.SetTitle(
              random.nextBoolean() ? Optional.of(axis) : Optional.empty(),
              maybe(random, "Über\nalles <b>"),
              maybe(random, random.nextBoolean()),
              maybe(random, random.nextBoolean()));
      case 4 ->
          new ChartChange.SetLegend(
              maybe(random, random.nextBoolean()),
              maybe(random, Legend.Position.values()[random.nextInt(5)]),
              maybe(random, random.nextBoolean()));
      case 5 ->
          new ChartChange.SetLabels(
              new ChartChange.Shows(
                  maybe(random, random.nextBoolean()),
                  maybe(random, random.nextBoolean()),
                  maybe(random, random.nextBoolean()),
                  Optional.empty(),
                  Optional.empty(),
                  maybe(random, random.nextBoolean())),
              maybe(random, maybe(random, DataLabels.Position.CENTER)),
              maybe(random, "; "));
      case 6 ->
          new ChartChange.SetScale(
              AxisRole.VALUE,
              maybe(random, limit(random, -10)),
              maybe(random, limit(random, 200)),
              maybe(random, limit(random, 20)),
              maybe(random, limit(random, 5)));
      case 7 -> new ChartChange.SetGridlines(axis, random.nextBoolean(), random.nextBoolean());
      case 8, 9 -> new ChartChange.SetFill(element(random, axis), fill(random));
      case 10 -> new ChartChange.SetLine(element(random, axis), fill(random));
      case 11 ->
          new ChartChange.SetFont(
              element(random, axis),
              new ChartText(
                  maybe(random, "Arial"),
                  random.nextBoolean() ? OptionalDouble.of(10.5) : OptionalDouble.empty(),
                  maybe(random, true),
                  maybe(random, true),
                  maybe(random, true),
                  maybe(random, new Color(random.nextInt(1 << 24)))));
      case 12 -> new ChartChange.NameSeries(random.nextInt(4), "Series <" + random.nextInt(9));
      case 13 -> new ChartChange.AddSeries(maybe(random, "Another"));
      default -> new ChartChange.DeleteSeries(random.nextInt(4));
    };
  }

  private static ChartElement element(Random random, AxisRole axis) {
    return switch (random.nextInt(7)) {
      case 0 -> new ChartElement.Whole();
      case 1 -> new ChartElement.Title();
      case 2 -> new ChartElement.LegendBox();
      case 3 -> new ChartElement.Labels();
      case 4 -> new ChartElement.OfAxis(axis, ChartElement.Part.values()[random.nextInt(4)]);
      case 5 -> new ChartElement.OfSeries(random.nextInt(3));
      default -> new ChartElement.OfPoint(random.nextInt(3), random.nextInt(4));
    };
  }

  private static Fill fill(Random random) {
    return random.nextInt(3) == 0
        ? Fill.NONE
        : new Fill.Solid(new Color(random.nextInt(1 << 24)), 1);
  }

  private static OptionalDouble limit(Random random, double number) {
    return random.nextInt(3) == 0 ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private static <T> Optional<T> maybe(Random random, T value) {
    return random.nextBoolean() ? Optional.of(value) : Optional.empty();
  }
}
