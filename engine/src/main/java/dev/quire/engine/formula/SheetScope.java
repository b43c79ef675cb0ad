package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// Finds the sheets that a reference names.
final class SheetScope {
  private SheetScope() {}

  /// The keys of the sheets that exist; none when the reference is broken.
  static List<Integer> keys(Sheets sheets, int here, Bindings bindings) {
    return switch (sheets) {
      case Sheets.Here _ -> List.of(here);
      case Sheets.One(int sheet) ->
          bindings.sheetName(sheet).isPresent() ? List.of(sheet) : List.of();
      case Sheets.Span(int first, int last) -> bindings.sheetsBetween(first, last);
      case Sheets.External(String text) -> bindings.externalSheets(text);
      case Sheets.Unknown _, Sheets.Gone _ -> List.of();
    };
  }

  static Value reference(Sheets sheets, Area area, Frame frame) {
    if (sheets == Sheets.HERE) {
      return ReferenceValue.of(frame.sheet, area);
    }
    List<Integer> keys = keys(sheets, frame.sheet, frame.workspace);
    if (keys.size() == 1) {
      return ReferenceValue.of(keys.getFirst(), area);
    }
    return keys.isEmpty()
        ? ErrorValue.REF
        : new ReferenceValue(keys.stream().map(key -> new ReferenceValue.Part(key, area)).toList());
  }
}
