package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.SheetLayout;
import dev.quire.workbook.Workbook;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The cells of a range that are shown, or one row of them.
///
/// @param range the whole range
/// @param index zero-based place of the row among those that are shown; nothing for all of them
record VisibleView(RangeView range, OptionalInt index) implements View {
  static VisibleView of(RangeView range) {
    return new VisibleView(range, OptionalInt.empty());
  }

  private SheetLayout layout() {
    return range.book().layout(range.sheet());
  }

  /// The rows that are shown, zero-based on the worksheet.
  int[] rows() {
    SheetLayout layout = layout();
    IntStream shown =
        IntStream.rangeClosed(range.area().firstRow(), range.area().lastRow())
            .filter(row -> !layout.isRowHidden(row));
    return index.isPresent() ? shown.skip(index.getAsInt()).limit(1).toArray() : shown.toArray();
  }

  /// The columns that are shown, zero-based on the worksheet.
  int[] columns() {
    SheetLayout layout = layout();
    return IntStream.rangeClosed(range.area().firstColumn(), range.area().lastColumn())
        .filter(column -> !layout.isColumnHidden(column))
        .toArray();
  }

  /// One of the rows.
  VisibleView row(int place) {
    return new VisibleView(range, OptionalInt.of(place));
  }

  @Override
  public Workbook book() {
    return range.book();
  }

  @Override
  public VisibleView in(Workbook later) {
    return new VisibleView(range.in(later), index);
  }

  @Override
  public String type() {
    return "workbookRangeView";
  }

  @Override
  public String path() {
    String all = range.path() + "/visibleView()";
    return index.isPresent()
        ? all + "/rows(%27" + PathPrinter.text(Integer.toString(index.getAsInt())) + "%27)"
        : all;
  }
}
