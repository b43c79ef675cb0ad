package dev.quire.workbook;

import dev.quire.engine.ref.A1;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartEditor;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.ChartSpace;
import dev.quire.workbook.chart.ChartType;
import dev.quire.workbook.chart.NewChart;
import dev.quire.workbook.chart.SeriesEditor;
import dev.quire.workbook.chart.SheetCharts;
import java.util.List;

/// Adds, changes and removes charts.
final class ChartChanges {
  /// Size of a new chart (semantics §10, D).
  private static final ChartFrames.Box NEW = new ChartFrames.Box(0, 0, 360, 216);

  private static final int LONGEST_NAME = 255;

  private ChartChanges() {}

  static Outcome add(Workbook base, Edit.AddChart add) {
    Worksheet sheet = CellFormatting.existing(base, add.sheet());
    CellFormatting.existing(base, add.source().sheet());
    var sources =
        ChartSource.of(
            base, add.source().sheet(), add.source().area(), add.by(), add.type().kind());
    requireSeries(add, sources.size());
    SheetCharts charts = sheet.charts();
    var chart =
        new Chart(
            add.id(),
            freeName(charts),
            ChartFrames.frame(sheet.layout(), NEW, ChartFrame.Follows.MOVE_AND_SIZE),
            NewChart.of(add.type(), sources, base.contents().chartTheme()));
    return changed(base, sheet.drawn(charts.with(chart)));
  }

  /// Stock charts need their prices in order (as Excel says when it refuses).
  private static void requireSeries(Edit.AddChart add, int found) {
    ChartType type = add.type();
    if (type.seriesNeeded() > 0 && found != type.seriesNeeded()) {
      throw new WorkbookFault.BadChart(
          "A chart of this kind needs %d series, and %s has %d."
              .formatted(type.seriesNeeded(), A1.print(add.source().area()), found));
    }
  }

  /// The number follows those of all shapes (semantics §10, O).
  private static String freeName(SheetCharts charts) {
    for (int number = charts.nextShape() - 1; ; number++) {
      String name = "Chart " + number;
      if (charts.all().stream().noneMatch(each -> each.name().equalsIgnoreCase(name))) {
        return name;
      }
    }
  }

  static Outcome change(Workbook base, Edit.ChangeChart change) {
    Worksheet sheet = CellFormatting.existing(base, change.sheet());
    Chart chart = existing(sheet, change.chart());
    Chart after;
    try {
      after = changed(base, sheet, chart, change.change());
    } catch (ChartEditor.Missing missing) {
      throw new WorkbookFault.NotFound(missing.kind(), String.valueOf(missing.getMessage()));
    } catch (ChartEditor.Refused refused) {
      throw new WorkbookFault.BadChart(String.valueOf(refused.getMessage()));
    }
    return changed(
        base, sheet.drawn(sheet.charts().map(each -> each.id().equals(chart.id()) ? after : each)));
  }

  private static Chart changed(Workbook base, Worksheet sheet, Chart chart, ChartChange change) {
    return switch (change) {
      case ChartChange.Rename(String name) -> renamed(sheet, chart, name);
      case ChartChange.Place(ChartFrame frame) -> chart.withFrame(frame);
      case ChartChange.SetData data -> chart.withSpace(fed(base, known(chart), data));
      case ChartChange.SetTitle set -> chart.withSpace(ChartEditor.apply(known(chart), set));
      case ChartChange.SetLegend set -> chart.withSpace(ChartEditor.apply(known(chart), set));
      case ChartChange.SetLabels set -> chart.withSpace(ChartEditor.apply(known(chart), set));
      case ChartChange.SetScale set -> chart.withSpace(ChartEditor.apply(known(chart), set));
      case ChartChange.SetGridlines set -> chart.withSpace(ChartEditor.apply(known(chart), set));
      case ChartChange.SetFill set -> chart.withSpace(ChartEditor.apply(known(chart), set));
      case ChartChange.SetLine set -> chart.withSpace(ChartEditor.apply(known(chart), set));
      case ChartChange.SetFont set -> chart.withSpace(ChartEditor.apply(known(chart), set));
      case ChartChange.NameSeries set -> chart.withSpace(SeriesEditor.apply(known(chart), set));
      case ChartChange.AddSeries set -> chart.withSpace(SeriesEditor.apply(known(chart), set));
      case ChartChange.DeleteSeries set -> chart.withSpace(SeriesEditor.apply(known(chart), set));
    };
  }

  private static Chart renamed(Worksheet sheet, Chart chart, String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new WorkbookFault.BadName(name, "it has to have 1 to 255 characters");
    }
    boolean taken =
        sheet.charts().all().stream()
            .anyMatch(each -> !each.id().equals(chart.id()) && each.name().equalsIgnoreCase(name));
    if (taken) {
      throw new WorkbookFault.NameTaken("chart", name);
    }
    return chart.withName(name);
  }

  private static ChartSpace known(Chart chart) {
    if (chart.space().isReadOnly()) {
      throw new WorkbookFault.BadChart(
          "The chart '%s' is of a kind that cannot be changed here.".formatted(chart.name()));
    }
    return chart.space();
  }

  private static ChartSpace fed(Workbook base, ChartSpace space, ChartChange.SetData data) {
    CellFormatting.existing(base, data.sheet());
    return SeriesEditor.fed(
        space,
        ChartSource.of(base, data.sheet(), data.area(), data.by(), space.plots().getLast().kind()));
  }

  static Outcome delete(Workbook base, Edit.DeleteChart delete) {
    Worksheet sheet = CellFormatting.existing(base, delete.sheet());
    Chart chart = existing(sheet, delete.chart());
    return changed(base, sheet.drawn(sheet.charts().without(chart.id())));
  }

  private static Outcome changed(Workbook base, Worksheet sheet) {
    return new Outcome(base.with(base.contents().replacing(sheet), base.model()), List.of());
  }

  private static Chart existing(Worksheet sheet, String id) {
    return sheet.charts().all().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new WorkbookFault.NotFound("chart", id));
  }
}
