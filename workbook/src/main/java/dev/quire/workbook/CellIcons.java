package dev.quire.workbook;

import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The icons that conditional formatting puts into the cells of an area. Only numbers get one; a
/// rule with an error among its cells puts none into any of them (D: "If one or more cells in the
/// range contain a formula that returns an error, the conditional formatting is not applied to the
/// entire range").
final class CellIcons {
  private static final long MOST_CELLS = 5_000_000;

  private final Workbook book;
  private final int sheet;
  private final List<Scale> scales;

  /// A rule with its thresholds as numbers.
  ///
  /// @param isBroken whether an error keeps it from showing anything
  private record Scale(
      ConditionalRule rule,
      List<Optional<Icon>> icons,
      List<ConditionalRule.Threshold> thresholds,
      double[] starts,
      boolean isBroken) {
    Optional<Icon> of(double number) {
      int at = 0;
      for (int next = 1; next < starts.length; next++) {
        boolean reached =
            thresholds.get(next).inclusive() ? number >= starts[next] : number > starts[next];
        at = reached ? next : at;
      }
      return icons.get(at);
    }
  }

  private CellIcons(Workbook book, int sheet, List<Scale> scales) {
    this.book = book;
    this.sheet = sheet;
    this.scales = scales;
  }

  /// The icons of an area.
  ///
  /// @throws WorkbookFault.Conflict when they cannot be worked out
  static CellIcons of(Workbook book, int sheet, Area area) {
    List<ConditionalRule> rules =
        book.worksheet(sheet).stream()
            .flatMap(each -> each.regions().conditions().stream())
            .filter(each -> each.isAbout(area))
            .sorted(Comparator.comparingInt(ConditionalRule::priority))
            .toList();
    var unknown = new CellIcons(book, sheet, List.of());
    var scales = new ArrayList<Scale>();
    boolean stopped = false;
    for (ConditionalRule rule : rules) {
      if (rule.effect() instanceof ConditionalRule.Effect.Icons(var icons, var thresholds)) {
        if (stopped) {
          throw unknown.refusal(area, "a rule that stops others comes before them");
        }
        scales.add(unknown.scale(rule, icons, thresholds));
      }
      stopped |= rule.stops();
    }
    return new CellIcons(book, sheet, scales);
  }

  /// The icon of a cell; empty when it has none.
  Optional<Icon> at(int row, int column) {
    for (Scale each : scales) {
      if (!each.isBroken()
          && each.rule().isAbout(row, column)
          && book.value(sheet, row, column) instanceof NumberValue(double number)) {
        return each.of(number);
      }
    }
    return Optional.empty();
  }

  private WorkbookFault.Conflict refusal(Area area, String why) {
    return new WorkbookFault.Conflict(
        "The icons of %s cannot be worked out: %s."
            .formatted(book.addressOf(sheet, A1.print(area)), why));
  }

  private Scale scale(
      ConditionalRule rule,
      List<Optional<Icon>> icons,
      List<ConditionalRule.Threshold> thresholds) {
    Numbers numbers = numbers(rule);
    var starts = new double[thresholds.size()];
    for (int at = 1; at < starts.length && !numbers.isBroken(); at++) {
      starts[at] = start(rule, thresholds.get(at), numbers.sorted());
    }
    return new Scale(rule, icons, thresholds, starts, numbers.isBroken());
  }

  private record Numbers(double[] sorted, boolean isBroken) {}

  private Numbers numbers(ConditionalRule rule) {
    var found = new ArrayList<Double>();
    long cells = 0;
    for (Area area : rule.areas()) {
      Area used = book.usedPart(sheet, area, true);
      cells += used.cells();
      if (cells > MOST_CELLS) {
        throw new WorkbookFault.TooLarge(
            "A conditional format covers more than %,d cells with values.".formatted(MOST_CELLS));
      }
      for (int row = used.firstRow(); row <= used.lastRow(); row++) {
        for (int column = used.firstColumn(); column <= used.lastColumn(); column++) {
          Scalar value = book.value(sheet, row, column);
          if (value instanceof ErrorValue) {
            return new Numbers(new double[0], true);
          }
          if (value instanceof NumberValue(double number)) {
            found.add(number);
          }
        }
      }
    }
    double[] sorted = found.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Numbers(sorted, false);
  }

  private double start(ConditionalRule rule, ConditionalRule.Threshold threshold, double[] sorted) {
    if (sorted.length == 0) {
      return 0;
    }
    double least = sorted[0];
    double greatest = sorted[sorted.length - 1];
    return switch (threshold.kind()) {
      case NUMBER, FORMULA -> amount(rule, threshold);
      case PERCENT -> least + (greatest - least) * amount(rule, threshold) / 100;
      case PERCENTILE -> percentile(sorted, Math.clamp(amount(rule, threshold), 0, 100) / 100);
      case LEAST -> least;
      case GREATEST -> greatest;
    };
  }

  /// As PERCENTILE.INC has it.
  private static double percentile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    return below + 1 >= sorted.length
        ? sorted[below]
        : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
  }

  private double amount(ConditionalRule rule, ConditionalRule.Threshold threshold) {
    Area area = rule.areas().getFirst();
    Template formula =
        threshold.amount().orElseThrow(() -> refusal(area, "a threshold is no formula"));
    Value value = book.evaluate(formula, sheet);
    if (value instanceof ReferenceValue reference && reference.isSingle()) {
      Area cell = reference.first().area();
      value = book.value(reference.first().sheet(), cell.firstRow(), cell.firstColumn());
    }
    if (value instanceof NumberValue(double number)) {
      return number;
    }
    throw refusal(area, "a threshold is no number");
  }
}
