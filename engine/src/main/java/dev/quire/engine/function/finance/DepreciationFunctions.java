package dev.quire.engine.function.finance;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.logical;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Parameter;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import java.util.List;

/// What an asset loses in worth over its life.
public final class DepreciationFunctions {
  private static final int MONTHS = 12;
  private static final double DOUBLE = 2;

  private static final Parameter COST = number("cost");
  private static final Parameter SALVAGE = number("salvage");
  private static final Parameter LIFE = number("life");

  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SLN", DepreciationFunctions::straight).takes(COST, SALVAGE, LIFE),
          function("SYD", DepreciationFunctions::sumOfYears)
              .takes(COST, SALVAGE, LIFE, number("per")),
          function("DB", DepreciationFunctions::fixedDeclining)
              .takes(COST, SALVAGE, LIFE, number("period"), number("month").optional()),
          function("DDB", DepreciationFunctions::doubleDeclining)
              .takes(COST, SALVAGE, LIFE, number("period"), number("factor").optional()),
          function("VDB", DepreciationFunctions::variableDeclining)
              .takes(
                  COST,
                  SALVAGE,
                  LIFE,
                  number("start_period"),
                  number("end_period"),
                  number("factor").optional(),
                  logical("no_switch").optional()));

  private DepreciationFunctions() {}

  private static Value straight(Arguments a) {
    return a.number(2) == 0
        ? ErrorValue.DIV0
        : NumberValue.of((a.number(0) - a.number(1)) / a.number(2));
  }

  private static Value sumOfYears(Arguments a) {
    double life = a.number(2);
    double period = a.number(3);
    return life <= 0 || period <= 0 || period > life
        ? ErrorValue.NUM
        : NumberValue.of(
            (a.number(0) - a.number(1)) * (life - period + 1) * 2 / (life * (life + 1)));
  }

  /// The rate has three decimals; the first and the last year may be parts of a year.
  private static Value fixedDeclining(Arguments a) {
    double cost = a.number(0);
    double salvage = a.number(1);
    double life = a.number(2);
    // A part of the first year is that year (observed).
    double period = a.number(3) > 0 && a.number(3) < 1 ? 1 : Math.floor(a.number(3));
    double months = Math.floor(a.number(4, MONTHS));
    boolean beyond = period > (months == MONTHS ? life : life + 1);
    if (cost < 0 || salvage < 0 || life <= 0 || period < 1 || beyond) {
      return ErrorValue.NUM;
    }
    if (months < 1 || months > MONTHS) {
      return ErrorValue.NUM;
    }
    if (cost == 0) {
      return NumberValue.ZERO;
    }
    double rate = Math.rint((1 - Math.pow(salvage / cost, 1 / life)) * 1_000) / 1_000;
    double first = cost * rate * months / MONTHS;
    if (period == 1) {
      return NumberValue.of(first);
    }
    double left = (cost - first) * Math.pow(1 - rate, period - 2);
    double share = period > life ? (MONTHS - months) / MONTHS : 1;
    return NumberValue.of(left * rate * share);
  }

  private static Value doubleDeclining(Arguments a) {
    var asset = asset(a, a.number(4, DOUBLE));
    double period = a.number(3);
    return !asset.isSound() || asset.factor() <= 0 || period <= 0 || period > asset.life()
        ? ErrorValue.NUM
        : NumberValue.of(asset.declined(period));
  }

  private static Value variableDeclining(Arguments a) {
    var asset = asset(a, a.number(5, DOUBLE));
    double start = a.number(3);
    double end = a.number(4);
    a.spend((long) Math.abs(end));
    boolean within = start >= 0 && start <= end && end <= asset.life();
    // Excel divides by the life that there is not (ONLYOFFICE sdkjs).
    if (within && asset.life() == 0) {
      return ErrorValue.DIV0;
    }
    return !within || !asset.isSound() || asset.factor() < 0 || end > DecliningAsset.MAX_LIFE
        ? ErrorValue.NUM
        : NumberValue.of(asset.lost(start, end, !a.logical(6, false)));
  }

  private static DecliningAsset asset(Arguments a, double factor) {
    return new DecliningAsset(a.number(0), a.number(1), a.number(2), factor);
  }
}
