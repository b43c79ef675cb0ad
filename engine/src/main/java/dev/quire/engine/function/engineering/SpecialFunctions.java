package dev.quire.engine.function.engineering;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfc;

/// Bessel functions and the error function.
public final class SpecialFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          bessel("BESSELJ", (x, n) -> mirrored(x, n, BesselOrder.j(Math.abs(x), n))),
          bessel("BESSELI", (x, n) -> mirrored(x, n, BesselOrder.i(Math.abs(x), n))),
          bessel("BESSELY", (x, n) -> x > 0 ? BesselOrder.y(x, n) : Double.NaN),
          bessel("BESSELK", (x, n) -> x > 0 ? BesselOrder.k(x, n) : Double.NaN),
          function("ERF", SpecialFunctions::erf)
              .takes(plainNumber("lower_limit"), plainNumber("upper_limit").optional()),
          function("ERF.PRECISE", a -> new NumberValue(Erf.value(a.number(0))))
              .takes(plainNumber("x"))
              .since(2010),
          function("ERFC", a -> new NumberValue(Erfc.value(a.number(0)))).takes(plainNumber("x")),
          function("ERFC.PRECISE", a -> new NumberValue(Erfc.value(a.number(0))))
              .takes(plainNumber("x"))
              .since(2010));

  private SpecialFunctions() {}

  @FunctionalInterface
  private interface Bessel {
    double at(double x, int order);
  }

  private static FunctionSpec bessel(String name, Bessel bessel) {
    return function(name, a -> bessel(a, bessel)).takes(plainNumber("x"), plainNumber("n"));
  }

  private static Value bessel(Arguments a, Bessel bessel) {
    double order = Math.floor(a.number(1));
    a.spend((long) Math.abs(order));
    return order < 0 || order > BesselOrder.MAX_ORDER
        ? ErrorValue.NUM
        : NumberValue.of(bessel.at(a.number(0), (int) order));
  }

  /// Functions of odd order are odd, of even order even.
  private static double mirrored(double x, int order, double value) {
    return x < 0 && order % 2 == 1 ? -value : value;
  }

  private static Value erf(Arguments a) {
    return new NumberValue(
        a.has(1) ? ErfDifference.value(a.number(0), a.number(1)) : Erf.value(a.number(0)));
  }
}
