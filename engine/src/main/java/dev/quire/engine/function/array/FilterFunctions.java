package dev.quire.engine.function.array;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.logical;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Conversions;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.IntStream;

/// Functions that keep some rows or columns of an array.
public final class FilterFunctions {
  /// Most elements that are looked at; more is `#NUM!`.
  static final long MOST_READ = 1L << 24;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("FILTER", FilterFunctions::filter)
              .since(2021)
              .yieldsArray()
              .takes(array("array"), array("include"), any("if_empty").optional()),
          function("UNIQUE", FilterFunctions::unique)
              .since(2021)
              .yieldsArray()
              .takes(
                  array("array"),
                  logical("by_col").optional(),
                  logical("exactly_once").optional()));

  private FilterFunctions() {}

  private static Value filter(Arguments a) {
    Matrix array = a.matrix(0);
    Matrix include = a.matrix(1);
    if (include.columns() == 1 && include.rows() == array.rows()) {
      return filter(a, Lines.rows(array), include);
    }
    return include.rows() == 1 && include.columns() == array.columns()
        ? filter(a, Lines.columns(array), include)
        : ErrorValue.VALUE;
  }

  private static Value filter(Arguments a, Lines lines, Matrix include) {
    var kept = IntStream.builder();
    int count = 0;
    for (int line = 0; line < lines.count(); line++) {
      Scalar keeps = Conversions.logical(include.at(line));
      if (keeps instanceof ErrorValue) {
        return keeps;
      }
      if (keeps == LogicalValue.TRUE) {
        kept.add(line);
        count++;
      }
    }
    return count == 0 && a.has(2) ? a.value(2) : lines.picked(a, kept.build().toArray());
  }

  private static Value unique(Arguments a) {
    Lines lines = new Lines(a.matrix(0), a.logical(1, false));
    // All lines behind the used ones are blank: two of them tell whether that comes once.
    int count = (int) Math.min(lines.count(), lines.usedCount() + 2L);
    int length = lines.usedLength();
    if ((long) count * length > MOST_READ) {
      return ErrorValue.NUM;
    }
    return lines.picked(a, EqualLines.of(a, lines, count, length).firsts(a.logical(2, false)));
  }
}
