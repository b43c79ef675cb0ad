package dev.quire.ooxml;

import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.formula.PivotReport.Line;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.pivot.AxisLine;
import dev.quire.workbook.pivot.PivotItem;
import dev.quire.workbook.pivot.PivotSource;
import dev.quire.workbook.pivot.PivotTable;
import dev.quire.workbook.pivot.Summary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Adds up a pivot table the long way: for each of its cells it goes through all rows of the
/// source.
final class NaivePivot {
  private final Workbook book;
  private final PivotTable pivot;
  private final PivotReport report;
  private final Workbook.Place source;

  private NaivePivot(Workbook book, PivotTable pivot) {
    this.book = book;
    this.pivot = pivot;
    this.report = pivot.report().orElseThrow();
    this.source = source(book, pivot);
  }

  static Workbook.Place source(Workbook book, PivotTable pivot) {
    return switch (pivot.cache().source()) {
      case PivotSource.Cells(int sheet, Area area) ->
          new Workbook.Place(
              sheet,
              new Area(
                  area.firstRow(),
                  area.firstColumn(),
                  Math.min(area.lastRow(), book.usedArea(sheet, true).lastRow() + 1),
                  area.lastColumn()));
      case PivotSource.Named(String name) -> {
        Table table = book.findTable(name).orElseThrow();
        yield new Workbook.Place(table.sheet(), table.area());
      }
      case PivotSource.Elsewhere(String what) -> throw new AssertionError(what);
    };
  }

  /// Cells of a report that hold something else than the rows of the source add up to.
  static List<String> differences(Workbook book, int sheet, String id) {
    PivotTable pivot =
        book.worksheet(sheet).orElseThrow().regions().pivots().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow();
    return new NaivePivot(book, pivot).differences(sheet);
  }

  private List<String> differences(int sheet) {
    var found = new ArrayList<String>();
    lines(pivot.rows().lines(), report.rows(), pivot.rows().fields().size(), found);
    lines(pivot.columns().lines(), report.columns(), pivot.columns().fields().size(), found);
    for (int row = 0; row < report.rows().size(); row++) {
      for (int column = 0; column < report.columns().size(); column++) {
        Scalar shown =
            book.value(
                sheet,
                report.area().firstRow() + report.top() + row,
                report.area().firstColumn() + report.left() + column);
        Line down = report.rows().get(row);
        Line right = report.columns().get(column);
        Scalar expected = value(down, right);
        boolean bare = shown == BlankValue.BLANK && isHeader(row);
        if (!bare && !isEqual(expected, shown)) {
          found.add("%d, %d: %s, not %s".formatted(row, column, shown, expected));
        }
      }
    }
    return found;
  }

  /// Every combination of items that the source has is shown once.
  private void lines(List<AxisLine> lines, List<Line> meant, int levels, List<String> found) {
    var combinations = new HashSet<Map<String, String>>();
    for (int row = source.area().firstRow() + 1; row <= source.area().lastRow(); row++) {
      var items = new java.util.HashMap<String, String>();
      List<Integer> fields =
          meant == report.rows() ? pivot.rows().fields() : pivot.columns().fields();
      for (int field : fields) {
        if (field >= 0) {
          items.put(pivot.fields().get(field).name(), text(cell(row, field)));
        }
      }
      if (isShown(row)) {
        combinations.add(items);
      }
    }
    var shown = new HashSet<Map<String, String>>();
    for (int at = 0; at < lines.size(); at++) {
      if (lines.get(at).kind() == AxisLine.Kind.ITEMS && lines.get(at).items().size() == levels) {
        var items = new java.util.HashMap<String, String>();
        meant.get(at).items().forEach((field, item) -> items.put(field, text(item)));
        shown.add(items);
      }
    }
    if (levels > 0 && !shown.equals(combinations)) {
      found.add("shows %s, not %s".formatted(shown, combinations));
    }
  }

  private boolean isHeader(int row) {
    AxisLine line = pivot.rows().lines().get(row);
    return line.kind() == AxisLine.Kind.ITEMS && line.items().size() < pivot.rows().fields().size();
  }

  private Scalar cell(int row, int field) {
    return book.value(source.sheet(), row, source.area().firstColumn() + field);
  }

  private Scalar value(Line down, Line right) {
    int data = pivot.data().size() > 1 ? down.data() + right.data() : 0;
    var values = new ArrayList<Scalar>();
    for (int row = source.area().firstRow() + 1; row <= source.area().lastRow(); row++) {
      if (isShown(row) && matches(row, down) && matches(row, right)) {
        values.add(cell(row, pivot.data().get(data).field()));
      }
    }
    List<Scalar> filled = values.stream().filter(each -> each != BlankValue.BLANK).toList();
    double[] numbers =
        filled.stream()
            .filter(NumberValue.class::isInstance)
            .mapToDouble(each -> ((NumberValue) each).number())
            .toArray();
    if (filled.isEmpty()) {
      return BlankValue.BLANK;
    }
    double sum = java.util.Arrays.stream(numbers).sum();
    Summary summary = pivot.data().get(data).summary();
    return new NumberValue(
        switch (summary) {
          case SUM -> sum;
          case COUNT -> filled.size();
          case AVERAGE -> sum / numbers.length;
          default -> throw new AssertionError(summary);
        });
  }

  private boolean matches(int row, Line line) {
    return line.items().entrySet().stream()
        .allMatch(each -> text(cell(row, field(each.getKey()))).equals(text(each.getValue())));
  }

  private int field(String name) {
    for (int field = 0; field < pivot.fields().size(); field++) {
      if (pivot.fields().get(field).name().equals(name)) {
        return field;
      }
    }
    throw new AssertionError(name);
  }

  private boolean isShown(int row) {
    for (int field = 0; field < pivot.fields().size(); field++) {
      for (PivotItem item : pivot.fields().get(field).items()) {
        if (item.hidden() && is(row, field, item)) {
          return false;
        }
      }
    }
    return pivot.pages().stream()
        .allMatch(page ->
            page.item().isEmpty()
                || is(
                    row,
                    page.field(),
                    pivot.fields().get(page.field()).items().get(page.item().getAsInt())));
  }

  private boolean is(int row, int field, PivotItem item) {
    Scalar value = pivot.cache().fields().get(field).items().get(item.shared()).value();
    return text(cell(row, field)).equals(text(value));
  }

  private static String text(Scalar value) {
    return switch (value) {
      case NumberValue(double number) -> Double.toString(number);
      case TextValue(String text) -> text.toLowerCase(java.util.Locale.ROOT);
      case BlankValue _ -> "";
      default -> value.toString();
    };
  }

  private static boolean isEqual(Scalar expected, Scalar shown) {
    return expected instanceof NumberValue(double a) && shown instanceof NumberValue(double b)
        ? Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a))
        : expected.equals(shown);
  }
}
