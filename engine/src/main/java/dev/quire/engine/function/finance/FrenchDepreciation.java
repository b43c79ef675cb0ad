package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.date.Basis;
import dev.quire.engine.function.date.Serial;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.time.Year;
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
    double begun = begun(days, bought, first);
    return declining
        ? declining(cost, salvage, rate, begun, period)
        : NumberValue.of(evenly(cost, salvage, rate, begun, period));
  }

  /// The part of a year before the first period ends; actual days are parts of the year of the
  /// purchase, and a purchase on 29 February is one on the 28th (both O).
  private static double begun(BondDays days, double bought, double first) {
    if (days.hasEvenMonths()) {
      return days.years(bought, first);
    }
    Serial day = Serial.day(bought, days.date1904());
    double passed = first - bought + (day.month() == 2 && day.day() == 29 ? 1 : 0);
    boolean leap = days.basis() == Basis.ACTUAL_ACTUAL && Year.isLeap(day.year());
    return passed / (leap ? 366 : 365);
  }

  private static double evenly(
      double cost, double salvage, double rate, double begun, double period) {
    double each = cost * rate;
    double first = first(cost, rate, begun, cost - salvage);
    double before = period == 0 ? 0 : first + each * (period - 1);
    double now = period == 0 ? first : each;
    return Math.max(0, Math.min(now, cost - salvage - before));
  }

  /// What period 0 takes: as much as the part of it that was left, all of it when no day was, and
  /// never more than there is to lose (all observed).
  private static double first(double cost, double rate, double begun, double most) {
    return Math.min(cost * rate * (begun == 0 ? 1 : begun), most);
  }

  /// Amounts are shown whole; what period 0 leaves is whole too, while later amounts leave
  /// fractions. The last but one period of the asset's life takes half of what is left, the last
  /// one the rest; below the salvage nothing is taken, nor ever when there is nothing to lose. The
  /// life is a period longer when it begins within one. One of two periods has no last but one
  /// after period 0, and none takes the rest (all observed).
  private static Value declining(
      double cost, double salvage, double rate, double begun, double period) {
    double life = 1 / rate;
    double periods = Math.ceil(life);
    if (life <= 2) {
      return ErrorValue.NUM;
    }
    if (period > periods || salvage == cost) {
      return NumberValue.of(0);
    }
    if (period > MAX_PERIODS) {
      return ErrorValue.NUM;
    }
    double faster = rate * coefficient(life);
    double halving = periods - (begun == 0 ? 3 : 2);
    double left = cost;
    double loss = whole(first(cost, faster, begun, cost - salvage));
    for (double n = 1; n <= period; n++) {
      left -= loss;
      double share = n == halving ? 0.5 : halving > 0 && n > halving ? 1 : faster;
      loss = left < salvage ? 0 : left * share;
    }
    return NumberValue.of(whole(loss));
  }

  private static double whole(double amount) {
    return Math.floor(amount + 0.5);
  }

  private static double coefficient(double life) {
    return life <= 4 ? 1.5 : life <= 6 ? 2 : 2.5;
  }
}
