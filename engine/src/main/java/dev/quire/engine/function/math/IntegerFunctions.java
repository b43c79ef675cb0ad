package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Divisors, factorials and ways to choose. Fractions are cut off.
public final class IntegerFunctions {
  /// Whole numbers are exact up to here.
  private static final double MAX_EXACT = 0x1p53;

  static final int MAX_FACTORIAL = 170;

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("GCD", a -> plain(a, IntegerFunctions::gcd)).takes(any("number").repeating()),
          function("LCM", a -> plain(a, IntegerFunctions::lcm)).takes(any("number").repeating()),
          function("FACT", a -> factorial(a.number(0), 1)).takes(number("number")),
          function("FACTDOUBLE", a -> factorial(a.number(0), 2)).takes(plainNumber("number")),
          function("COMBIN", a -> combinations(a.number(0), a.number(1)))
              .takes(number("number"), number("number_chosen")),
          function("COMBINA", IntegerFunctions::combinationsWithRepetition)
              .takes(number("number"), number("number_chosen")),
          function("PERMUT", IntegerFunctions::permutations)
              .takes(number("number"), number("number_chosen")));

  private IntegerFunctions() {}

  private static Scalar gcd(double[] numbers) {
    double gcd = 0;
    for (double number : numbers) {
      if (number < 0 || number >= MAX_EXACT) {
        return ErrorValue.NUM;
      }
      gcd = gcd(gcd, Math.floor(number));
    }
    return new NumberValue(gcd);
  }

  /// What is written directly must not be a logical, and an empty argument does not count
  /// (observed).
  private static Scalar plain(Arguments a, Numbers.Calculation calculation) {
    boolean hasLogical =
        IntStream.range(0, a.count()).anyMatch(place -> a.value(place) instanceof LogicalValue);
    if (hasLogical) {
      return ErrorValue.VALUE;
    }
    var numbers = DoubleStream.builder();
    for (int place = 0; place < a.count(); place++) {
      ErrorValue error = a.has(place) ? Numbers.each(a, place, place + 1, numbers::add) : null;
      if (error != null) {
        return error;
      }
    }
    return calculation.of(numbers.build().toArray());
  }

  private static double gcd(double a, double b) {
    double x = a;
    double y = b;
    while (y != 0) {
      double rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }

  private static Scalar lcm(double[] numbers) {
    double lcm = 1;
    for (double number : numbers) {
      double whole = Math.floor(number);
      if (number < 0 || lcm >= MAX_EXACT) {
        return ErrorValue.NUM;
      }
      lcm = whole == 0 ? 0 : lcm == 0 ? 0 : lcm / gcd(lcm, whole) * whole;
    }
    return lcm >= MAX_EXACT ? ErrorValue.NUM : new NumberValue(lcm);
  }

  private static Value factorial(double number, int step) {
    double whole = Math.floor(number);
    if (number < (step == 2 ? -1 : 0) || whole > MAX_FACTORIAL * step) {
      return ErrorValue.NUM;
    }
    double product = 1;
    for (double factor = whole; factor > 1; factor -= step) {
      product *= factor;
    }
    return NumberValue.of(product);
  }

  static Scalar combinations(double number, double chosen) {
    double n = Math.floor(number);
    double k = Math.floor(chosen);
    if (n < 0 || k < 0 || k > n || n >= Integer.MAX_VALUE) {
      return ErrorValue.NUM;
    }
    double few = Math.min(k, n - k);
    double result = 1;
    for (double i = 1; i <= few && Double.isFinite(result); i++) {
      result = result * (n - few + i) / i;
    }
    return NumberValue.of(Math.abs(result) < MAX_EXACT ? Math.rint(result) : result);
  }

  private static Value combinationsWithRepetition(Arguments a) {
    double n = Math.floor(a.number(0));
    double k = Math.floor(a.number(1));
    if (n == 0 && k == 0) {
      return NumberValue.ONE;
    }
    return n < 0 || k < 0 || n == 0 ? ErrorValue.NUM : combinations(n + k - 1, k);
  }

  private static Value permutations(Arguments a) {
    double n = Math.floor(a.number(0));
    double k = Math.floor(a.number(1));
    if (n < 0 || k < 0 || k > n) {
      return ErrorValue.NUM;
    }
    double result = 1;
    for (double i = 0; i < k && Double.isFinite(result); i++) {
      result *= n - i;
    }
    return NumberValue.of(result);
  }
}
