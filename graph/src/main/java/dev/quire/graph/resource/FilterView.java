package dev.quire.graph.resource;

import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.Workbook;
import java.util.Optional;

/// The filter of a table column.
record FilterView(TableColumnView column) implements View {
  Optional<FilterCriteria> criteria() {
    return Optional.ofNullable(column.owner().table().filters().get(column.column().id()));
  }

  @Override
  public Workbook book() {
    return column.book();
  }

  @Override
  public FilterView in(Workbook later) {
    return new FilterView(column.in(later));
  }

  @Override
  public String type() {
    return "workbookFilter";
  }

  @Override
  public String path() {
    return column.path() + "/filter";
  }
}
