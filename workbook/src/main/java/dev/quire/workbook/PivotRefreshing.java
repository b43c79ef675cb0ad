package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.pivot.PivotCache;
import dev.quire.workbook.pivot.PivotObstacle;
import dev.quire.workbook.pivot.PivotSource;
import dev.quire.workbook.pivot.PivotTable;
import dev.quire.workbook.pivot.ReportLayout;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Works pivot tables out again. One that shares its cache with others takes these along, as in
/// Excel; when one of them cannot be worked out, none is.
final class PivotRefreshing {
  private final Workbook base;
  private final CalculationEnvironment environment;
  private final List<Report> reports = new ArrayList<>();

  /// A report that is to be written.
  ///
  /// @param sheet key of its worksheet
  private record Report(int sheet, PivotTable before, ReportLayout layout) {
    PivotTable table() {
      return layout.table();
    }
  }

  private PivotRefreshing(Workbook base, CalculationEnvironment environment) {
    this.base = base;
    this.environment = environment;
  }

  static Outcome apply(
      Workbook base, Edit.RefreshPivots refresh, CalculationEnvironment environment) {
    Worksheet sheet =
        base.worksheet(refresh.sheet())
            .orElseThrow(
                () -> new WorkbookFault.NotFound("worksheet", Integer.toString(refresh.sheet())));
    List<PivotTable> wanted =
        sheet.regions().pivots().stream()
            .filter(each -> refresh.pivot().map(each.id()::equals).orElse(true))
            .toList();
    if (refresh.pivot().isPresent() && wanted.isEmpty()) {
      throw new WorkbookFault.NotFound("pivot table", refresh.pivot().get());
    }
    if (wanted.isEmpty()) {
      return new Outcome(base, List.of());
    }
    var refreshing = new PivotRefreshing(base, environment);
    refreshing.workOut(wanted, LocalDateTime.ofInstant(refresh.at(), environment.zone()));
    return refreshing.write();
  }

  private void workOut(List<PivotTable> wanted, LocalDateTime at) {
    Set<String> caches = new LinkedHashSet<>();
    wanted.forEach(each -> caches.add(each.cache().id()));
    var sources = new PivotSources(base);
    Map<String, PivotCache> fresh = new HashMap<>();
    for (Worksheet sheet : base.worksheets()) {
      for (PivotTable each : sheet.regions().pivots()) {
        if (caches.contains(each.cache().id())) {
          reports.add(report(sheet.key(), each, sources, fresh, at));
        }
      }
    }
    reports.forEach(this::requireRoom);
  }

  private Report report(
      int sheet,
      PivotTable pivot,
      PivotSources sources,
      Map<String, PivotCache> fresh,
      LocalDateTime at) {
    try {
      if (pivot.cache().source() instanceof PivotSource.Elsewhere(String what)) {
        throw new PivotObstacle(what);
      }
      if (!pivot.obstacles().isEmpty()) {
        throw new PivotObstacle(pivot.obstacles().getFirst());
      }
      PivotCache cache = fresh.get(pivot.cache().id());
      if (cache == null) {
        cache = sources.read(pivot.cache(), numbered(pivot.cache().id()), sheet, at);
        fresh.put(cache.id(), cache);
      }
      SheetCells cells = base.cells(sheet);
      Area area = pivot.area();
      ReportLayout.Shown shown =
          (row, column) -> cells.value(area.firstRow() + row, area.firstColumn() + column);
      return new Report(sheet, pivot, ReportLayout.of(pivot, cache, shown, base.date1904()));
    } catch (PivotObstacle obstacle) {
      throw new WorkbookFault.NotRefreshable(pivot.name(), obstacle.why());
    }
  }

  /// The fields of a cache that are on an axis of any of its pivot tables.
  private Set<Integer> numbered(String cache) {
    Set<Integer> fields = new LinkedHashSet<>();
    base.worksheets().stream()
        .flatMap(each -> each.regions().pivots().stream())
        .filter(each -> each.cache().id().equals(cache))
        .forEach(each -> fields.addAll(each.axisFields()));
    return fields;
  }

