package dev.quire.engine.function.info;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.FormulaPrinter;
import dev.quire.engine.formula.FormulaSite;
import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Functions that look at formulas instead of their results. They never read the cells, so a
/// formula may look at its own.
public final class FormulaFunctions {
  /// Longest formula that `FORMULATEXT` shows.
  private static final int MOST_CHARACTERS = 8192;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("ISFORMULA", a -> each(a, ErrorValue.VALUE, FormulaFunctions::isFormula))
              .yieldsArray()
              .since(2013)
              .takes(any("reference")),
          function("FORMULATEXT", a -> each(a, ErrorValue.NA, FormulaFunctions::text))
              .yieldsArray()
              .since(2013)
              .takes(any("reference")));

  private FormulaFunctions() {}

  @FunctionalInterface
  private interface Look {
    Scalar at(Arguments a, FormulaSite site);
  }

  /// The formulas of a closed workbook are not there to be looked at (O).
  ///
  /// @param otherwise the answer for what is no reference
  private static Value each(Arguments a, ErrorValue otherwise, Look look) {
    if (a.value(0) instanceof ErrorValue error) {
      return error;
    }
    if (!(a.value(0) instanceof ReferenceValue reference) || !reference.isSingle()) {
      return otherwise;
    }
    int sheet = reference.first().sheet();
    if (a.workspace().isElsewhere(sheet)) {
      return ErrorValue.NA;
    }
    Area area = reference.first().area();
    return area.isCell()
        ? look.at(a, new FormulaSite(sheet, area.firstRow(), area.firstColumn()))
        : a.array(
            area.rows(),
            area.columns(),
            (row, column) ->
                look.at(
                    a, new FormulaSite(sheet, area.firstRow() + row, area.firstColumn() + column)));
  }

  private static Optional<Template> formula(Arguments a, FormulaSite site) {
    return a.workspace().formula(site.sheet(), site.row(), site.column());
  }

  private static Scalar isFormula(Arguments a, FormulaSite site) {
    return LogicalValue.of(formula(a, site).isPresent());
  }

  private static Scalar text(Arguments a, FormulaSite site) {
    return formula(a, site)
        .map(template ->
            "=" + FormulaPrinter.print(template.expression(), site, Notation.A1, a.workspace()))
        .filter(text -> text.length() <= MOST_CHARACTERS)
        .<Scalar>map(TextValue::new)
        .orElse(ErrorValue.NA);
  }
}
