package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.graph.json.JsonOut;
import java.util.Optional;
import java.util.OptionalInt;

/// `workbookRangeView`: what of a range is shown (semantics §6.1). A row of it is known by its
/// place among the rows that are shown; its own rows are itself. It is only looked at: cells are
/// written through the range.
final class VisibleViewResource {
  private static final RangeValues.CellWriter ADDRESS =
      (range, row, column, out) ->
          out.text(range.book().addressOf(range.sheet(), A1.cell(row, column)));

  static final ResourceType<VisibleView> TYPE =
      resource("workbookRangeView", VisibleView.class)
          .reads("cellAddresses", (view, out) -> grid(view, out, ADDRESS))
          .number("columnCount", view -> view.columns().length)
          .reads("formulas", (view, out) -> grid(view, out, RangeValues.FORMULA))
          .reads("formulasLocal", (view, out) -> grid(view, out, RangeValues.FORMULA))
          .reads("formulasR1C1", (view, out) -> grid(view, out, RangeValues.FORMULA_R1C1))
          .number("index", view -> view.index().orElse(0))
          .reads("numberFormat", (view, out) -> grid(view, out, RangeValues.NUMBER_FORMAT))
          .number("rowCount", view -> view.rows().length)
          .reads("text", (view, out) -> grid(view, out, RangeValues.TEXT))
          .reads("values", (view, out) -> grid(view, out, RangeValues.VALUE))
          .reads("valueTypes", (view, out) -> grid(view, out, RangeValues.TYPE))
          .lists("rows", VisibleViewResource::rows)
          .calls("range", (view, _) -> new Target.One(range(view)))
          .refuses(
              "a view of cells is only looked at; the range changes them",
              "PATCH",
              "DELETE",
              "POST rows");

  private VisibleViewResource() {}

  private static void grid(VisibleView view, JsonOut out, RangeValues.CellWriter writer) {
    RangeValues.grid(view.range(), view.rows(), view.columns(), out, writer);
  }

  private static Listing rows(VisibleView view) {
    if (view.index().isPresent()) {
      return new Listing(1, _ -> view, key -> Keys.index(key, 1).map(_ -> view));
    }
    int size = view.rows().length;
    return new Listing(size, view::row, key -> Keys.index(key, size).map(view::row));
  }

  /// The range that the view is of; of a row, that row of it.
  private static RangeView range(VisibleView view) {
    OptionalInt index = view.index();
    if (index.isEmpty()) {
      return view.range();
    }
    int row =
        Optional.of(view.rows())
            .filter(rows -> rows.length > 0)
            .orElseThrow(() -> new NoSuchEntity("visible row", "" + index.getAsInt()))[0];
    Area area = view.range().area();
    return view.range().over(new Area(row, area.firstColumn(), row, area.lastColumn()));
  }
}
