package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Functions that count bytes, or tell wide from narrow letters, where the language of the workbook
/// has letters of two bytes. English has none: each character counts 1 and none is wide or narrow
/// (D; O for `DBCS`).
public final class ByteFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("LENB", a -> new NumberValue(a.text(0).length())).takes(text("text")),
          function("LEFTB", TextFunctions::left)
              .takes(text("text"), number("num_bytes").optional()),
          function("RIGHTB", TextFunctions::right)
              .takes(text("text"), number("num_bytes").optional()),
          function("MIDB", TextFunctions::mid)
              .takes(text("text"), number("start_num"), number("num_bytes")),
          function("FINDB", SearchFunctions::find)
              .takes(text("find_text"), text("within_text"), number("start_num").optional()),
          function("SEARCHB", SearchFunctions::search)
              .takes(text("find_text"), text("within_text"), number("start_num").optional()),
          function("REPLACEB", SearchFunctions::replaceBytes)
              .takes(text("old_text"), number("start_num"), number("num_bytes"), text("new_text")),
          function("ASC", a -> new TextValue(a.text(0))).takes(text("text")),
          function("DBCS", a -> new TextValue(a.text(0))).takes(text("text")),
          // The Japanese name of DBCS, which English does not know (O).
          function("JIS", _ -> ErrorValue.NAME).takes(any("text")),
          function("PHONETIC", ByteFunctions::phonetic).takes(any("reference")));

  private ByteFunctions() {}

  /// How the text of the upper left cell is pronounced, as the file notes it. A text without such
  /// notes is `#N/A` (O), and what a formula yields has none.
  private static Value phonetic(Arguments a) {
    if (a.value(0) instanceof ReferenceValue reference
        && (!reference.isSingle() || isFormula(a, reference.first()))) {
      return ErrorValue.NA;
    }
    Scalar value = a.topLeft(a.value(0));
    return switch (value) {
      case TextValue(String text) ->
          a.workspace().reading(text).<Value>map(TextValue::new).orElse(ErrorValue.NA);
      case ErrorValue error -> error;
      case Scalar _ -> TextValue.EMPTY;
    };
  }

  private static boolean isFormula(Arguments a, ReferenceValue.Part part) {
    Area area = part.area();
    return a.workspace().formula(part.sheet(), area.firstRow(), area.firstColumn()).isPresent();
  }
}
