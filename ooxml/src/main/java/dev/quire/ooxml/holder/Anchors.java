package dev.quire.ooxml.holder;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Moves what floats above the cells: shapes, pictures, charts, controls, and the boxes of
/// comments. What is anchored at two cells moves and stretches, at one cell moves only, absolutely
/// stays.
final class Anchors {
  private final SliceEdits edits;
  private final List<Shift> shifts;

  Anchors(SliceEdits edits, List<Shift> shifts) {
    this.edits = edits;
    this.shifts = shifts;
  }

  /// Moves what an element anchors, if it is an anchor.
  ///
  /// @return whether it stays: false for the box of a comment whose cell is gone
  boolean visit(XmlElement element) {
    if (shifts.isEmpty()) {
      return true;
    }
    switch (element.name()) {
      case "twoCellAnchor" -> {
        String kind = element.attributeOr("editAs", "twoCell");
        if (!kind.equals("absolute")) {
          between(element, kind.equals("twoCell"));
        }
      }
      case "oneCellAnchor" -> element.childNamed("from").ifPresent(this::single);
      case "anchor" -> {
        boolean sized = element.flag("sizeWithCells", false);
        if (sized || element.flag("moveWithCells", false)) {
          between(element, sized);
        }
      }
      case "ClientData" -> {
        return clientData(element);
      }
      default -> {}
    }
    return true;
  }

  /// A corner: column and row, and whether it lies inside that cell rather than on its edge.
  private record Corner(int row, int column, boolean insideRow, boolean insideColumn) {}

  private void between(XmlElement anchor, boolean stretches) {
    Optional<XmlElement> from = anchor.childNamed("from");
    Optional<XmlElement> to = anchor.childNamed("to");
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    Corner first = corner(from.get());
    Corner last = corner(to.get());
    Corner[] now = {first, last};
    for (Shift each : shifts) {
      now = moved(each, now[0], now[1], stretches);
    }
    write(from.get(), first, now[0]);
    write(to.get(), last, now[1]);
  }

  private void single(XmlElement from) {
    Corner first = corner(from);
    Corner now = first;
    for (Shift each : shifts) {
      now = each.isInBand(now.row, now.column) ? moved(each, now, true) : now;
    }
    write(from, first, now);
  }

  private static Corner[] moved(Shift shift, Corner first, Corner last, boolean stretches) {
    boolean held =
        shift.isInBand(first.row, first.column)
            && shift.isInBand(
                last.insideRow ? last.row : Math.max(first.row, last.row - 1),
                last.insideColumn ? last.column : Math.max(first.column, last.column - 1));
    if (!held) {
      return new Corner[] {first, last};
    }
    Corner from = moved(shift, first, true);
    if (stretches) {
      return new Corner[] {from, moved(shift, last, false)};
    }
    int rows = from.row - first.row;
    int columns = from.column - first.column;
    var to =
        new Corner(
            Math.min(last.row + rows, Grid.ROWS - 1),
            Math.min(last.column + columns, Grid.COLUMNS - 1),
            last.insideRow,
            last.insideColumn);
    return new Corner[] {from, to};
  }

  /// @param first whether it is the top left corner; the other one stays when cells come right at
  ///   the edge that it lies on
  private static Corner moved(Shift shift, Corner corner, boolean first) {
    int at = shift.isVertical() ? corner.row : corner.column;
    boolean inside = shift.isVertical() ? corner.insideRow : corner.insideColumn;
    boolean onEdge = !first && !inside && shift.inserts() && at == shift.first();
    int moved = onEdge ? at : shift.moved(at);
    boolean gone = moved == Shift.GONE;
    int now = gone ? shift.inserts() ? shift.limit() - 1 : shift.first() : moved;
    return shift.isVertical()
        ? new Corner(now, corner.column, inside && !gone, corner.insideColumn)
        : new Corner(corner.row, now, corner.insideRow, inside && !gone);
  }

