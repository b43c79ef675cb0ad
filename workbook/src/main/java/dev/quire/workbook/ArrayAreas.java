package dev.quire.workbook;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;

/// Keeps arrays whole that were put into an area chosen by hand: a change takes all of it or
/// nothing. An array that spilled gives way.
final class ArrayAreas {
  private ArrayAreas() {}

  /// Frees the cells that a change is going to write.
  ///
  /// @throws WorkbookFault.PartOfArray when the change writes some but not all cells of an array
  static void release(ModelEditor editor, int sheet, Area written) {
    for (ArrayArea array : editor.cells(sheet).arrays()) {
      if (!array.dynamic() && array.area().intersects(written) && !written.contains(array.area())) {
        throw new WorkbookFault.PartOfArray(A1.print(array.area()));
      }
    }
    editor.release(sheet, written);
  }

  /// Refuses to write a cell that an array formula of the old kind begins in.
  static void refuseLegacy(ModelEditor editor, FormulaSite site) {
    for (ArrayArea array : editor.cells(site.sheet()).arrays()) {
      if (!array.dynamic() && array.area().contains(site.row(), site.column())) {
        throw new WorkbookFault.PartOfArray(A1.print(array.area()));
      }
    }
  }
}
