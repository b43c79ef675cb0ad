package dev.quire.engine.recalc;

import dev.quire.engine.formula.Reach;
import dev.quire.engine.formula.Template;
import java.util.HashMap;
import java.util.Map;

/// What formulas may read, worked out once in a calculation.
final class Reaches {
  private final WorkingCells cells;
  private final Map<Planned, Reach> known = new HashMap<>();

  Reaches(WorkingCells cells) {
    this.cells = cells;
  }

  /// A formula on a sheet, whose own names may differ from those of another sheet.
  private record Planned(int sheet, Template template) {}

  /// What a formula may read on a sheet.
  Reach of(int sheet, Template template) {
    return known.computeIfAbsent(
        new Planned(sheet, template), planned -> planned.template().reach(cells, sheet));
  }
}
