package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.engine.ref.Area;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.FormatView.Aspect;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.BorderPlace;
import dev.quire.workbook.Edit;
import dev.quire.workbook.SheetLayout;
import dev.quire.workbook.style.HorizontalAlignment;
import dev.quire.workbook.style.LookChange;
import dev.quire.workbook.style.VerticalAlignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// `workbookRangeFormat` (semantics §6.6): sizes, alignment, and the way to font, fill, borders and
/// protection.
final class FormatResource {
  private static final String[] MEMBERS = {
    "columnWidth", "horizontalAlignment", "rowHeight", "verticalAlignment", "wrapText"
  };

  /// Widest column and highest row, in points (Excel specifications: 255 characters, 409 points).
  private static final double MOST_WIDTH = 1342.5;

  private static final double MOST_HEIGHT = 409.5;

  static final ResourceType<FormatView> TYPE =
      resource("workbookRangeFormat", FormatView.class)
          .reads("columnWidth", (view, out) -> Looks.number(columnWidth(view.range()), out))
          .reads("horizontalAlignment", (view, out) -> Looks.text(horizontal(view), out))
          .reads("rowHeight", (view, out) -> Looks.number(rowHeight(view.range()), out))
          .reads("verticalAlignment", (view, out) -> Looks.text(vertical(view), out))
          .reads(
              "wrapText",
              (view, out) ->
                  Looks.flag(Looks.shared(view.range(), look -> look.alignment().wraps()), out))
          .leadsTo("font", view -> view.of(Aspect.FONT))
          .leadsTo("fill", view -> view.of(Aspect.FILL))
          .leadsTo("protection", view -> view.of(Aspect.PROTECTION))
          .lists("borders", FormatResource::borders)
          .acts("autofitColumns", (view, _, _) -> Plan.silent(fitColumns(view.range())))
          .acts("autofitRows", (view, _, _) -> Plan.silent(fitRows(view.range())))
          .updates(FormatResource::update)
          .refuses("every range has a format; PATCH changes it", "DELETE")
          .refuses("every range has its eight borders; PATCH changes one", "POST borders");

  private FormatResource() {}

  private static Edit fitColumns(RangeView range) {
    return new Edit.FitColumns(
        range.sheet(), range.area().firstColumn(), range.area().lastColumn());
  }

  private static Edit fitRows(RangeView range) {
    return new Edit.FitRows(range.sheet(), range.area().firstRow(), range.area().lastRow());
  }

  private static Optional<String> horizontal(FormatView view) {
    return Looks.shared(view.range(), look -> Wording.of(look.alignment().horizontal()));
  }

  private static Optional<String> vertical(FormatView view) {
    return Looks.shared(view.range(), look -> Wording.of(look.alignment().vertical()));
  }

  private static Optional<Double> columnWidth(RangeView range) {
    SheetLayout layout = range.book().layout(range.sheet());
    Area area = range.area();
    return same(area.firstColumn(), area.lastColumn(), layout::columnPoints);
  }

  private static Optional<Double> rowHeight(RangeView range) {
    SheetLayout layout = range.book().layout(range.sheet());
    Area area = range.area();
    return layout.rows().isEmpty()
        ? Optional.of(layout.rowPoints(area.firstRow()))
        : same(area.firstRow(), area.lastRow(), layout::rowPoints);
  }

  private static Optional<Double> same(int first, int last, IntToDoubleFunction size) {
    double one = size.applyAsDouble(first);
    boolean agreed =
        IntStream.rangeClosed(first, last).allMatch(at -> size.applyAsDouble(at) == one);
    return agreed ? Optional.of(one) : Optional.empty();
  }

  private static Listing borders(FormatView view) {
    List<BorderView> views =
        Arrays.stream(BorderPlace.values())
            .map(place -> new BorderView(view.range(), place))
            .toList();
    return Listing.of(
        views,
        key ->
            views.stream()
                .filter(border -> border.sideIndex().equalsIgnoreCase(key))
                .<View>map(border -> border)
                .findFirst());
  }

  private static Edit update(FormatView view, JsonObject body) {
    Bodies.onlyMembers(body, MEMBERS);
    Bodies.notNull(body, MEMBERS);
    var changes = new ArrayList<LookChange>();
    Bodies.findText(body, "horizontalAlignment")
        .map(word -> Wording.parse(HorizontalAlignment.class, "horizontalAlignment", word))
        .ifPresent(word -> changes.add(new LookChange.Horizontal(word)));
    Bodies.findText(body, "verticalAlignment")
        .map(word -> Wording.parse(VerticalAlignment.class, "verticalAlignment", word))
        .ifPresent(word -> changes.add(new LookChange.Vertical(word)));
    Bodies.findFlag(body, "wrapText")
        .ifPresent(wraps -> changes.add(new LookChange.Wrapped(wraps)));
    RangeView range = view.range();
    Area area = range.area();
    var edits = new ArrayList<Edit>();
    if (!changes.isEmpty()) {
      edits.add(new Edit.FormatCells(range.sheet(), area, changes));
    }
    size(body, "columnWidth", MOST_WIDTH)
        .ifPresent(points ->
            edits.add(
                new Edit.SetColumns(
                    range.sheet(),
                    area.firstColumn(),
                    area.lastColumn(),
                    shown(points),
                    Optional.of(points == 0))));
    size(body, "rowHeight", MOST_HEIGHT)
        .ifPresent(points ->
            edits.add(
                new Edit.SetRows(
                    range.sheet(),
                    area.firstRow(),
                    area.lastRow(),
                    shown(points),
                    Optional.of(points == 0))));
    return Bodies.changing(edits);
  }

  /// A line without any size is hidden and keeps the size that it is shown with; every other size
  /// shows it, as in Excel.
  private static Optional<Double> shown(double points) {
    return points == 0 ? Optional.empty() : Optional.of(points);
  }

  private static Optional<Double> size(JsonObject body, String name, double most) {
    Optional<Double> size = Bodies.findNumber(body, name);
    size.ifPresent(points -> {
      if (points < 0 || points > most) {
        throw new BadArgument(
            "'%s' has to be from 0 to %s points, not %s.".formatted(name, most, points));
      }
    });
    return size;
  }
}
