package dev.quire.graph.resource;

import dev.quire.engine.ref.Area;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;

/// A row of a table's body.
///
/// @param index zero-based place in the body
record TableRowView(TableView owner, int index) implements View {
  RangeView range() {
    Table table = owner.table();
    int row = table.area().firstRow() + (table.showHeaders() ? 1 : 0) + index;
    return new RangeView(
        book(),
        table.sheet(),
        new Area(row, table.area().firstColumn(), row, table.area().lastColumn()));
  }

  @Override
  public Workbook book() {
    return owner.book();
  }

  @Override
  public TableRowView in(Workbook later) {
    TableView table = owner.in(later);
    if (index >= table.table().bodyRows()) {
      throw new NoSuchEntity("table row", Integer.toString(index));
    }
    return new TableRowView(table, index);
  }

  @Override
  public String type() {
    return "workbookTableRow";
  }

  @Override
  public String path() {
    return owner.path() + "/rows/itemAt(index=" + index + ")";
  }
}
