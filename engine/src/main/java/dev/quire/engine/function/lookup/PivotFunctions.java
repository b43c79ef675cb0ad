package dev.quire.engine.function.lookup;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.range;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What pivot tables show.
public final class PivotFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("GETPIVOTDATA", PivotFunctions::shown)
              .takes(
                  text("data_field"),
                  range("pivot_table"),
                  text("field").optional().repeating(),
                  item("item").optional().repeating())
              .everChanging());

  private PivotFunctions() {}

  /// The cell of the report for the items; `#REF!` when the reference is to no report, or the
  /// report shows no such cell (documented).
  private static Value shown(Arguments a) {
    ReferenceValue.Part at = a.range(1);
    int row = at.area().firstRow();
    int column = at.area().firstColumn();
    Optional<PivotReport> report = a.workspace().pivotAt(at.sheet(), row, column);
    if (report.isEmpty() || a.count() % 2 != 0) {
      return ErrorValue.REF;
    }
    Map<String, Scalar> items = new LinkedHashMap<>();
    for (int place = 2; place < a.count(); place += 2) {
      if (a.scalar(place + 1) instanceof ErrorValue error) {
        return error;
      }
      items.put(a.text(place), a.scalar(place + 1));
    }
    return report
        .get()
        .find(a.text(0), items)
        .map(offset -> cell(a, at.sheet(), report.get(), offset))
        .orElse(ErrorValue.REF);
  }

  private static Scalar cell(Arguments a, int sheet, PivotReport report, int[] offset) {
    Scalar value =
        a.workspace()
            .cell(
                sheet,
                report.area().firstRow() + offset[0],
                report.area().firstColumn() + offset[1]);
    return value == BlankValue.BLANK || value.equals(TextValue.EMPTY) ? ErrorValue.REF : value;
  }
}
