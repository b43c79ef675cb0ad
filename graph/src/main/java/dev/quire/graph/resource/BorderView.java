package dev.quire.graph.resource;

import dev.quire.workbook.BorderPlace;
import dev.quire.workbook.Workbook;

/// Some lines of a range: an edge, those between its cells, or a diagonal.
record BorderView(RangeView range, BorderPlace place) implements View {
  /// The key of the entity and the word for the place.
  String sideIndex() {
    return Wording.of(place);
  }

  @Override
  public Workbook book() {
    return range.book();
  }

  @Override
  public BorderView in(Workbook later) {
    return new BorderView(range.in(later), place);
  }

  @Override
  public String type() {
    return "workbookRangeBorder";
  }

  @Override
  public String path() {
    return range.path() + "/format/borders(%27" + sideIndex() + "%27)";
  }
}
