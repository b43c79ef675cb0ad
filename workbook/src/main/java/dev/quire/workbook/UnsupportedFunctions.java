package dev.quire.workbook;

import java.util.List;
import java.util.TreeSet;

/// Looks through formulas for what can not be calculated.
final class UnsupportedFunctions {
  private UnsupportedFunctions() {}

  static List<String> in(Workbook workbook) {
    var names = new TreeSet<String>();
    for (Worksheet sheet : workbook.worksheets()) {
      workbook
          .cells(sheet.key())
          .visitFormulas((_, _, template) -> names.addAll(template.unsupported()));
    }
    return List.copyOf(names);
  }
}
