package dev.quire.graph.resource;

import dev.quire.workbook.Workbook;

/// A workbook as a whole.
record WorkbookView(Workbook book) implements View {
  @Override
  public WorkbookView in(Workbook later) {
    return new WorkbookView(later);
  }

  @Override
  public String type() {
    return "workbook";
  }

  @Override
  public String path() {
    return "";
  }
}
