package dev.quire.workbook;

import dev.quire.engine.cells.CellEditor;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.Borders;
import dev.quire.workbook.style.Look;
import dev.quire.workbook.style.LookChange;
import dev.quire.workbook.style.Side;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Changes how cells look. Whole columns and rows keep the change in their settings, so that cells
/// that do not exist yet have it too; cells with a style of their own are changed one by one.
final class CellFormatting {
  /// Cells of an area of some rows and columns that one change may touch.
  private static final long MOST_CELLS = 5_000_000;

  private final Workbook workbook;
  private final Worksheet sheet;
  private final Area area;
  private final Change change;
  private final SheetCells before;
  private final CellEditor editor;
  private final Styles.Growth styles;
  private final Map<Restyled, Integer> numbers = new HashMap<>();

  /// What a look becomes in a cell.
  private interface Change {
    /// Tells cells apart that are changed in different ways.
    Object kind(int row, int column);

    Look applyTo(Look look, int row, int column);
  }

  private record Restyled(int style, Object kind) {}

  private CellFormatting(Workbook workbook, int sheet, Area area, Change change) {
    this.workbook = workbook;
    this.sheet = existing(workbook, sheet);
    this.area = area;
    this.change = change;
    this.before = workbook.cells(sheet);
    this.editor = before.edit();
    this.styles = workbook.styleTable().grow();
  }

  static Worksheet existing(Workbook workbook, int key) {
    return workbook
        .worksheet(key)
        .orElseThrow(() -> new WorkbookFault.NotFound("worksheet", Integer.toString(key)));
  }

  static Outcome apply(Workbook workbook, Edit.FormatCells format) {
    return new CellFormatting(workbook, format.sheet(), format.area(), same(format.changes()))
        .run();
  }

  static Outcome apply(Workbook workbook, Edit.DrawBorders draw) {
    var drawn =
        new CellFormatting(
                workbook, draw.sheet(), draw.area(), lines(draw.area(), draw.place(), draw.line()))
            .run();
    return facing(drawn, draw);
  }

  private static Change same(List<LookChange> changes) {
    return new Change() {
      @Override
      public Object kind(int row, int column) {
        return 0;
      }

      @Override
      public Look applyTo(Look look, int row, int column) {
        Look changed = look;
        for (LookChange each : changes) {
          changed = each.applyTo(changed);
        }
        return changed;
      }
    };
  }

  private static Change lines(Area area, BorderPlace place, Border line) {
    return new Change() {
      @Override
      public Set<Side> kind(int row, int column) {
        return place.sides(area, row, column);
      }

      @Override
      public Look applyTo(Look look, int row, int column) {
        Borders borders = look.borders();
        for (Side side : kind(row, column)) {
          borders = borders.with(side, line);
        }
        return look.withBorders(borders);
      }
    };
  }

  /// Neighbours share a line: that of the cell beyond an edge goes, or it would still be seen where
  /// the edge is taken away.
  private static Outcome facing(Outcome drawn, Edit.DrawBorders draw) {
    Area area = draw.area();
    return switch (draw.place()) {
      case EDGE_TOP -> beyond(drawn, draw, Side.BOTTOM, area.firstRow() - 1, area.firstColumn());
      case EDGE_BOTTOM -> beyond(drawn, draw, Side.TOP, area.lastRow() + 1, area.firstColumn());
      case EDGE_LEFT -> beyond(drawn, draw, Side.RIGHT, area.firstRow(), area.firstColumn() - 1);
      case EDGE_RIGHT -> beyond(drawn, draw, Side.LEFT, area.firstRow(), area.lastColumn() + 1);
      case INSIDE_VERTICAL, INSIDE_HORIZONTAL, DIAGONAL_DOWN, DIAGONAL_UP -> drawn;
    };
  }

  private static Outcome beyond(
      Outcome drawn, Edit.DrawBorders draw, Side side, int row, int column) {
    if (!Grid.contains(row, column)) {
      return drawn;
    }
    Area area = draw.area();
    boolean vertical = side == Side.LEFT || side == Side.RIGHT;
    Area strip =
        vertical
            ? new Area(row, column, area.lastRow(), column)
            : new Area(row, column, row, area.lastColumn());
    boolean seen =
        LooksIn.of(drawn.workbook(), draw.sheet(), strip).stream()
            .anyMatch(style -> style.look().borders().on(side).isDrawn());
    return seen
        ? new CellFormatting(drawn.workbook(), draw.sheet(), strip, without(side)).run()
        : drawn;
  }

