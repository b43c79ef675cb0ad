package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.CellReference;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What becomes of one template when cells move. As a function of the row in which the formula
/// stands that is constant between a few breaks: where the formula, or a cell it refers to, begins
/// or ends to move. So a long column is looked at once per stretch, not once per cell.
final class TemplateShift {
  private final FormulaShift all;
  private final Shift shift;
  private final Template template;
  private final List<CellReference> references = new ArrayList<>();
  private final boolean alwaysStale;
  private final int[] breaks;

  TemplateShift(FormulaShift all, Template template) {
    this.all = all;
    this.shift = all.shift();
    this.template = template;
    collect(template.expression());
    this.alwaysStale = all.isStaleBy(template) || template.mentionsSpan();
    this.breaks =
        shift.isVertical()
            ? new int[] {
              0,
              shift.first(),
              shift.last() + 1,
              Grid.ROWS - shift.count(),
              Grid.ROWS - 1,
              Grid.ROWS
            }
            : new int[] {0, shift.area().firstRow(), shift.area().lastRow() + 1, Grid.ROWS};
  }

  private void collect(Expression part) {
    if (part instanceof CellReference reference) {
      references.add(reference);
    }
    part.children().forEach(this::collect);
  }

  FormulaShift.Followed at(FormulaSite site) {
    boolean here = site.sheet() == all.sheet();
    int row = here ? shift.row(site.row(), site.column()) : site.row();
    int column = here ? shift.column(site.row(), site.column()) : site.column();
    Expression before = template.expression();
    Expression after = before.withLeaves(leaf -> all.leaf(leaf, site, row, column));
    boolean moved = row != site.row() || column != site.column();
    boolean changes = after != before || moved || references.stream().anyMatch(this::isOfSheet);
    boolean stale =
        alwaysStale
            || template.dependsOnPlace() && changes
            || references.stream().anyMatch(each -> !isPreserved(each, site));
    return new FormulaShift.Followed(
        after == before ? template : all.template(after, template.mode()),
        stale,
        until(site, here));
  }

  private boolean isOfSheet(CellReference reference) {
    return all.isShifted(reference, Integer.MIN_VALUE);
  }

  private boolean isPreserved(CellReference reference, FormulaSite site) {
    if (!all.isShifted(reference, site.sheet())) {
      return true;
    }
    Optional<Area> area = reference.area().at(site.row(), site.column());
    return area.isEmpty() || shift.preserves(area.get());
  }

  private int until(FormulaSite site, boolean here) {
    int row = site.row();
    int until = here ? next(row, 0, Grid.ROWS) : Grid.ROWS;
    for (CellReference reference : references) {
      Coordinate top = reference.area().top();
      Coordinate bottom = reference.area().bottom();
      until = until(top, row, until);
      until = until(bottom, row, until);
      if (top.fixed() != bottom.fixed()) {
        until = crossing(top, bottom, row, until);
      }
    }
    return until;
  }

  private int until(Coordinate coordinate, int row, int latest) {
    if (coordinate.fixed()) {
      return latest;
    }
    int target = coordinate.at(row);
    boolean cut =
        shift.isVertical()
            && (shift.inserts()
                ? target >= Grid.ROWS - shift.count()
                : target >= shift.first() && target <= shift.last());
    return cut ? row + 1 : next(row, coordinate.value(), latest);
  }

  /// The first row below `row` from which on something `distance` rows further is treated
  /// otherwise.
  private int next(int row, int distance, int latest) {
    int next = latest;
    for (int each : breaks) {
      int at = each - distance;
      if (at > row && at < next) {
        next = at;
      }
    }
    return next;
  }

  /// A fixed and a moving corner change places where they meet.
  private static int crossing(Coordinate one, Coordinate other, int row, int latest) {
    int fixed = one.fixed() ? one.value() : other.value();
    int distance = one.fixed() ? other.value() : one.value();
    int meeting = fixed - distance;
    int next = meeting > row ? meeting : meeting + 1 > row ? meeting + 1 : latest;
    return Math.min(next, latest);
  }
}
