package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.pivot.PivotTable;

/// A pivot table.
///
/// @param sheet key of its worksheet
record PivotTableView(Workbook book, int sheet, PivotTable pivot) implements View {
  @Override
  public PivotTableView in(Workbook later) {
    return later.worksheet(sheet).stream()
        .flatMap(each -> each.regions().pivots().stream())
        .filter(each -> each.id().equals(pivot.id()))
        .findFirst()
        .map(found -> new PivotTableView(later, sheet, found))
        .orElseThrow(() -> new NoSuchEntity("pivot table", pivot.name()));
  }

  @Override
  public String type() {
    return "workbookPivotTable";
  }

  @Override
  public String path() {
    return new SheetView(book, sheet).path()
        + "/pivotTables(%27"
        + PathPrinter.key(pivot.id())
        + "%27)";
  }
}
