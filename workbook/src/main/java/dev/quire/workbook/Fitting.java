package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.workbook.font.TextSize;
import dev.quire.workbook.style.Font;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Makes columns as wide and rows as high as what is in them. Merged and hidden cells do not count;
/// columns without content keep their width. Widths follow Excel's rule: whole pixels and five
/// beside (ECMA-376 part 1, 18.3.1.13). How much room Excel leaves above and below is our guess
/// (?), right for the usual sizes of Calibri.
final class Fitting {
  private static final long MOST_CELLS = 5_000_000;
  private static final int BESIDE_PIXELS = 5;
  private static final int MOST_WIDTH_PIXELS = 1790;
  private static final double MOST_HEIGHT_POINTS = 409.5;
  private static final double POINTS_PER_PIXEL = 0.75;

  private final Workbook base;
  private final Worksheet sheet;

  private Fitting(Workbook base, int sheet) {
    this.base = base;
    this.sheet = CellFormatting.existing(base, sheet);
  }

  static Outcome apply(Workbook base, Edit.FitColumns fit) {
    var fitting = new Fitting(base, fit.sheet());
    return fitting.laidOut(fitting.columns(fit.first(), fit.last()));
  }

  static Outcome apply(Workbook base, Edit.FitRows fit) {
    var fitting = new Fitting(base, fit.sheet());
    return fitting.laidOut(fitting.rows(fit.first(), fit.last()));
  }

  private Outcome laidOut(SheetLayout layout) {
    return new Outcome(
        base.with(base.contents().replacing(sheet.laidOut(layout)), base.model()), List.of());
  }

  private Optional<Area> used(Area area, boolean valuesOnly) {
    Optional<Area> used = base.cells(sheet.key()).usedWithin(area, valuesOnly);
    if (used.filter(each -> each.cells() > MOST_CELLS).isPresent()) {
      throw new WorkbookFault.TooLarge(
          "%,d cells are to be measured; at most %,d can be."
              .formatted(used.get().cells(), MOST_CELLS));
    }
    return used;
  }

  private SheetLayout columns(int first, int last) {
    SheetLayout layout = sheet.layout();
    Optional<Area> used = used(new Area(0, first, Grid.ROWS - 1, last), true);
    if (used.isEmpty()) {
      return layout;
    }
    BitSet merged = merged(used.get());
    for (int at = used.get().firstColumn(); at <= used.get().lastColumn(); at++) {
      int widest = widest(at, used.get(), merged);
      if (widest > 0 && !layout.isColumnHidden(at)) {
        int pixels = Math.min(widest + BESIDE_PIXELS, MOST_WIDTH_PIXELS);
        double chars = Sizes.chars(pixels * POINTS_PER_PIXEL);
        layout = layout.withColumns(at, at, span -> span.withWidth(chars));
      }
    }
    return layout;
  }

  /// The widest line of a column; a text that wraps does not make its column wider.
  private int widest(int column, Area used, BitSet merged) {
    int present = pixels(column);
    int widest = 0;
    for (int row = used.firstRow(); row <= used.lastRow(); row++) {
      String text = counts(row, column, used, merged) ? base.text(sheet.key(), row, column) : "";
      if (!text.isEmpty()) {
        CellStyle style = base.style(sheet.key(), row, column);
        boolean wraps = style.look().alignment().wraps();
        int width = wraps ? Math.min(lines(text, style), present) : line(text, style);
        widest = Math.max(widest, width);
      }
    }
    return widest;
  }

  private static int line(String text, CellStyle style) {
    return TextSize.width(text.replace("\n", ""), style.look().font());
  }

  private static int lines(String text, CellStyle style) {
    return text.lines().mapToInt(line -> TextSize.width(line, style.look().font())).max().orElse(0);
  }

  /// The room for text in a column.
  private int pixels(int column) {
    double all = sheet.layout().columnPoints(column) / POINTS_PER_PIXEL;
    return Math.max((int) all - BESIDE_PIXELS, 1);
  }

  private boolean counts(int row, int column, Area used, BitSet merged) {
    return !sheet.layout().isRowHidden(row)
        && !sheet.layout().isColumnHidden(column)
        && !merged.get(place(row, column, used));
  }

  private static int place(int row, int column, Area used) {
    return (row - used.firstRow()) * used.columns() + column - used.firstColumn();
  }

  /// The places of merged cells in an area, counted row by row.
  private BitSet merged(Area used) {
    var places = new BitSet();
    for (Area each : sheet.regions().merged()) {
      each.intersection(used)
          .ifPresent(area -> {
            for (int row = area.firstRow(); row <= area.lastRow(); row++) {
              places.set(
                  place(row, area.firstColumn(), used), place(row, area.lastColumn(), used) + 1);
            }
          });
    }
    return places;
  }

  private SheetLayout rows(int first, int last) {
    Optional<Area> used = used(new Area(first, 0, last, Grid.COLUMNS - 1), false);
    SheetLayout layout = sheet.layout();
    Map<Integer, OptionalDouble> heights = new HashMap<>();
    used.ifPresent(area -> {
      BitSet merged = merged(area);
      for (int row = area.firstRow(); row <= area.lastRow(); row++) {
        double points = Math.min(highest(row, area, merged) * POINTS_PER_PIXEL, MOST_HEIGHT_POINTS);
        if (points > layout.usualRowPoints()) {
          heights.put(row, OptionalDouble.of(points));
        }
      }
    });
    return layout.withRows(
        first,
        last,
        row ->
            row.hidden()
                ? row
                : row.withHeight(heights.getOrDefault(row.row(), OptionalDouble.empty())));
  }

  private int highest(int row, Area used, BitSet merged) {
    int highest = 0;
    for (int column = used.firstColumn(); column <= used.lastColumn(); column++) {
      if (counts(row, column, used, merged)) {
        CellStyle style = base.style(sheet.key(), row, column);
        Font font = style.look().font();
        int lines =
            style.look().alignment().wraps()
                ? TextSize.wrapped(base.text(sheet.key(), row, column), font, pixels(column)).size()
                : 1;
        int height = TextSize.height(lines, font);
        highest = Math.max(highest, height + around(TextSize.height(1, font)));
      }
    }
    return highest;
  }

  /// Excel leaves more room around larger fonts.
  private static int around(int linePixels) {
    return Math.max(2, linePixels / 20 + 1);
  }
}
