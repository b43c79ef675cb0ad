package dev.quire.engine.function.logical;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.lazy;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.scalar;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Conversions;
import dev.quire.engine.formula.Ordering;
import dev.quire.engine.formula.Shortcut;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;

/// Functions that decide.
public final class LogicalFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("TRUE", _ -> LogicalValue.TRUE),
          function("FALSE", _ -> LogicalValue.FALSE),
          function("NOT", LogicalFunctions::not).takes(logical("logical")),
          function("AND", LogicalFunctions::and).takes(any("logical").repeating()),
          function("OR", LogicalFunctions::or).takes(any("logical").repeating()),
          function("XOR", LogicalFunctions::xor).since(2013).takes(any("logical").repeating()),
          function("IF", LogicalFunctions::choice)
              .handsOn()
              .takes(
                  logical("logical_test"), lazy("value_if_true"), lazy("value_if_false").optional())
              .quick(Shortcut.Choice.IF),
          function("IFERROR", LogicalFunctions::ifError)
              .handsOn()
              .takes(item("value"), item("value_if_error"))
              .quick(Shortcut.Choice.IFERROR),
          function("IFNA", LogicalFunctions::ifNa)
              .since(2013)
              .handsOn()
              .takes(item("value"), item("value_if_na")),
          function("IFS", LogicalFunctions::ifs)
              .since(2019)
              .handsOn()
              .takes(lazy("logical_test").repeating(), lazy("value_if_true").repeating()),
          function("SWITCH", LogicalFunctions::branch)
              .since(2019)
              .handsOn()
              .takes(scalar("expression"), lazy("value").repeating(), lazy("result").repeating()));

  private LogicalFunctions() {}

  private static Value not(Arguments a) {
    return LogicalValue.of(!a.logical(0));
  }

  /// Other than for the rest, whose results of today's Excel agree, those for a number written as a
  /// text differ between files: the older answer is kept.
  private static Value and(Arguments a) {
    return Truths.of(a, false).reduce(truths -> truths.falses() == 0);
  }

  private static Value or(Arguments a) {
    return Truths.of(a, true).reduce(truths -> truths.trues() > 0);
  }

  private static Value xor(Arguments a) {
    return Truths.of(a, true).reduce(truths -> truths.trues() % 2 == 1);
  }

  private static Value choice(Arguments a) {
    if (a.logical(0)) {
      return a.value(1);
    }
    return a.count() > 2 ? a.value(2) : LogicalValue.FALSE;
  }

  private static Value ifError(Arguments a) {
    return a.scalar(0) instanceof ErrorValue ? a.scalar(1) : a.scalar(0);
  }

  private static Value ifNa(Arguments a) {
    return a.scalar(0) == ErrorValue.NA ? a.scalar(1) : a.scalar(0);
  }

  private static Value ifs(Arguments a) {
    if (a.count() % 2 != 0) {
      return ErrorValue.VALUE;
    }
    for (int place = 0; place < a.count(); place += 2) {
      Scalar test = toLogical(a.topLeft(a.value(place)));
      if (test instanceof ErrorValue) {
        return test;
      }
      if (test == LogicalValue.TRUE) {
        return a.value(place + 1);
      }
    }
    return ErrorValue.NA;
  }

  private static Scalar toLogical(Scalar scalar) {
    return Conversions.logical(scalar);
  }

  private static Value branch(Arguments a) {
    int place = 1;
    for (; place + 1 < a.count(); place += 2) {
      Scalar candidate = a.topLeft(a.value(place));
      if (candidate instanceof ErrorValue) {
        return candidate;
      }
      if (Ordering.compare(a.scalar(0), candidate) == 0) {
        return a.value(place + 1);
      }
    }
    return place < a.count() ? a.value(place) : ErrorValue.NA;
  }
}
