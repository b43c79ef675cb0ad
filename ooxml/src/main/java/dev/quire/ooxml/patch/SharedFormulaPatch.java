package dev.quire.ooxml.patch;

import dev.quire.engine.ref.Area;
import dev.quire.ooxml.part.SharedFormulas.Group;
import dev.quire.ooxml.part.SharedFormulas.Position;
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
    Position master = group.cells().getFirst();
    if (!plan.losesFormula(master.row(), master.column())) {
      return;
    }
    List<Position> rest =
        group.cells().stream()
            .filter(each -> !plan.losesFormula(each.row(), each.column()))
            .filter(each -> plan.current().hasFormula(each.row(), each.column()))
            .toList();
    if (rest.isEmpty()) {
      return;
    }
    Position first = rest.getFirst();
    Area area = bounds(rest);
    if (area.firstRow() == first.row() && area.firstColumn() == first.column()) {
      String attributes = " t=\"shared\" ref=\"%s\" si=\"%d\"".formatted(area, group.number());
      promote(first, attributes);
    } else {
      rest.forEach(each -> promote(each, ""));
    }
  }

  private void promote(Position cell, String attributes) {
    String text = plan.current().formulaText(cell.row(), cell.column());
    String element = "<%sf%s>%s</%sf>".formatted(prefix, attributes, XmlText.escape(text), prefix);
    plan.promote(cell.row(), cell.column(), element);
  }

  private static Area bounds(List<Position> cells) {
    Area area = Area.cell(cells.getFirst().row(), cells.getFirst().column());
    for (Position each : cells) {
      area = area.boundingBox(Area.cell(each.row(), each.column()));
    }
    return area;
  }
}
