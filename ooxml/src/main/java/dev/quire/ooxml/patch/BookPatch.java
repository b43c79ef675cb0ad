package dev.quire.ooxml.patch;

import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.workbook.Workbook;

/// What all patched sheets of one save have in common: shared texts, the mark of dynamic arrays,
/// and what sheets are called now.
final class BookPatch {
  private final WorkbookLayout layout;
  private final SheetRenames renames;
  private final TextTable texts;
  private final DynamicMark mark;

  /// @param current the workbook that the file is to hold
  BookPatch(WorkbookLayout layout, Workbook current, SheetRenames renames, PackageEdit edit) {
    this.layout = layout;
    this.renames = renames;
    this.texts = new TextTable(layout, current);
    this.mark = new DynamicMark(layout, edit);
  }

  XlsxLimits limits() {
    return layout.parts().limits();
  }

  SheetRenames renames() {
    return renames;
  }

  TextTable texts() {
    return texts;
  }

  /// The number of a text that a cell refers to.
  int textNumber(String text) {
    texts.refer(1);
    return texts.number(text);
  }

  /// The number that marks a dynamic array formula.
  String dynamicMark() {
    return Integer.toString(mark.number());
  }
}
