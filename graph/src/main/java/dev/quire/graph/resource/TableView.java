package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;

/// A table.
record TableView(Workbook book, Table table) implements View {
  @Override
  public TableView in(Workbook later) {
    return later
        .findTable(table.id())
        .map(found -> new TableView(later, found))
        .orElseThrow(() -> new NoSuchEntity("table", table.name()));
  }

  @Override
  public String type() {
    return "workbookTable";
  }

  @Override
  public String path() {
    return "/tables(%27" + PathPrinter.key(table.id()) + "%27)";
  }
}
