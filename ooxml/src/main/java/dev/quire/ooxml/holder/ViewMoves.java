package dev.quire.ooxml.holder;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.Moves;
import java.util.List;
import java.util.Optional;

/// Moves what a view says beyond the addresses that it looks at.
///
/// @param sheet key of the worksheet
record ViewMoves(SliceEdits edits, Moves moves, int sheet) {
  /// Moves what an element of a view says; others stay.
  void apply(XmlElement element, XmlElement parent) {
    switch (element.name()) {
      case "pane" -> frozen(element, parent);
      case "selection" -> active(element);
      default -> {}
    }
  }

  /// Frozen rows and columns stay frozen, and those that come between them are too.
  private void frozen(XmlElement pane, XmlElement view) {
    if (!pane.attributeOr("state", "").startsWith("frozen")) {
      return;
    }
    Area first = view.attribute("topLeftCell").flatMap(A1::parse).orElse(Area.cell(0, 0));
    int rows = split(pane.attributeOr("ySplit", "0"));
    int columns = split(pane.attributeOr("xSplit", "0"));
    int top = first.firstRow();
    int left = first.firstColumn();
    if (rows > 0 && top + rows <= Grid.ROWS) {
      moves
          .reference(sheet, new Area(top, 0, top + rows - 1, Grid.COLUMNS - 1))
          .filter(now -> now.rows() != rows)
          .ifPresent(now -> edits.setAttribute(pane, "ySplit", Integer.toString(now.rows())));
    }
    if (columns > 0 && left + columns <= Grid.COLUMNS) {
      moves
          .reference(sheet, new Area(0, left, Grid.ROWS - 1, left + columns - 1))
          .filter(now -> now.columns() != columns)
          .ifPresent(now -> edits.setAttribute(pane, "xSplit", Integer.toString(now.columns())));
    }
  }

  /// A number of rows or columns, which some programs write as `5.0`; 0 for what is none.
  private static int split(String text) {
    String digits = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    return Math.max(0, Ascii.number(Ascii.bytes(digits), 0, digits.length()));
  }

  /// When the active cell is gone, another selected one is active.
  private void active(XmlElement selection) {
    Optional<Area> cell = selection.attribute("activeCell").flatMap(A1::parse);
    Optional<List<Area>> selected = selection.attribute("sqref").flatMap(References::parse);
    if (cell.isEmpty() || selected.isEmpty() || moves.cell(sheet, cell.get()).isPresent()) {
      return;
    }
    moves.pieces(sheet, selected.get()).stream()
        .findFirst()
        .ifPresent(now -> {
          String address = A1.cell(now.firstRow(), now.firstColumn());
          if (!address.equals(selection.attributeOr("activeCell", ""))) {
            edits.setAttribute(selection, "activeCell", address);
          }
          edits.removeAttribute(selection, "activeCellId");
        });
  }
}
