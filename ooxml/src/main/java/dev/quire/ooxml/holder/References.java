package dev.quire.ooxml.holder;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lists of areas as files write them.
final class References {
  private References() {}

  /// Areas with blanks between; empty when one of the words is no area.
  static Optional<List<Area>> parse(String text) {
    var areas = new ArrayList<Area>();
    for (String word : text.strip().split("\\s+")) {
      Optional<Area> area = A1.parse(word);
      if (area.isEmpty()) {
        return Optional.empty();
      }
      areas.add(area.get());
    }
    return Optional.of(areas);
  }

  static String print(List<Area> areas) {
    return areas.stream().map(References::print).collect(Collectors.joining(" "));
  }

  /// An area with both its corners, as Excel writes whole rows and columns in attributes.
  static String print(Area area) {
    String first = A1.cell(area.firstRow(), area.firstColumn());
    return area.isCell() ? first : first + ":" + A1.cell(area.lastRow(), area.lastColumn());
  }
}
