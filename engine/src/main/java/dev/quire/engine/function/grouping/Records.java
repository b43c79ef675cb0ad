package dev.quire.engine.function.grouping;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Conversions;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.List;
import java.util.stream.IntStream;

/// The table that is summarized: fields and values side by side.
///
/// @param fields those of the rows, and those of the columns if there are any
/// @param rows the data rows that a filter lets through, rising; the header row is none
/// @param hasHeaders whether the first row holds names
/// @param showsHeaders whether names are shown
record Records(
    List<Matrix> fields, Matrix values, int[] rows, boolean hasHeaders, boolean showsHeaders) {
  private static final int HIDDEN_HEADERS = 1;
  private static final int MADE_UP_HEADERS = 2;
  private static final int SHOWN_HEADERS = 3;

  /// What reading yields: records, or why there are none.
  record Reading(Records records, Scalar fault) {}

  /// Names that are found without being told of stay hidden (O; the documentation shows them where
  /// fields are several).
  ///
  /// @param headers place of the number that tells about headers
  /// @param filter place of the truths that say which rows count
  static Reading of(Arguments a, List<Matrix> fields, Matrix values, int headers, int filter) {
    int mode = a.has(headers) ? (int) a.number(headers) : -1;
    boolean automatic = !a.has(headers);
    boolean has = automatic ? looksLikeHeader(values) : (mode & HIDDEN_HEADERS) != 0;
    boolean shows = mode >= MADE_UP_HEADERS;
    var none = new Records(fields, values, new int[0], has, shows);
    boolean even = fields.stream().allMatch(field -> field.rows() == values.rows());
    if (!even || !automatic && (mode < 0 || mode > SHOWN_HEADERS)) {
      return new Reading(none, ErrorValue.VALUE);
    }
    int height = height(fields, values);
    a.spend(height);
    int[] rows = IntStream.range(has ? 1 : 0, height).toArray();
    if (a.has(filter)) {
      if (a.value(filter) instanceof ErrorValue error) {
        return new Reading(none, error);
      }
      Matrix truths = a.matrix(filter);
      int lead = values.rows() - truths.rows();
      if (truths.columns() > 1 || lead != 0 && (lead != 1 || !has)) {
        return new Reading(none, ErrorValue.VALUE);
      }
      rows = IntStream.of(rows).filter(row -> holds(truths, row - lead)).toArray();
    }
    return new Reading(
        new Records(fields, values, rows, has, shows),
        rows.length == 0 ? ErrorValue.CALC : BlankValue.BLANK);
  }

  private static boolean holds(Matrix truths, int row) {
    return Conversions.logical(truths.at(row, 0)) == LogicalValue.TRUE;
  }

  /// Names stand above the values when the first is a text and the second is none (D).
  private static boolean looksLikeHeader(Matrix values) {
    return values.at(0, 0) instanceof TextValue
        && (values.rows() == 1 || !(values.at(1, 0) instanceof TextValue));
  }

  /// Of all the blank rows at the end one is kept, for their group.
  private static int height(List<Matrix> fields, Matrix values) {
    int used = values.usedRows();
    for (Matrix field : fields) {
      used = Math.max(used, field.usedRows());
    }
    return Math.min(values.rows(), used + 1);
  }

  /// The name of a field or a value.
  Scalar header(Matrix of, int column, String madeUp) {
    return hasHeaders ? of.at(0, column) : new TextValue(madeUp + " " + (column + 1));
  }
}
