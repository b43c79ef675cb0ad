package dev.quire.ooxml.patch;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.CellAddress;
import dev.quire.ooxml.part.SharedFormulas.Group;
import dev.quire.ooxml.xml.XmlText;
import java.util.List;

/// Keeps shared formulas whole when the cell that carries their text gets another content: the next
/// cell takes over, or each gets its own text where the next cell is not the corner of the rest.
final class SharedFormulaPatch {
  private final SheetPlan plan;
  private final String prefix;

  SharedFormulaPatch(SheetPlan plan, String prefix) {
    this.plan = plan;
    this.prefix = prefix;
  }

  /// Promotes cells of these groups where needed.
  void apply(List<Group> groups) {
    groups.forEach(this::apply);
    plan.touched().sort();
  }

  private void apply(Group group) {
    CellAddress master = group.cells().getFirst();
    if (!plan.losesFormula(master.row(), master.column())) {
      return;
    }
    List<CellAddress> rest =
        group.cells().stream()
            .filter(each -> !plan.losesFormula(each.row(), each.column()))
            .filter(each -> plan.current().hasFormula(each.row(), each.column()))
            .toList();
    if (rest.isEmpty()) {
      return;
    }
    CellAddress first = rest.getFirst();
    Area area = bounds(rest);
    if (area.firstRow() == first.row() && area.firstColumn() == first.column()) {
      String attributes = " t=\"shared\" ref=\"%s\" si=\"%d\"".formatted(area, group.number());
      promote(first, attributes);
    } else {
      rest.forEach(each -> promote(each, ""));
    }
  }

  private void promote(CellAddress cell, String attributes) {
    String text = plan.current().formulaText(cell.row(), cell.column());
    String element = "<%sf%s>%s</%sf>".formatted(prefix, attributes, XmlText.escape(text), prefix);
    plan.promote(cell.row(), cell.column(), element);
  }

  private static Area bounds(List<CellAddress> cells) {
    Area area = cells.getFirst().area();
    for (CellAddress each : cells) {
      area = area.boundingBox(each.area());
    }
    return area;
  }
}
