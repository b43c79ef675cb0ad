package dev.quire.ooxml.patch;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.util.List;

/// Writes which cells are shown as one.
final class MergedCells {
  static final String NAME = "mergeCells";

  private MergedCells() {}

  /// The element; empty when no cells are merged.
  static String element(List<Area> areas, String prefix) {
    if (areas.isEmpty()) {
      return "";
    }
    var out = new StringBuilder("<%s%s count=\"%d\">".formatted(prefix, NAME, areas.size()));
    for (Area each : areas) {
      out.append("<%smergeCell ref=\"%s\"/>".formatted(prefix, A1.print(each)));
    }
    return out.append("</%s%s>".formatted(prefix, NAME)).toString();
  }
}