  private static Corner corner(XmlElement element) {
    return new Corner(
        Math.min(value(element, "row"), Grid.ROWS - 1),
        Math.min(value(element, "col"), Grid.COLUMNS - 1),
        value(element, "rowOff") > 0,
        value(element, "colOff") > 0);
  }

  private void write(XmlElement element, Corner before, Corner now) {
    write(element, "row", before.row, now.row);
    write(element, "col", before.column, now.column);
    write(element, "rowOff", before.insideRow ? 1 : 0, now.insideRow ? 1 : 0);
    write(element, "colOff", before.insideColumn ? 1 : 0, now.insideColumn ? 1 : 0);
  }

  private void write(XmlElement element, String name, int before, int now) {
    if (before != now) {
      element.childNamed(name).ifPresent(each -> edits.replaceContent(each, Integer.toString(now)));
    }
  }

  private static int value(XmlElement element, String name) {
    return element.childNamed(name).map(each -> number(each.text())).orElse(0);
  }

  private static int number(String text) {
    String digits = text.strip();
    boolean plain =
        !digits.isEmpty() && digits.length() < 10 && digits.chars().allMatch(Character::isDigit);
    return plain ? (int) Math.min(Long.parseLong(digits), Integer.MAX_VALUE) : 0;
  }

  /// The box of a comment keeps its distance to its cell; other old shapes move with their corner.
  private boolean clientData(XmlElement data) {
    Optional<XmlElement> row = data.childNamed("Row");
    Optional<XmlElement> column = data.childNamed("Column");
    Optional<XmlElement> anchor = data.childNamed("Anchor");
    boolean note = data.attributeOr("ObjectType", "").toLowerCase(Locale.ROOT).equals("note");
    if (!note || row.isEmpty() || column.isEmpty()) {
      anchor.ifPresent(each -> corners(each, Optional.empty()));
      return true;
    }
    int oldRow = number(row.get().text());
    int oldColumn = number(column.get().text());
    if (!Grid.contains(oldRow, oldColumn)) {
      return true;
    }
    Area now = Area.cell(oldRow, oldColumn);
    for (Shift each : shifts) {
      int newRow = each.row(now.firstRow(), now.firstColumn());
      int newColumn = each.column(now.firstRow(), now.firstColumn());
      if (newRow == Shift.GONE || newColumn == Shift.GONE) {
        return false;
      }
      now = Area.cell(newRow, newColumn);
    }
    int rows = now.firstRow() - oldRow;
    int columns = now.firstColumn() - oldColumn;
    if (rows != 0) {
      edits.replaceContent(row.get(), Integer.toString(now.firstRow()));
    }
    if (columns != 0) {
      edits.replaceContent(column.get(), Integer.toString(now.firstColumn()));
    }
    anchor.ifPresent(each -> corners(each, Optional.of(new int[] {rows, columns})));
    return true;
  }

  /// `left column, offset, top row, offset, right column, offset, bottom row, offset`.
  private void corners(XmlElement anchor, Optional<int[]> distance) {
    List<String> words = Arrays.stream(anchor.text().split(",")).map(String::strip).toList();
    if (words.size() != 8) {
      return;
    }
    int row = number(words.get(2));
    int column = number(words.get(0));
    int[] by =
        distance.orElseGet(() -> {
          Corner now = new Corner(row, column, true, true);
          for (Shift each : shifts) {
            now = each.isInBand(now.row, now.column) ? moved(each, now, true) : now;
          }
          return new int[] {now.row - row, now.column - column};
        });
    if (by[0] == 0 && by[1] == 0) {
      return;
    }
    var moved = new ArrayList<>(words);
    for (int at = 0; at < 8; at += 4) {
      moved.set(at, Integer.toString(Math.max(0, number(words.get(at)) + by[1])));
      moved.set(at + 2, Integer.toString(Math.max(0, number(words.get(at + 2)) + by[0])));
    }
    edits.replaceContent(anchor, String.join(", ", moved));
  }
}
