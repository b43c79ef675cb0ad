package dev.quire.graph.resource;

import dev.quire.workbook.Workbook;

/// The worksheet functions of a workbook.
record FunctionsView(Workbook book) implements View {
  @Override
  public FunctionsView in(Workbook later) {
    return new FunctionsView(later);
  }

  @Override
  public String type() {
    return "workbookFunctions";
  }

  @Override
  public String path() {
    return "/functions";
  }
}
