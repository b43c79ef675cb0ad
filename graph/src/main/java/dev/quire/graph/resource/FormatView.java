package dev.quire.graph.resource;

import dev.quire.workbook.Workbook;

/// How the cells of a range look, or one side of that.
///
/// @param aspect which side
record FormatView(RangeView range, Aspect aspect) implements View {
  /// A side of the look of cells, and where it lies below the range.
  enum Aspect {
    FORMAT("workbookRangeFormat", ""),
    FONT("workbookRangeFont", "/font"),
    FILL("workbookRangeFill", "/fill"),
    PROTECTION("workbookFormatProtection", "/protection");

    private final String type;
    private final String path;

    Aspect(String type, String path) {
      this.type = type;
      this.path = path;
    }
  }

  FormatView of(Aspect other) {
    return new FormatView(range, other);
  }

  @Override
  public Workbook book() {
    return range.book();
  }

  @Override
  public FormatView in(Workbook later) {
    return new FormatView(range.in(later), aspect);
  }

  @Override
  public String type() {
    return aspect.type;
  }

  @Override
  public String path() {
    return range.path() + "/format" + aspect.path;
  }
}
