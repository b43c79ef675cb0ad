package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.ref.Area;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.Edit;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// `workbookRange` (semantics §6).
final class RangeResource {
  static final ResourceType<RangeView> TYPE =
      RangeFunctions.declare(
          resource("workbookRange", RangeView.class)
              .text("address", RangeView::address)
              .text("addressLocal", RangeView::address)
              .number("columnCount", view -> view.area().columns())
              .number("cellCount", RangeResource::cellCount)
              .reads("columnHidden", (view, out) -> threeWay(columnHidden(view), out))
              .reads("rowHidden", (view, out) -> threeWay(rowHidden(view), out))
              .reads("numberFormat", RangeValues::numberFormat)
              .number("columnIndex", view -> view.area().firstColumn())
              .reads("text", RangeValues::text)
              .reads("formulas", RangeValues::formulas)
              .reads("formulasLocal", RangeValues::formulas)
              .reads("formulasR1C1", RangeValues::formulasR1C1)
              .reads("hidden", (view, out) -> threeWay(hidden(view), out))
              .number("rowCount", view -> view.area().rows())
              .number("rowIndex", view -> view.area().firstRow())
              .reads("valueTypes", RangeValues::valueTypes)
              .reads("values", RangeValues::values)
              .leadsTo("format", view -> new FormatView(view, FormatView.Aspect.FORMAT))
              .leadsTo("worksheet", view -> new SheetView(view.book(), view.sheet()))
              .leadsTo("sort", RangeSortView::new)
              .updates(RangePatch::edit)
              .acts("clear", RangePatch::clear)
              .acts("insert", RangeShifts::insert)
              .acts("delete", RangeShifts::delete)
              .acts("merge", RangeResource::merge)
              .acts("unmerge", (view, _, _) -> unmerge(view))
              .refuses(
                  "cells are deleted by the action delete, which says where others go", "DELETE"));

  private RangeResource() {}

  private static Plan merge(RangeView view, Arguments arguments, Ids ids) {
    boolean across = arguments.findFlag("across").orElse(false);
    return Plan.silent(new Edit.MergeCells(view.sheet(), view.area(), across));
  }

  private static Plan unmerge(RangeView view) {
    return Plan.silent(new Edit.UnmergeCells(view.sheet(), view.area()));
  }

  /// −1 when there are more cells than the property can tell (the rule of Excel's own API).
  private static double cellCount(RangeView view) {
    long cells = view.area().cells();
    return cells > Integer.MAX_VALUE ? -1 : cells;
  }

  private static Optional<Boolean> rowHidden(RangeView view) {
    var layout = view.book().worksheet(view.sheet()).orElseThrow().layout();
    return layout.showsEverything()
        ? Optional.of(false)
        : all(view.area().firstRow(), view.area().lastRow(), layout::isRowHidden);
  }

  private static Optional<Boolean> columnHidden(RangeView view) {
    var layout = view.book().worksheet(view.sheet()).orElseThrow().layout();
    return layout.showsEverything()
        ? Optional.of(false)
        : all(view.area().firstColumn(), view.area().lastColumn(), layout::isColumnHidden);
  }

  /// A cell is hidden when its row or its column is.
  private static Optional<Boolean> hidden(RangeView view) {
    Optional<Boolean> rows = rowHidden(view);
    Optional<Boolean> columns = columnHidden(view);
    if (rows.equals(Optional.of(true)) || columns.equals(Optional.of(true))) {
      return Optional.of(true);
    }
    return rows.isEmpty() || columns.isEmpty() ? Optional.empty() : Optional.of(false);
  }

  private static Optional<Boolean> all(int first, int last, IntPredicate test) {
    boolean value = test.test(first);
    boolean same = IntStream.rangeClosed(first, last).allMatch(at -> test.test(at) == value);
    return same ? Optional.of(value) : Optional.empty();
  }

  private static void threeWay(Optional<Boolean> value, JsonOut out) {
    if (value.isPresent()) {
      out.flag(value.get());
    } else {
      out.nothing();
    }
  }

  /// The area of a range as a view.
  static Target target(RangeView view, Area area) {
    return new Target.One(view.over(area));
  }
}
