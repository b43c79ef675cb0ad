package dev.quire.engine.function.lookup;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.elements;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// `TRIMRANGE`, which leaves out blank rows and columns at the edges.
public final class TrimmedRanges {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("TRIMRANGE", TrimmedRanges::trim)
              .yieldsReference()
              .since(2024)
              .takes(
                  elements("range"),
                  number("trim_rows").optional(),
                  number("trim_cols").optional()));

  private static final int BOTH_EDGES = 3;

  private TrimmedRanges() {}

  private static Value trim(Arguments a) {
    if (a.value(0) instanceof ErrorValue error) {
      return error;
    }
    double rows = a.has(1) ? a.number(1) : BOTH_EDGES;
    double columns = a.has(2) ? a.number(2) : BOTH_EDGES;
    if (!isKnown(rows)
        || !isKnown(columns)
        || a.value(0) instanceof ReferenceValue reference && !reference.isSingle()) {
      return ErrorValue.VALUE;
    }
    if (rows == 0 && columns == 0) {
      return a.value(0);
    }
    Matrix matrix = a.matrix(0);
    // Nothing in it: there is no range to speak of.
    return used(matrix)
        .map(used -> part(a, matrix, kept(matrix, used, (int) rows, (int) columns)))
        .orElse(ErrorValue.REF);
  }

  /// A number with a fraction says nothing (O).
  private static boolean isKnown(double edges) {
    return edges >= 0 && edges <= BOTH_EDGES && edges == Math.floor(edges);
  }

  /// The smallest area, counted from the rectangle's corner, with all that is not blank.
  private static Optional<Area> used(Matrix matrix) {
    var edges = new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
    matrix.visit((row, column, _) -> {
      edges[0] = Math.min(edges[0], row);
      edges[1] = Math.min(edges[1], column);
      edges[2] = Math.max(edges[2], row);
      edges[3] = Math.max(edges[3], column);
      return true;
    });
    return edges[2] < 0
        ? Optional.empty()
        : Optional.of(new Area(edges[0], edges[1], edges[2], edges[3]));
  }

  /// @param rows which edges are trimmed: 1 for the first, 2 for the last, 3 for both
  private static Area kept(Matrix matrix, Area used, int rows, int columns) {
    return new Area(
        (rows & 1) != 0 ? used.firstRow() : 0,
        (columns & 1) != 0 ? used.firstColumn() : 0,
        (rows & 2) != 0 ? used.lastRow() : matrix.rows() - 1,
        (columns & 2) != 0 ? used.lastColumn() : matrix.columns() - 1);
  }

  private static Value part(Arguments a, Matrix matrix, Area kept) {
    if (a.value(0) instanceof ReferenceValue reference) {
      Area area = reference.first().area();
      return ReferenceValue.of(
          reference.first().sheet(),
          new Area(
              area.firstRow() + kept.firstRow(),
              area.firstColumn() + kept.firstColumn(),
              area.firstRow() + kept.lastRow(),
              area.firstColumn() + kept.lastColumn()));
    }
    return a.array(
        kept.rows(),
        kept.columns(),
        (row, column) -> matrix.at(kept.firstRow() + row, kept.firstColumn() + column));
  }
}
