package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.Tab;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;

/// A worksheet.
///
/// @param key key of the worksheet in the workbook
record SheetView(Workbook book, int key) implements View {
  Tab sheet() {
    return book.tab(key).orElseThrow(() -> new NoSuchEntity("worksheet", Integer.toString(key)));
  }

  /// The sheet with what is on it, which is read from the file for it.
  Worksheet worksheet() {
    return book.worksheet(key)
        .orElseThrow(() -> new NoSuchEntity("worksheet", Integer.toString(key)));
  }

  @Override
  public SheetView in(Workbook later) {
    return new SheetView(later, key);
  }

  @Override
  public String type() {
    return "workbookWorksheet";
  }

  @Override
  public String path() {
    return "/worksheets(%27" + PathPrinter.key(sheet().id()) + "%27)";
  }
}
