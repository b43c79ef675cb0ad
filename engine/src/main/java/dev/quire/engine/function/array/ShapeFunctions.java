package dev.quire.engine.function.array;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.elements;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.FunctionsValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Functions that put arrays together or give them another shape.
public final class ShapeFunctions {
  private static final int BLANKS = 1;
  private static final int ERRORS = 2;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("VSTACK", a -> stacked(a, false))
              .since(2024)
              .yieldsArray()
              .takes(elements("array").repeating()),
          function("HSTACK", a -> stacked(a, true))
              .since(2024)
              .yieldsArray()
              .takes(elements("array").repeating()),
          function("TOCOL", a -> flat(a, false))
              .since(2024)
              .yieldsArray()
              .takes(
                  array("array"),
                  number("ignore").optional(),
                  logical("scan_by_column").optional()),
          function("TOROW", a -> flat(a, true))
              .since(2024)
              .yieldsArray()
              .takes(
                  array("array"),
                  number("ignore").optional(),
                  logical("scan_by_column").optional()),
          function("WRAPROWS", a -> wrapped(a, false))
              .since(2024)
              .yieldsArray()
              .takes(array("vector"), number("wrap_count"), item("pad_with").optional()),
          function("WRAPCOLS", a -> wrapped(a, true))
              .since(2024)
              .yieldsArray()
              .takes(array("vector"), number("wrap_count"), item("pad_with").optional()));

  private ShapeFunctions() {}

  /// Lines of all arrays one after the other, shorter ones filled up with `#N/A`.
  private static Value stacked(Arguments a, boolean sideBySide) {
    List<FunctionValue> functions = functions(a);
    if (functions.size() == a.count()) {
      return new FunctionsValue(functions, sideBySide);
    }
    var sources = new ArrayList<Lines>();
    long count = 0;
    int length = 0;
    for (Matrix matrix : matrices(a)) {
      Lines lines = new Lines(matrix, sideBySide);
      sources.add(lines);
      count += lines.count();
      length = Math.max(length, lines.length());
    }
    if (count * length > Matrix.MAX_ELEMENTS) {
      return ErrorValue.NUM;
    }
    var starts = new Lines[(int) count];
    var places = new int[(int) count];
    int at = 0;
    for (Lines lines : sources) {
      for (int line = 0; line < lines.count(); line++, at++) {
        starts[at] = lines;
        places[at] = line;
      }
    }
    return sideBySide
        ? a.array(length, starts.length, (row, column) -> at(starts[column], places[column], row))
        : a.array(starts.length, length, (row, column) -> at(starts[row], places[row], column));
  }

  /// The functions among the arguments, as `GROUPBY` takes several.
  private static List<FunctionValue> functions(Arguments a) {
    var functions = new ArrayList<FunctionValue>();
    for (int place = 0; place < a.count(); place++) {
      if (a.value(place) instanceof FunctionValue function) {
        functions.add(function);
      }
    }
    return functions;
  }

  private static Scalar at(Lines lines, int line, int place) {
    return place < lines.length() ? lines.at(line, place) : ErrorValue.NA;
  }

  /// A reference to several sheets counts as an array for each.
  private static List<Matrix> matrices(Arguments a) {
    var matrices = new ArrayList<Matrix>();
    for (int place = 0; place < a.count(); place++) {
      if (a.value(place) instanceof ReferenceValue reference) {
        for (ReferenceValue.Part part : reference.parts()) {
          Value single = ReferenceValue.of(part.sheet(), part.area());
          matrices.add(Matrix.of(single, a.workspace()));
        }
      } else {
        matrices.add(a.matrix(place));
      }
    }
    return matrices;
  }

  private static Value flat(Arguments a, boolean asRow) {
    double ignore = (int) a.number(1, 0);
    if (ignore < 0 || ignore > (BLANKS | ERRORS)) {
      return ErrorValue.VALUE;
    }
    Lines lines = new Lines(a.matrix(0), a.logical(2, false));
    boolean keepsBlanks = ((int) ignore & BLANKS) == 0;
    // Nothing behind the used cells is kept when blanks are not.
    int count = keepsBlanks ? lines.count() : lines.usedCount();
    int length = keepsBlanks ? lines.length() : lines.usedLength();
    if ((long) count * length > (keepsBlanks ? Matrix.MAX_ELEMENTS : FilterFunctions.MOST_READ)) {
      return ErrorValue.NUM;
    }
    var kept = new ArrayList<Scalar>();
    for (int line = 0; line < count; line++) {
      for (int place = 0; place < length; place++) {
        Scalar value = lines.at(line, place);
        if (keeps((int) ignore, value)) {
          kept.add(value);
        }
      }
    }
    return asRow
        ? a.array(1, kept.size(), (_, column) -> kept.get(column))
        : a.array(kept.size(), 1, (row, _) -> kept.get(row));
  }

  private static boolean keeps(int ignore, Scalar value) {
    boolean ignored =
        (ignore & BLANKS) != 0 && value == BlankValue.BLANK
            || (ignore & ERRORS) != 0 && value instanceof ErrorValue;
    return !ignored;
  }

  /// Lines of so many elements; a vector that needs only one is not filled up.
  private static Value wrapped(Arguments a, boolean inColumns) {
    Matrix vector = a.matrix(0);
    if (!vector.isVector()) {
      return ErrorValue.VALUE;
    }
    if (a.number(1) < 1) {
      return ErrorValue.NUM;
    }
    int size = (int) vector.size();
    int length = (int) Math.min(a.number(1), size);
    int lines = (size + length - 1) / length;
    Scalar padding = a.has(2) ? a.scalar(2) : ErrorValue.NA;
    return inColumns
        ? a.array(length, lines, (row, column) -> at(vector, column * length + row, padding))
        : a.array(lines, length, (row, column) -> at(vector, row * length + column, padding));
  }

  private static Scalar at(Matrix vector, int place, Scalar padding) {
    return place < vector.size() ? vector.at(place) : padding;
  }
}
