package dev.quire.graph.resource;

import dev.quire.workbook.Workbook;

/// How a workbook is calculated.
record ApplicationView(Workbook book) implements View {
  @Override
  public ApplicationView in(Workbook later) {
    return new ApplicationView(later);
  }

  @Override
  public String type() {
    return "workbookApplication";
  }

  @Override
  public String path() {
    return "/application";
  }
}
