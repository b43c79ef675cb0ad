package dev.quire.graph.resource;

import dev.quire.workbook.Workbook;

/// The way to sort a range.
record RangeSortView(RangeView range) implements View {
  @Override
  public Workbook book() {
    return range.book();
  }

  @Override
  public RangeSortView in(Workbook later) {
    return new RangeSortView(range.in(later));
  }

  @Override
  public String type() {
    return "workbookRangeSort";
  }

  @Override
  public String path() {
    return range.path() + "/sort";
  }
}
