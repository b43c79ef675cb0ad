package dev.quire.workbook;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.recalc.ModelEditor;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.util.List;

/// Keeps array formulas whole: a change takes all of their area or nothing of it.
final class ArrayAreas {
  private ArrayAreas() {}

  /// Forgets the arrays that the change overwrites.
  ///
  /// @throws WorkbookFault.PartOfArray when the change writes some but not all cells of an array
  static void release(ModelEditor editor, int sheet, Area written) {
    List<ArrayArea> arrays = editor.cells(sheet).arrays();
    for (ArrayArea array : arrays) {
      if (array.area().intersects(written) && !written.contains(array.area())) {
        throw new WorkbookFault.PartOfArray(A1.print(array.area()));
      }
    }
    editor.setArrays(
        sheet, arrays.stream().filter(array -> !written.contains(array.area())).toList());
  }
}
