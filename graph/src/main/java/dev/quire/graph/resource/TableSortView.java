package dev.quire.graph.resource;

import dev.quire.workbook.Workbook;

/// How a table is sorted.
record TableSortView(TableView table) implements View {
  @Override
  public Workbook book() {
    return table.book();
  }

  @Override
  public TableSortView in(Workbook later) {
    return new TableSortView(table.in(later));
  }

  @Override
  public String type() {
    return "workbookTableSort";
  }

  @Override
  public String path() {
    return table.path() + "/sort";
  }
}
