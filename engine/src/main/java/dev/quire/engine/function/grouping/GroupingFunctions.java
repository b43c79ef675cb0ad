package dev.quire.engine.function.grouping;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.array;
import static dev.quire.engine.function.Parameters.lambda;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Functions that summarize a table.
public final class GroupingFunctions {
  private static final int MOST_RELATIVE = 4;
  private static final int USUAL_DEPTH = 1;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("GROUPBY", GroupingFunctions::groupBy)
              .yieldsArray()
              .since(2024)
              .takes(
                  array("row_fields"),
                  array("values"),
                  lambda("function"),
                  number("field_headers").optional(),
                  number("total_depth").optional(),
                  any("sort_order").optional(),
                  any("filter_array").optional(),
                  number("field_relationship").optional()),
          function("PIVOTBY", GroupingFunctions::pivotBy)
              .yieldsArray()
              .since(2024)
              .takes(
                  array("row_fields").orEmpty(),
                  array("col_fields").orEmpty(),
                  array("values"),
                  lambda("function"),
                  number("field_headers").optional(),
                  number("row_total_depth").optional(),
                  any("row_sort_order").optional(),
                  number("col_total_depth").optional(),
                  any("col_sort_order").optional(),
                  any("filter_array").optional(),
                  number("relative_to").optional()),
          function("PERCENTOF", GroupingFunctions::percentOf)
              .since(2024)
              .takes(any("data_subset"), any("data_all")));

  private GroupingFunctions() {}

  private static Value percentOf(Arguments a) {
    Scalar part = total(a, 0);
    if (!(part instanceof NumberValue(double subset))) {
      return part;
    }
    Scalar all = total(a, 1);
    if (!(all instanceof NumberValue(double whole))) {
      return all;
    }
    return whole == 0 ? ErrorValue.DIV0 : NumberValue.of(subset / whole);
  }

  /// What one argument comes to. Any error in a list is `#NUM!`, one that is the argument stays
  /// (O).
  private static Scalar total(Arguments a, int place) {
    Scalar total = Numbers.of(a, place, place + 1).reduce(GroupingFunctions::sum);
    return total instanceof ErrorValue && !(a.operand(place) instanceof Scalar)
        ? ErrorValue.NUM
        : total;
  }

  private static Scalar sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return NumberValue.of(sum);
  }

  private static Value groupBy(Arguments a) {
    Matrix fields = a.matrix(0);
    Records.Reading reading = Records.of(a, List.of(fields), a.matrix(1), 3, 6);
    if (reading.fault() instanceof ErrorValue) {
      return reading.fault();
    }
    Summary summary = Summary.of(a, reading.records(), a.function(2));
    double relationship = a.number(7, 0);
    if (relationship != 0 && relationship != 1) {
      return ErrorValue.VALUE;
    }
    return axis(a, summary, fields, new Places(4, 5), relationship == 1)
        .map(axis -> new GroupTable(summary, axis).value())
        .orElse(ErrorValue.VALUE);
  }

  private static Value pivotBy(Arguments a) {
    Matrix rowFields = a.matrix(0);
    Matrix columnFields = a.matrix(1);
    Records.Reading reading = Records.of(a, List.of(rowFields, columnFields), a.matrix(2), 4, 9);
    if (reading.fault() instanceof ErrorValue) {
      return reading.fault();
    }
    Summary summary = Summary.of(a, reading.records(), a.function(3));
    int relativeTo = (int) a.number(10, 0);
    Optional<Axis> down = axis(a, summary, rowFields, new Places(5, 6), false);
    Optional<Axis> across = axis(a, summary, columnFields, new Places(7, 8), false);
    return relativeTo < 0 || relativeTo > MOST_RELATIVE || down.isEmpty() || across.isEmpty()
        ? ErrorValue.VALUE
        : new PivotTable(summary, down.get(), across.get(), relativeTo).value();
  }

  /// Where the arguments of an axis stand.
  private record Places(int totals, int order) {}

  /// Empty when an argument is none that makes sense. Without a depth there is the total of all
  /// only (O; the documentation promises subtotals as well).
  private static Optional<Axis> axis(
      Arguments a, Summary summary, Matrix fields, Places places, boolean isTable) {
    int most = isTable ? 1 : fields.columns();
    int depth = a.has(places.totals()) ? (int) a.number(places.totals()) : USUAL_DEPTH;
    Optional<List<Integer>> order =
        SortSpec.of(a, places.order(), fields.columns() + summary.width());
    return Math.abs(depth) > most
        ? Optional.empty()
        : order.map(by ->
            new Axis(
                fields, summary.records().rows(), Totals.of(depth, most), by, isTable, summary));
  }
}
