package dev.quire.workbook;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.recalc.ModelEditor;
import java.util.List;

/// Sets sizes of rows and columns, and hides and shows them.
final class Sizing {
  private Sizing() {}

  static Outcome apply(Workbook base, Edit.SetColumns set) {
    Worksheet sheet = CellFormatting.existing(base, set.sheet());
    SheetLayout layout =
        sheet.layout().withColumns(set.first(), set.last(), span -> changed(span, set));
    return new Outcome(
        base.with(base.contents().replacing(sheet.laidOut(layout)), base.model()), List.of());
  }

  private static ColumnSpan changed(ColumnSpan span, Edit.SetColumns set) {
    ColumnSpan sized =
        set.widthPoints().map(points -> span.withWidth(Sizes.chars(points))).orElse(span);
    return set.hidden().map(sized::withHidden).orElse(sized);
  }

  /// Hidden rows are told apart by `SUBTOTAL` and `AGGREGATE`, which are calculated again.
  static Outcome apply(Workbook base, Edit.SetRows set, CalculationEnvironment environment) {
    Worksheet sheet = CellFormatting.existing(base, set.sheet());
    SheetLayout layout = sheet.layout().withRows(set.first(), set.last(), row -> changed(row, set));
    Workbook sized = base.with(base.contents().replacing(sheet.laidOut(layout)), base.model());
    if (set.hidden().isEmpty() || base.calculationMode() == CalculationMode.MANUAL) {
      return new Outcome(sized, List.of());
    }
    ModelEditor editor = sized.model().edit(sized.contents(), environment);
    editor.invalidate((_, _, _, template) -> template.isSubtotal());
    return Change.outcome(sized, editor.finish(), sized.styleTable());
  }

  private static RowSetting changed(RowSetting row, Edit.SetRows set) {
    RowSetting sized = set.heightPoints().map(points -> row.withHeight(points)).orElse(row);
    return set.hidden().map(sized::withHidden).orElse(sized);
  }
}
