package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Several cells, or cells on several sheets.
final class AreaNode extends Node {
  private final Sheets sheets;
  private final RelativeArea area;

  AreaNode(Sheets sheets, RelativeArea area) {
    this.sheets = sheets;
    this.area = area;
  }

  @Override
  Value evaluate(Frame frame) {
    Optional<Area> at = frame.area(area);
    return at.isEmpty() ? ErrorValue.REF : SheetScope.reference(sheets, at.get(), frame);
  }

  /// Whether this lies on one sheet.
  boolean isOnOneSheet() {
    return sheets instanceof Sheets.Here || sheets instanceof Sheets.One;
  }

  /// The key of the one sheet.
  int sheet(Frame frame) {
    return sheets instanceof Sheets.One(int key) ? key : frame.sheet;
  }

  RelativeArea area() {
    return area;
  }

  @Override
  void reads(ReadCollector collector) {
    collector.add(sheets, area);
  }

  /// What implicit intersection may read: of a single column only the formula's row, of a single
  /// row only the formula's column.
  void readsOfIntersection(ReadCollector collector) {
    Coordinate here = new Coordinate(0, false);
    boolean column = area.left().equals(area.right());
    boolean row = area.top().equals(area.bottom());
    if (column == row) {
      reads(collector);
    } else if (column) {
      collector.add(sheets, new RelativeArea(here, area.left(), here, area.right()));
    } else {
      collector.add(sheets, new RelativeArea(area.top(), here, area.bottom(), here));
    }
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    Optional<Area> at = frame.area(area);
    if (!isOnOneSheet() || at.isEmpty()) {
      return true;
    }
    for (Part part : written) {
      if (part.sheet() == sheet(frame) && part.area().intersects(at.get())) {
        return true;
      }
    }
    return false;
  }
}
