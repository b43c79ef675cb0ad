package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.date.Basis;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;

/// Depreciation by the rules of French accounting, in which an asset bought within a period loses a
/// part in that period, which is number 0.
public final class FrenchDepreciation {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(spec("AMORLINC", false), spec("AMORDEGRC", true));

  /// Later periods would keep a server busy.
  private static final double MAX_PERIODS = 100_000;

  private FrenchDepreciation() {}

  private static FunctionSpec spec(String name, boolean declining) {
    return function(name, a -> depreciated(a, declining))
        .takes(
            plainNumber("cost"),
            plainNumber("date_purchased"),
            plainNumber("first_period"),
            plainNumber("salvage"),
            plainNumber("period"),
            plainNumber("rate"),
            plainNumber("basis").optional());
  }

  private static Value depreciated(Arguments a, boolean declining) {
    double cost = a.number(0);
    double bought = Math.floor(a.number(1));
    double first = Math.floor(a.number(2));
    double salvage = a.number(3);
    double period = Math.floor(a.number(4));
    double rate = a.number(5);
    Optional<Basis> basis = Basis.of(a.number(6, 0));
    boolean sound = cost > 0 && salvage >= 0 && salvage <= cost && rate > 0 && period >= 0;
    if (basis.isEmpty() || basis.get() == Basis.ACTUAL_360 || !sound || bought > first) {
      return ErrorValue.NUM;
    }
    var days = new BondDays(basis.get(), a.workspace().date1904());
    if (!days.holds(bought) || !days.holds(first)) {
      return ErrorValue.NUM;
    }
    double begun = days.years(bought, first);
    return declining
        ? declining(cost, salvage, rate, begun, period)
        : NumberValue.of(evenly(cost, salvage, rate, begun, period));
  }

  private static double evenly(
      double cost, double salvage, double rate, double begun, double period) {
    double each = cost * rate;
    double before = period == 0 ? 0 : each * begun + each * (period - 1);
    double now = period == 0 ? each * begun : each;
    return Math.max(0, Math.min(now, cost - salvage - before));
  }

  /// Amounts are whole. The last but one period of the asset's life takes half of what is left, the
  /// last one the rest (observed); from the salvage down nothing is taken.
  private static Value declining(
      double cost, double salvage, double rate, double begun, double period) {
    double life = 1 / rate;
    if (life < 3 || life > 4 && life < 5 || period > MAX_PERIODS) {
      return ErrorValue.NUM;
    }
    double faster = rate * coefficient(life);
    double periods = Math.ceil(life);
    double left = cost;
    double loss = whole(begun * faster * cost);
    for (double n = 1; n <= period && loss > 0; n++) {
      left -= loss;
      loss =
          left <= salvage || n >= periods
              ? 0
              : n == periods - 1 ? left : n == periods - 2 ? whole(left / 2) : whole(left * faster);
    }
    return NumberValue.of(loss);
  }

  private static double whole(double amount) {
    return Math.floor(amount + 0.5);
  }

  private static double coefficient(double life) {
    return life < 5 ? 1.5 : life <= 6 ? 2 : 2.5;
  }
}