  private static Change without(Side side) {
    return new Change() {
      @Override
      public Object kind(int row, int column) {
        return side;
      }

      @Override
      public Look applyTo(Look look, int row, int column) {
        return look.withBorders(look.borders().with(side, Border.NONE));
      }
    };
  }

  private Outcome run() {
    SheetLayout layout = sheet.layout();
    if (area.isWholeColumns()) {
      layout = columns(layout);
    } else if (area.isWholeRows()) {
      layout = rows(layout);
    } else {
      cells(layout);
    }
    var contents = workbook.contents().replacing(sheet.laidOut(layout));
    return new Outcome(
        workbook
            .with(contents, workbook.model().restyled(sheet.key(), editor.seal()))
            .with(styles.finish()),
        List.of());
  }

  private void cells(SheetLayout layout) {
    if (area.cells() > MOST_CELLS) {
      throw new WorkbookFault.TooLarge(
          "%,d cells are to be formatted; at most %,d can be at once, or whole rows and columns."
              .formatted(area.cells(), MOST_CELLS));
    }
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        int own = before.style(row, column);
        int style = own != SheetCells.NO_STYLE ? own : layout.style(row, column);
        editor.setStyle(row, column, changed(style, row, column));
      }
    }
  }

  private SheetLayout columns(SheetLayout layout) {
    changeOwn();
    for (RowSetting row : layout.rows().values()) {
      if (row.style() != SheetCells.NO_STYLE) {
        for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
          changeInherited(row.row(), column, row.style());
        }
      }
    }
    return styledColumns(layout);
  }

  /// The first and the last column may get other lines than those between.
  private SheetLayout styledColumns(SheetLayout layout) {
    int first = area.firstColumn();
    int last = area.lastColumn();
    SheetLayout after = styledColumns(layout, first, first);
    if (last > first) {
      after = styledColumns(after, last, last);
    }
    return last - first > 1 ? styledColumns(after, first + 1, last - 1) : after;
  }

  private SheetLayout styledColumns(SheetLayout layout, int first, int last) {
    int middle = area.firstRow() + area.rows() / 2;
    return layout.withColumns(
        first, last, span -> span.withStyle(changed(span.style(), middle, span.first())));
  }

  private SheetLayout rows(SheetLayout layout) {
    changeOwn();
    for (ColumnSpan span : layout.columns()) {
      if (span.style() != SheetCells.NO_STYLE) {
        for (int row = area.firstRow(); row <= area.lastRow(); row++) {
          if (layout.rowStyle(row) == SheetCells.NO_STYLE) {
            for (int column = span.first(); column <= span.last(); column++) {
              changeInherited(row, column, span.style());
            }
          }
        }
      }
    }
    int middle = area.firstColumn() + area.columns() / 2;
    return layout.withRows(
        area.firstRow(),
        area.lastRow(),
        row -> row.withStyle(changed(row.style(), row.row(), middle)));
  }

  /// Cells with a style of their own.
  private void changeOwn() {
    before
        .usedWithin(area, false)
        .ifPresent(used -> {
          for (int row = used.firstRow(); row <= used.lastRow(); row++) {
            for (int column = used.firstColumn(); column <= used.lastColumn(); column++) {
              int own = before.style(row, column);
              if (own != SheetCells.NO_STYLE) {
                editor.setStyle(row, column, changed(own, row, column));
              }
            }
          }
        });
  }

  /// A cell where a row's style meets a column's needs one of its own.
  private void changeInherited(int row, int column, int style) {
    if (before.style(row, column) == SheetCells.NO_STYLE) {
      editor.setStyle(row, column, changed(style, row, column));
    }
  }

  private int changed(int style, int row, int column) {
    int known = Math.max(style, 0);
    return numbers.computeIfAbsent(
        new Restyled(known, change.kind(row, column)),
        _ -> {
          CellStyle old = styles.at(known);
          return styles.numberOf(old.withLook(change.applyTo(old.look(), row, column)));
        });
  }
}
