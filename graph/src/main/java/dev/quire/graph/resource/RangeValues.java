package dev.quire.graph.resource;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.graph.json.JsonOut;
import java.util.Optional;

/// Writes the two-dimensional properties of ranges, row by row, rows × columns (semantics §6.2). A
/// range of whole rows or columns, or of more than five million cells, shows null instead.
final class RangeValues {
  private static final long MOST_CELLS = 5_000_000;

  private RangeValues() {}

  /// Writes one cell.
  interface CellWriter {
    void write(RangeView range, int row, int column, JsonOut out);
  }

  static final CellWriter VALUE = (view, row, column, out) -> value(at(view, row, column), out);
  static final CellWriter TEXT =
      (view, row, column, out) -> out.text(view.book().text(view.sheet(), row, column));
  static final CellWriter NUMBER_FORMAT =
      (view, row, column, out) ->
          out.text(view.book().style(view.sheet(), row, column).numberFormat());
  static final CellWriter FORMULA =
      (view, row, column, out) -> formula(view, row, column, Notation.A1, out);
  static final CellWriter FORMULA_R1C1 =
      (view, row, column, out) -> formula(view, row, column, Notation.R1C1, out);
  static final CellWriter TYPE = (view, row, column, out) -> out.text(type(at(view, row, column)));

  static void values(RangeView range, JsonOut out) {
    grid(range, out, VALUE);
  }

  static void text(RangeView range, JsonOut out) {
    grid(range, out, TEXT);
  }

  static void numberFormat(RangeView range, JsonOut out) {
    grid(range, out, NUMBER_FORMAT);
  }

  static void formulas(RangeView range, JsonOut out) {
    grid(range, out, FORMULA);
  }

  static void formulasR1C1(RangeView range, JsonOut out) {
    grid(range, out, FORMULA_R1C1);
  }

  static void valueTypes(RangeView range, JsonOut out) {
    grid(range, out, TYPE);
  }

  private static void formula(RangeView view, int row, int column, Notation notation, JsonOut out) {
    Optional<String> formula = view.book().formula(view.sheet(), row, column, notation);
    if (formula.isPresent()) {
      out.text("=" + formula.get());
    } else {
      value(at(view, row, column), out);
    }
  }

  /// Whole numbers are `Double` too, as observed; `Integer` is never seen.
  private static String type(Scalar value) {
    return switch (value) {
      case BlankValue _ -> "Empty";
      case NumberValue _ -> "Double";
      case TextValue _ -> "String";
      case LogicalValue _ -> "Boolean";
      case ErrorValue _ -> "Error";
    };
  }

  static void value(Scalar value, JsonOut out) {
    switch (value) {
      case BlankValue _ -> out.text("");
      case NumberValue(double number) -> out.number(number);
      case TextValue(String text) -> out.text(text);
      case LogicalValue logical -> out.flag(logical.truth());
      case ErrorValue error -> out.text(error.word());
    }
  }

  private static Scalar at(RangeView range, int row, int column) {
    return range.book().value(range.sheet(), row, column);
  }

  private static void grid(RangeView range, JsonOut out, CellWriter writer) {
    Area area = range.area();
    if (isTooLarge(area)) {
      out.nothing();
      return;
    }
    out.beginArray();
    for (int row = area.firstRow(); row <= area.lastRow(); row++) {
      out.beginArray();
      for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
        writer.write(range, row, column, out);
      }
      out.endArray();
    }
    out.endArray();
  }

  /// The cells where these rows and columns of a range meet.
  static void grid(RangeView range, int[] rows, int[] columns, JsonOut out, CellWriter writer) {
    if (isTooLarge(range.area())) {
      out.nothing();
      return;
    }
    out.beginArray();
    for (int row : rows) {
      out.beginArray();
      for (int column : columns) {
        writer.write(range, row, column, out);
      }
      out.endArray();
    }
    out.endArray();
  }

  private static boolean isTooLarge(Area area) {
    return isUnbounded(area) || area.cells() > MOST_CELLS;
  }

  static boolean isUnbounded(Area area) {
    return area.isWholeColumns() || area.isWholeRows();
  }
}
