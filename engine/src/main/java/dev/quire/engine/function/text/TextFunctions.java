package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.WholeNumber;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.List;

/// Functions that measure, cut and join texts. Positions count UTF-16 units from 1, as in Excel.
public final class TextFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("LEN", a -> new NumberValue(a.text(0).length())).takes(text("text")),
          function("LEFT", TextFunctions::left).takes(text("text"), number("num_chars").optional()),
          function("RIGHT", TextFunctions::right)
              .takes(text("text"), number("num_chars").optional()),
          function("MID", TextFunctions::mid)
              .takes(text("text"), number("start_num"), number("num_chars")),
          function("REPT", TextFunctions::rept).takes(text("text"), number("number_times")),
          function("CONCATENATE", TextFunctions::concatenate).takes(text("text").repeating()),
          function("CONCAT", a -> joined(a, 0, List.of(""), false))
              .since(2019)
              .takes(any("text").repeating()),
          function("TEXTJOIN", TextFunctions::textJoin)
              .since(2019)
              .takes(any("delimiter"), logical("ignore_empty"), any("text").repeating()));

  private TextFunctions() {}

  static Value left(Arguments a) {
    String text = a.text(0);
    int chars = (int) WholeNumber.floor(a.number(1, 1));
    return chars < 0
        ? ErrorValue.VALUE
        : new TextValue(text.substring(0, Math.min(chars, text.length())));
  }

  static Value right(Arguments a) {
    String text = a.text(0);
    int chars = (int) WholeNumber.floor(a.number(1, 1));
    return chars < 0
        ? ErrorValue.VALUE
        : new TextValue(text.substring(text.length() - Math.min(chars, text.length())));
  }

  static Value mid(Arguments a) {
    String text = a.text(0);
    int start = (int) a.number(1);
    int chars = (int) a.number(2);
    if (start < 1 || chars < 0) {
      return ErrorValue.VALUE;
    }
    int from = Math.min(start - 1, text.length());
    return new TextValue(text.substring(from, from + Math.min(chars, text.length() - from)));
  }

  private static Value rept(Arguments a) {
    String text = a.text(0);
    int times = (int) a.number(1);
    return times < 0 || (long) text.length() * times > TextValue.MAX_LENGTH
        ? ErrorValue.VALUE
        : new TextValue(text.repeat(times));
  }

  private static Value concatenate(Arguments a) {
    var joined = new StringBuilder();
    for (int place = 0; place < a.count(); place++) {
      if (joined.length() < TextValue.MAX_LENGTH) {
        joined.append(a.text(place));
      }
    }
    return TextValue.cut(joined);
  }

  /// Delimiters from a range or array take turns (Microsoft's page, example 3, D).
  private static Value textJoin(Arguments a) {
    Matrix given = Matrix.of(a.value(0), a.workspace());
    var delimiters = new ArrayList<String>();
    for (int at = 0; at < given.size(); at++) {
      switch (a.toText(given.at(at))) {
        case TextValue(String word) -> delimiters.add(word);
        case Scalar error -> {
          return error;
        }
      }
    }
    return joined(a, 2, delimiters, a.logical(1));
  }

  private static Value joined(Arguments a, int from, List<String> delimiters, boolean ignoreEmpty) {
    var join = new Join(a, delimiters, ignoreEmpty);
    for (int place = from; place < a.count(); place++) {
      Value value = a.value(place);
      if (value instanceof ReferenceValue reference) {
        for (ReferenceValue.Part part : reference.parts()) {
          join.add(Matrix.of(ReferenceValue.of(part.sheet(), part.area()), a.workspace()));
        }
      } else {
        join.add(Matrix.of(value, a.workspace()));
      }
    }
    return join.result();
  }

  /// Joins elements row by row and stops at the first error or when the text is too long.
  private static final class Join {
    private final Arguments arguments;
    private final List<String> delimiters;
    private final boolean ignoreEmpty;
    private final StringBuilder text = new StringBuilder();
    private int joined;
    private Scalar outcome = TextValue.EMPTY;

    Join(Arguments arguments, List<String> delimiters, boolean ignoreEmpty) {
      this.arguments = arguments;
      this.delimiters = delimiters;
      this.ignoreEmpty = ignoreEmpty;
    }

    void add(Matrix matrix) {
      matrix.settle();
      boolean blanksMatter = !ignoreEmpty && !delimiters.equals(List.of(""));
      int rows = blanksMatter ? matrix.rows() : matrix.usedRows();
      int columns = blanksMatter ? matrix.columns() : matrix.usedColumns();
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          if (outcome instanceof ErrorValue) {
            return;
          }
          add(matrix.at(row, column));
        }
      }
    }

    private void add(Scalar value) {
      switch (arguments.toText(value)) {
        case TextValue(String word) when word.isEmpty() && ignoreEmpty -> {}
        case TextValue(String word) -> {
          text.append(joined == 0 ? "" : delimiters.get((joined - 1) % delimiters.size()))
              .append(word);
          joined++;
          if (text.length() > TextValue.MAX_LENGTH) {
            outcome = ErrorValue.CALC;
          }
        }
        case Scalar error -> outcome = error;
      }
    }

    Value result() {
      return outcome instanceof ErrorValue ? outcome : new TextValue(text.toString());
    }
  }
}
