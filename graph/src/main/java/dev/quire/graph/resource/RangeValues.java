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
  private interface CellWriter {
    void write(RangeView range, int row, int column, JsonOut out);
  }

  static void values(RangeView range, JsonOut out) {
    grid(range, out, (view, row, column, to) -> value(at(view, row, column), to));
  }

  static void text(RangeView range, JsonOut out) {
    grid(
        range,
        out,
        (view, row, column, to) -> to.text(view.book().text(view.sheet(), row, column)));
  }

  static void numberFormat(RangeView range, JsonOut out) {
    grid(
        range,
        out,
        (view, row, column, to) ->
            to.text(view.book().style(view.sheet(), row, column).numberFormat()));
  }

  static void formulas(RangeView range, JsonOut out) {
    formulas(range, Notation.A1, out);
  }

  static void formulasR1C1(RangeView range, JsonOut out) {
    formulas(range, Notation.R1C1, out);
  }

  private static void formulas(RangeView range, Notation notation, JsonOut out) {
    grid(
        range,
        out,
        (view, row, column, to) -> {
          Optional<String> formula = view.book().formula(view.sheet(), row, column, notation);
          if (formula.isPresent()) {
            to.text("=" + formula.get());
          } else {
            value(at(view, row, column), to);
          }
        });
  }

  static void valueTypes(RangeView range, JsonOut out) {
    grid(range, out, (view, row, column, to) -> to.text(type(at(view, row, column))));
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
    if (isUnbounded(area) || area.cells() > MOST_CELLS) {
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

  static boolean isUnbounded(Area area) {
    return area.isWholeColumns() || area.isWholeRows();
  }
}
