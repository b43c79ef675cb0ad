package dev.quire.engine.recalc;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.Template;
import dev.quire.engine.formula.Workspace;
import dev.quire.engine.ref.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gathers formulas, shown column by column and downwards, into rectangles of equal ones.
final class Runs {
  private final int sheet;
  private final List<Piece> done = new ArrayList<>();
  private Map<Long, Piece> left = new HashMap<>();
  private Map<Long, Piece> here = new HashMap<>();
  private int column = -1;
  private @Nullable Piece open;

  private Runs(int sheet) {
    this.sheet = sheet;
  }

  /// All formulas of a sheet as runs.
  static List<Run> of(int sheet, SheetCells cells, Workspace definitions) {
    var runs = new Runs(sheet);
    cells.visitFormulas(runs::add);
    return runs.finish(definitions);
  }

  /// Some formulas of a sheet as runs; they come column by column and downwards.
  static Runs of(int sheet) {
    return new Runs(sheet);
  }

  void add(int row, int atColumn, Template template) {
    if (atColumn != column) {
      close();
      settle(left);
      left = atColumn == column + 1 ? here : new HashMap<>();
      if (atColumn != column + 1) {
        settle(here);
      }
      here = new HashMap<>();
      column = atColumn;
    }
    Piece piece = open;
    if (piece != null && piece.bottom == row - 1 && piece.template.equals(template)) {
      piece.bottom = row;
      return;
    }
    close();
    open = new Piece(template, row, atColumn);
  }

  List<Run> finish(Workspace definitions) {
    close();
    settle(left);
    settle(here);
    var runs = new ArrayList<Run>(done.size());
    for (Piece piece : done) {
      runs.add(
          new Run(
              sheet,
              new Area(piece.top, piece.left, piece.bottom, piece.right),
              piece.template,
              piece.template.reach(definitions, sheet)));
    }
    return runs;
  }

  /// Ends the open piece: it widens the piece to its left when that has the same rows and formula.
  private void close() {
    Piece piece = open;
    if (piece == null) {
      return;
    }
    open = null;
    long rows = ((long) piece.top << 32) | piece.bottom;
    Piece neighbour = left.get(rows);
    if (neighbour != null && neighbour.template.equals(piece.template)) {
      neighbour.right = piece.right;
      left.remove(rows);
      here.put(rows, neighbour);
    } else {
      here.put(rows, piece);
    }
  }

  private void settle(Map<Long, Piece> pieces) {
    done.addAll(pieces.values());
  }

  private static final class Piece {
    final Template template;
    final int top;
    final int left;
    int bottom;
    int right;

    Piece(Template template, int row, int column) {
      this.template = template;
      this.top = row;
      this.bottom = row;
      this.left = column;
      this.right = column;
    }
  }
}
