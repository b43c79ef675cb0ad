package dev.quire.engine.value;

import dev.quire.engine.ref.Area;
import java.util.List;

/// Cells of the workbook, not read yet. Several parts come from a union (`A1,C3`) or from a 3-D
/// reference (one part for each sheet).
///
/// @param parts at least one rectangle, in the order written
public record ReferenceValue(List<Part> parts) implements Value {
  /// A rectangle on one sheet.
  ///
  /// @param sheet the key of the sheet, which stays the same when it is renamed or moved
  public record Part(int sheet, Area area) {}

  /// Throws `IllegalArgumentException` without parts.
  public ReferenceValue {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a reference needs a part");
    }
  }

  /// A reference to one rectangle.
  public static ReferenceValue of(int sheet, Area area) {
    return new ReferenceValue(List.of(new Part(sheet, area)));
  }

  /// The first part, which is the only one unless a union or a 3-D reference was written.
  public Part first() {
    return parts.getFirst();
  }

  /// Whether this is one rectangle.
  public boolean isSingle() {
    return parts.size() == 1;
  }
}
