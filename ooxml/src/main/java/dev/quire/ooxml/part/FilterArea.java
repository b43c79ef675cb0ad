package dev.quire.ooxml.part;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.xml.XmlElement;
import java.util.Optional;

/// Where a filter chooses rows.
final class FilterArea {
  private FilterArea() {}

  /// The rows below the header of an `autoFilter` element; empty when it chooses none.
  static Optional<Area> of(XmlElement filter) {
    return filter.children("filterColumn").isEmpty()
        ? Optional.empty()
        : A1.parse(filter.attributeOr("ref", ""))
            .filter(area -> area.rows() > 1)
            .map(area ->
                new Area(
                    area.firstRow() + 1, area.firstColumn(), area.lastRow(), area.lastColumn()));
  }
}
