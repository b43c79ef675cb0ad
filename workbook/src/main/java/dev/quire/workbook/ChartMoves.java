package dev.quire.workbook;

import dev.quire.engine.formula.FormulaParser;
import dev.quire.engine.formula.FormulaPrinter;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.FormulaSyntaxException;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.FrameShift;
import dev.quire.workbook.chart.SeriesData;
import dev.quire.workbook.chart.SeriesData.SheetArea;
import dev.quire.workbook.chart.SeriesDataMap;
import dev.quire.workbook.chart.SheetCharts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Lets charts follow what happens to the cells that they show and lie on. When the file is saved
/// their parts follow by the same rules, so that a chart which nobody else has touched is not
/// written again.
final class ChartMoves {
  private ChartMoves() {}

  /// All worksheets after cells of one of them have moved.
  static List<Worksheet> shifted(List<Worksheet> sheets, int moved, Shift shift) {
    var references = new SeriesDataMap(data -> shifted(data, moved, shift));
    return mapped(
        sheets,
        sheet ->
            chart -> {
              Chart following = chart.withSpace(references.apply(chart.space()));
              return sheet.key() == moved
                  ? following.withFrame(FrameShift.apply(chart.frame(), shift))
                  : following;
            });
  }

  private static SeriesData shifted(SeriesData data, int moved, Shift shift) {
    if (!(data instanceof SeriesData.Cells(List<SheetArea> areas))) {
      return data;
    }
    var now = new ArrayList<SheetArea>();
    for (SheetArea each : areas) {
      Optional<Area> area =
          each.sheet() == moved ? shift.reference(each.area()) : Optional.of(each.area());
      if (area.isEmpty()) {
        return SeriesData.LOST;
      }
      now.add(new SheetArea(each.sheet(), area.get()));
    }
    return new SeriesData.Cells(now);
  }

  /// The worksheets that are left after one is gone.
  static List<Worksheet> without(List<Worksheet> left, int gone) {
    var references =
        new SeriesDataMap(data ->
            data instanceof SeriesData.Cells(List<SheetArea> areas)
                    && areas.stream().anyMatch(each -> each.sheet() == gone)
                ? SeriesData.LOST
                : data);
    return mapped(left, _ -> chart -> chart.withSpace(references.apply(chart.space())));
  }

  /// All worksheets after one was renamed: formulas of charts spell its name.
  static List<Worksheet> renamed(Contents before, Contents after) {
    var references = new SeriesDataMap(data -> respelled(data, before, after));
    return mapped(
        after.worksheets(), _ -> chart -> chart.withSpace(references.apply(chart.space())));
  }

  private static SeriesData respelled(SeriesData data, Contents before, Contents after) {
    if (!(data instanceof SeriesData.Formula formula) || formula.equals(SeriesData.LOST)) {
      return data;
    }
    var site = new FormulaSite(before.worksheets().getFirst().key(), 0, 0);
    try {
      var read = FormulaParser.parse(formula.text(), site, Notation.A1, before);
      String then = FormulaPrinter.printForFile(read, site, before);
      String now = FormulaPrinter.printForFile(read, site, after);
      return now.equals(then)
          ? data
          : new SeriesData.Formula(now, formula.cached(), formula.numberFormat());
    } catch (FormulaSyntaxException noFormula) {
      return data; // what we cannot read names none of our sheets
    }
  }

  private static List<Worksheet> mapped(
      List<Worksheet> sheets, Function<Worksheet, UnaryOperator<Chart>> change) {
    return sheets.stream()
        .map(sheet -> {
          SheetCharts now = sheet.charts().map(change.apply(sheet));
          return now == sheet.charts() ? sheet : sheet.drawn(now);
        })
        .toList();
  }
}
