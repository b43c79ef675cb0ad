package dev.quire.graph.resource;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;

/// The functions that lead from one range to another (semantics §6.1). What would leave the
/// worksheet is refused.
final class RangeFunctions {
  private RangeFunctions() {}

  static ResourceType<RangeView> declare(ResourceType<RangeView> type) {
    return type.calls("cell", (view, a) -> at(view, a.integer("row"), a.integer("column"), 1, 1))
        .calls("row", (view, a) -> at(view, a.integer("row"), 0, 1, view.area().columns()))
        .calls("column", (view, a) -> at(view, 0, a.integer("column"), view.area().rows(), 1))
        .calls("lastRow", (view, _) -> at(view, rows(view) - 1, 0, 1, columns(view)))
        .calls("lastColumn", (view, _) -> at(view, 0, columns(view) - 1, rows(view), 1))
        .calls("lastCell", (view, _) -> at(view, rows(view) - 1, columns(view) - 1, 1, 1))
        .calls("entireRow", (view, _) -> entireRow(view))
        .calls("entireColumn", (view, _) -> entireColumn(view))
        .calls("offsetRange", RangeFunctions::offset)
        .calls("resizedRange", RangeFunctions::resized)
        .calls("boundingRect", (view, a) -> boundingRect(view, a.text("anotherRange")))
        .calls("intersection", (view, a) -> intersection(view, a.text("anotherRange")))
        .calls("rowsAbove", (view, a) -> rows(view, before(rowSpan(view), count(a))))
        .calls("rowsBelow", (view, a) -> rows(view, after(rowSpan(view), count(a))))
        .calls("columnsBefore", (view, a) -> columns(view, before(columnSpan(view), count(a))))
        .calls("columnsAfter", (view, a) -> columns(view, after(columnSpan(view), count(a))))
        .calls("usedRange", RangeFunctions::used)
        .calls("visibleView", (view, _) -> new Target.One(VisibleView.of(view)));
  }

  private static int rows(RangeView view) {
    return view.area().rows();
  }

  private static int columns(RangeView view) {
    return view.area().columns();
  }

  private static int count(Arguments arguments) {
    int count = arguments.findInteger("count").orElse(1);
    if (count == 0) {
      throw new BadArgument("'count' must not be 0.");
    }
    return count;
  }

  /// An area placed relative to the top left cell of a range.
  private static Target at(RangeView view, int row, int column, int rows, int columns) {
    long top = (long) view.area().firstRow() + row;
    long left = (long) view.area().firstColumn() + column;
    return area(view, top, left, top + rows - 1, left + columns - 1);
  }

  private static Target area(RangeView view, long top, long left, long bottom, long right) {
    if (top < 0
        || left < 0
        || bottom >= Grid.ROWS
        || right >= Grid.COLUMNS
        || bottom < top
        || right < left) {
      throw new BadArgument(
          "Seen from %s that is no range of the worksheet.".formatted(view.address()));
    }
    return RangeResource.target(view, new Area((int) top, (int) left, (int) bottom, (int) right));
  }

  private static Target entireRow(RangeView view) {
    return area(view, view.area().firstRow(), 0, view.area().lastRow(), Grid.COLUMNS - 1);
  }

  private static Target entireColumn(RangeView view) {
    return area(view, 0, view.area().firstColumn(), Grid.ROWS - 1, view.area().lastColumn());
  }

  private static Target offset(RangeView view, Arguments arguments) {
    return at(
        view,
        arguments.integer("rowOffset"),
        arguments.integer("columnOffset"),
        rows(view),
        columns(view));
  }

  private static Target resized(RangeView view, Arguments arguments) {
    Area area = view.area();
    return area(
        view,
        area.firstRow(),
        area.firstColumn(),
        (long) area.lastRow() + arguments.integer("deltaRows"),
        (long) area.lastColumn() + arguments.integer("deltaColumns"));
  }

  private static Target boundingRect(RangeView view, String another) {
    Area other = Addresses.resolve(view.book(), view.sheet(), another);
    return RangeResource.target(view, view.area().boundingBox(other));
  }

  private static Target intersection(RangeView view, String another) {
    Area other = Addresses.resolve(view.book(), view.sheet(), another);
    return view.area()
        .intersection(other)
        .map(common -> RangeResource.target(view, common))
        .orElseThrow(
            () -> new NoSuchEntity("intersection of " + view.address() + " with", another));
  }

  private record Span(long first, long last) {}

  private static Span rowSpan(RangeView view) {
    return new Span(view.area().firstRow(), view.area().lastRow());
  }

  private static Span columnSpan(RangeView view) {
    return new Span(view.area().firstColumn(), view.area().lastColumn());
  }

  /// What lies in front of a span; for a negative count, as many from its own beginning.
  private static Span before(Span span, int count) {
    return count > 0
        ? new Span(span.first() - count, span.first() - 1)
        : new Span(span.first(), span.first() - count - 1);
  }

  /// What lies behind a span; for a negative count, as many up to its own end.
  private static Span after(Span span, int count) {
    return count > 0
        ? new Span(span.last() + 1, span.last() + count)
        : new Span(span.last() + count + 1, span.last());
  }

  private static Target rows(RangeView view, Span rows) {
    return area(
        view, rows.first(), view.area().firstColumn(), rows.last(), view.area().lastColumn());
  }

  private static Target columns(RangeView view, Span columns) {
    return area(
        view, view.area().firstRow(), columns.first(), view.area().lastRow(), columns.last());
  }

  /// The used part of a range; its first cell when nothing of it is used.
  private static Target used(RangeView view, Arguments arguments) {
    boolean valuesOnly = arguments.findFlag("valuesOnly").orElse(false);
    Area part = view.book().usedPart(view.sheet(), view.area(), valuesOnly);
    return RangeResource.target(view, part);
  }
}
