package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.WholeNumber;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.math.RoundingMode;
import java.util.List;

/// Functions that round to decimals or to multiples.
public final class RoundingFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("ROUND", a -> NumberValue.of(round(a.number(0), a.number(1))))
              .takes(number("number"), number("num_digits"))
              .quick(RoundingFunctions::round),
          function("ROUNDUP", a -> rounded(a, RoundingMode.UP))
              .takes(number("number"), number("num_digits")),
          function("ROUNDDOWN", a -> rounded(a, RoundingMode.DOWN))
              .takes(number("number"), number("num_digits")),
          function("TRUNC", a -> rounded(a, RoundingMode.DOWN))
              .takes(number("number"), number("num_digits").optional()),
          function("INT", a -> NumberValue.of(Math.floor(a.number(0))))
              .takes(number("number"))
              .quick((number, _) -> Math.floor(number)),
          function("EVEN", a -> NumberValue.of(awayToEven(a.number(0)))).takes(number("number")),
          function("ODD", a -> NumberValue.of(awayToOdd(a.number(0)))).takes(number("number")),
          function("MROUND", RoundingFunctions::mround)
              .takes(plainNumber("number"), plainNumber("multiple")),
          function("CEILING", RoundingFunctions::ceiling)
              .takes(number("number"), number("significance")),
          function("FLOOR", RoundingFunctions::floor)
              .takes(number("number"), number("significance")),
          function("CEILING.MATH", RoundingFunctions::ceilingMath)
              .takes(
                  number("number"), number("significance").optional(), number("mode").optional()),
          function("FLOOR.MATH", RoundingFunctions::floorMath)
              .takes(
                  number("number"), number("significance").optional(), number("mode").optional()),
          function("CEILING.PRECISE", RoundingFunctions::ceilingPrecise)
              .takes(number("number"), number("significance").optional()),
          function("ISO.CEILING", RoundingFunctions::ceilingPrecise)
              .takes(number("number"), number("significance").optional()),
          function("ECMA.CEILING", RoundingFunctions::ceilingPrecise)
              .takes(number("number"), number("significance")),
          function("FLOOR.PRECISE", RoundingFunctions::floorPrecise)
              .takes(number("number"), number("significance").optional()));

  private RoundingFunctions() {}

  private static double round(double number, double digits) {
    return Rounding.round(number, (int) WholeNumber.towardsZero(digits), RoundingMode.HALF_UP);
  }

  private static Value rounded(Arguments a, RoundingMode mode) {
    return NumberValue.of(Rounding.round(a.number(0), (int) a.number(1, 0), mode));
  }

  private static double awayToEven(double number) {
    return Math.signum(number) * 2 * Math.ceil(Math.abs(number) / 2);
  }

  private static double awayToOdd(double number) {
    double size = 2 * Math.ceil((Math.abs(number) + 1) / 2) - 1;
    return number < 0 ? -size : size;
  }

  /// Which way a half goes is decided by the quotient as it is, whose last digits may lie: 6.05 to
  /// tenths is 6, 7.05 is 7.1 (Microsoft's page, D).
  private static Value mround(Arguments a) {
    double number = a.number(0);
    double multiple = a.number(1);
    if (number == 0 || multiple == 0) {
      return NumberValue.ZERO;
    }
    return number * multiple < 0
        ? ErrorValue.NUM
        : NumberValue.of(Math.floor(number / multiple + 0.5) * multiple);
  }

  /// A negative significance with a positive number is refused.
  private static Value ceiling(Arguments a) {
    double number = a.number(0);
    double significance = a.number(1);
    if (number == 0 || significance == 0) {
      return NumberValue.ZERO;
    }
    return number > 0 && significance < 0
        ? ErrorValue.NUM
        : NumberValue.of(Multiples.up(number / significance) * significance);
  }

  private static Value floor(Arguments a) {
    double number = a.number(0);
    double significance = a.number(1);
    if (number == 0) {
      return NumberValue.ZERO;
    }
    if (significance == 0) {
      return ErrorValue.DIV0;
    }
    return number > 0 && significance < 0
        ? ErrorValue.NUM
        : NumberValue.of(Multiples.down(number / significance) * significance);
  }

  /// Towards positive infinity, unless a mode asks for away from 0.
  private static Value ceilingMath(Arguments a) {
    double step = Math.abs(a.has(1) ? a.number(1) : 1);
    boolean away = a.number(0) < 0 && a.number(2, 0) != 0;
    return NumberValue.of(
        away ? Multiples.down(a.number(0), step) : Multiples.up(a.number(0), step));
  }

  /// Towards negative infinity, unless a mode asks for towards 0.
  private static Value floorMath(Arguments a) {
    double step = Math.abs(a.has(1) ? a.number(1) : 1);
    boolean towards = a.number(0) < 0 && a.number(2, 0) != 0;
    return NumberValue.of(
        towards ? Multiples.up(a.number(0), step) : Multiples.down(a.number(0), step));
  }

  private static Value ceilingPrecise(Arguments a) {
    return NumberValue.of(Multiples.up(a.number(0), Math.abs(a.has(1) ? a.number(1) : 1)));
  }

  private static Value floorPrecise(Arguments a) {
    return NumberValue.of(Multiples.down(a.number(0), Math.abs(a.has(1) ? a.number(1) : 1)));
  }
}
