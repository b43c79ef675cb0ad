package dev.quire.engine.function.info;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.OptionalInt;

/// Functions that count worksheets. Anew with every calculation, since tabs may have moved.
public final class SheetFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SHEET", SheetFunctions::sheet)
              .since(2013)
              .takes(any("value").optional())
              .everChanging(),
          function("SHEETS", SheetFunctions::sheets)
              .since(2013)
              .takes(any("reference").optional())
              .everChanging());

  private SheetFunctions() {}

  /// The place of a tab from 1: that of the formula, of a reference, or of the sheet named.
  private static Value sheet(Arguments a) {
    if (!a.has(0)) {
      return place(a, OptionalInt.of(a.site().sheet()));
    }
    return switch (a.value(0)) {
      case ErrorValue error -> error;
      case ReferenceValue reference when isElsewhere(a, reference) -> ErrorValue.NA;
      case ReferenceValue reference -> place(a, OptionalInt.of(reference.first().sheet()));
      case TextValue(String name) -> place(a, a.workspace().sheetKey(name));
      case Value _ -> ErrorValue.NA;
    };
  }

  private static Value place(Arguments a, OptionalInt sheet) {
    return sheet.isPresent()
        ? new NumberValue(a.workspace().sheets().indexOf(sheet.getAsInt()) + 1)
        : ErrorValue.NA;
  }

  /// Of a closed workbook nobody knows the tabs (O).
  private static boolean isElsewhere(Arguments a, ReferenceValue reference) {
    return a.workspace().isElsewhere(reference.first().sheet());
  }

  private static Value sheets(Arguments a) {
    if (!a.has(0)) {
      return new NumberValue(a.workspace().sheets().size());
    }
    return switch (a.value(0)) {
      case ErrorValue error -> error;
      case ReferenceValue reference when isElsewhere(a, reference) -> ErrorValue.NA;
      case ReferenceValue reference ->
          new NumberValue(
              reference.parts().stream().map(ReferenceValue.Part::sheet).distinct().count());
      case Value _ -> ErrorValue.NA;
    };
  }
}