  /// A report never grows over anything else.
  private void requireRoom(Report report) {
    Area area = report.table().area();
    Area old = report.before().area();
    String name = report.table().name();
    base.tables().stream()
        .filter(each -> each.sheet() == report.sheet() && each.area().intersects(area))
        .findFirst()
        .ifPresent(each -> refuse(name, area, "the table '" + each.name() + "' is there"));
    reports.stream()
        .filter(each -> each != report && each.sheet() == report.sheet())
        .filter(each -> each.table().area().intersects(area))
        .findFirst()
        .ifPresent(
            each -> refuse(name, area, "the pivot table '" + each.table().name() + "' is there"));
    SheetRegions regions = base.worksheet(report.sheet()).orElseThrow().regions();
    regions
        .all()
        .filter(each -> each.intersects(area) && !each.equals(old) && !old.contains(each))
        .filter(each -> reports.stream().noneMatch(other -> other.before().area().equals(each)))
        .findFirst()
        .ifPresent(each -> refuse(name, area, A1.print(each) + " belongs together"));
    SheetCells cells = base.cells(report.sheet());
    cells.usedWithin(area, true).ifPresent(used -> requireEmpty(name, area, old, used, cells));
  }

  private static void requireEmpty(String name, Area area, Area old, Area used, SheetCells cells) {
    for (int row = used.firstRow(); row <= used.lastRow(); row++) {
      for (int column = used.firstColumn(); column <= used.lastColumn(); column++) {
        if (!old.contains(row, column) && cells.holdsSomething(row, column)) {
          refuse(name, area, A1.cell(row, column) + " is not empty");
        }
      }
    }
  }

  private static void refuse(String name, Area area, String what) {
    throw new WorkbookFault.PivotOverlap(name, A1.print(area), what);
  }

  private Outcome write() {
    Contents contents = base.contents();
    for (Worksheet sheet : base.worksheets()) {
      Worksheet known = contents.worksheet(sheet.key()).orElseThrow();
      contents =
          contents.replacing(known.laidOut(known.layout(), known.regions().pivoted(this::after)));
    }
    ModelEditor editor = base.model().edit(contents, environment);
    Styles.Growth styles = base.styleTable().grow();
    var areas = new ArrayList<Workbook.WrittenArea>();
    for (Report report : reports) {
      Area all = report.before().area().boundingBox(report.table().area());
      ArrayAreas.release(editor, report.sheet(), all);
      new Writing(report, editor, styles).write(all);
      areas.add(new Workbook.WrittenArea(report.sheet(), all));
      editor.touch(report.sheet(), all);
    }
    Workbook workbook = base.with(contents, base.model());
    if (base.calculationMode() != CalculationMode.MANUAL) {
      return Change.outcome(workbook, editor.finish(), styles.finish());
    }
    var awaiting = new ArrayList<>(base.awaiting());
    awaiting.addAll(areas);
    return new Outcome(workbook.with(editor.leave().model(), styles.finish(), awaiting), List.of());
  }

  private PivotTable after(PivotTable before) {
    return reports.stream()
        .filter(each -> each.before() == before)
        .findFirst()
        .map(Report::table)
        .orElse(before);
  }

  /// Writes the cells of one report.
  private final class Writing {
    private final Report report;
    private final ModelEditor editor;
    private final Styles.Growth styles;
    private final Area old;
    private final Area now;
    private final SheetCells cells;

    Writing(Report report, ModelEditor editor, Styles.Growth styles) {
      this.report = report;
      this.editor = editor;
      this.styles = styles;
      this.old = report.before().area();
      this.now = report.table().area();
      this.cells = base.cells(report.sheet());
    }

    void write(Area all) {
      for (int row = all.firstRow(); row <= all.lastRow(); row++) {
        for (int column = all.firstColumn(); column <= all.lastColumn(); column++) {
          if (now.contains(row, column)) {
            fill(row, column);
          } else if (old.contains(row, column)) {
            set(row, column, BlankValue.BLANK);
            editor.setStyle(report.sheet(), row, column, SheetCells.NO_STYLE);
          }
        }
      }
    }

    private void fill(int row, int column) {
      int down = row - now.firstRow();
      int right = column - now.firstColumn();
      report.layout().cell(down, right).ifPresent(value -> set(row, column, value));
      Optional<Integer> modelRow = report.layout().rowLike(down);
      Optional<Integer> modelColumn = report.layout().columnLike(right);
      int style =
          modelRow.isPresent() && modelColumn.isPresent()
              ? cells.style(old.firstRow() + modelRow.get(), old.firstColumn() + modelColumn.get())
              : report
                  .layout()
                  .numberFormat(down, right)
                  .map(code -> styles.numberOf(styles.at(0).withNumberFormat(code)))
                  .orElse(SheetCells.NO_STYLE);
      if (style != cells.style(row, column)) {
        editor.setStyle(report.sheet(), row, column, style);
      }
    }

    private void set(int row, int column, Scalar value) {
      if (!cells.holds(row, column, value) || cells.formula(row, column).isPresent()) {
        editor.setConstant(report.sheet(), row, column, value);
      }
    }
  }
}
