package dev.quire.graph.resource;

import dev.quire.engine.ref.Area;
import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.Table.TableColumn;
import dev.quire.workbook.Workbook;

/// A column of a table.
///
/// @param index zero-based place in the table
record TableColumnView(TableView owner, int index) implements View {
  TableColumn column() {
    return owner.table().columns().get(index);
  }

  RangeView range() {
    Area area = owner.table().area();
    int at = area.firstColumn() + index;
    return new RangeView(
        book(), owner.table().sheet(), new Area(area.firstRow(), at, area.lastRow(), at));
  }

  @Override
  public Workbook book() {
    return owner.book();
  }

  @Override
  public TableColumnView in(Workbook later) {
    TableView table = owner.in(later);
    if (index >= table.table().columns().size()) {
      throw new NoSuchEntity("table column", Integer.toString(index));
    }
    return new TableColumnView(table, index);
  }

  @Override
  public String type() {
    return "workbookTableColumn";
  }

  @Override
  public String path() {
    return owner.path()
        + "/columns(%27"
        + PathPrinter.key(Integer.toString(column().id()))
        + "%27)";
  }
}
