package dev.quire.engine.function.math;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.item;
import static dev.quire.engine.function.Parameters.range;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Selective;
import dev.quire.engine.formula.Shortcut;
import dev.quire.engine.function.Conditional;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// Functions that add up, average or compare the cells that meet criteria.
public final class ConditionalSums {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("SUMIF", a -> overOne(a, Tally::sum))
              .takes(range("range"), item("criteria"), range("sum_range").optional())
              .quick(new Shortcut.Choosing(Choice.ONE)),
          function("AVERAGEIF", a -> overOne(a, Tally::average))
              .takes(range("range"), item("criteria"), range("average_range").optional())
              .quick(new Shortcut.Choosing(Choice.ONE)),
          function("SUMIFS", a -> overMany(a, Tally::sum))
              .takes(
                  range("sum_range"),
                  range("criteria_range").repeating(),
                  item("criteria").repeating())
              .quick(new Shortcut.Choosing(Choice.MANY)),
          function("AVERAGEIFS", a -> overMany(a, Tally::average))
              .takes(
                  range("average_range"),
                  range("criteria_range").repeating(),
                  item("criteria").repeating())
              .quick(new Shortcut.Choosing(Choice.MANY)),
          function("MINIFS", a -> overMany(a, Tally::least))
              .takes(
                  range("min_range"),
                  range("criteria_range").repeating(),
                  item("criteria").repeating())
              .quick(new Shortcut.Choosing(Choice.MANY))
              .since(2019),
          function("MAXIFS", a -> overMany(a, Tally::greatest))
              .takes(
                  range("max_range"),
                  range("criteria_range").repeating(),
                  item("criteria").repeating())
              .quick(new Shortcut.Choosing(Choice.MANY))
              .since(2019));

  private ConditionalSums() {}

  @FunctionalInterface
  private interface Question {
    Value of(Tally tally);
  }

  /// `SUMIF`: the range to add up starts where it says and is as large as the range tested.
  private static Value overOne(Arguments a, Question question) {
    Part tested = a.range(0);
    Part target = a.count() > 2 ? resized(a.range(2), tested.area()) : tested;
    Conditional conditional = Conditional.of(a, 0, 2);
    return conditional.isEven() ? answer(conditional, target, question) : ErrorValue.VALUE;
  }

  private static Part resized(Part start, Area like) {
    Area area = start.area();
    return new Part(
        start.sheet(),
        new Area(
            area.firstRow(),
            area.firstColumn(),
            Math.min(area.firstRow() + like.rows(), Grid.ROWS) - 1,
            Math.min(area.firstColumn() + like.columns(), Grid.COLUMNS) - 1));
  }

  private static Value overMany(Arguments a, Question question) {
    Conditional conditional = Conditional.of(a, 1, a.count());
    boolean paired = a.count() % 2 == 1;
    return paired && conditional.fits(a.range(0).area())
        ? answer(conditional, a.range(0), question)
        : ErrorValue.VALUE;
  }

  private static Value answer(Conditional conditional, Part target, Question question) {
    var tally = new Tally();
    @Nullable ErrorValue error = conditional.each(target, tally);
    return error == null ? question.of(tally) : error;
  }

  /// Which cells the functions of one or of many criteria choose.
  private enum Choice implements Selective {
    ONE {
      @Override
      public int source(int count) {
        return count > 2 ? 2 : -1;
      }

      @Override
      public boolean isResized() {
        return true;
      }

      @Override
      public boolean chooses(Arguments a, List<Part> cells) {
        return Conditional.picks(a, 0, 2, resized(a.range(2), a.range(0).area()), cells);
      }
    },
    MANY {
      @Override
      public int source(int count) {
        return 0;
      }

      @Override
      public boolean isResized() {
        return false;
      }

      @Override
      public boolean chooses(Arguments a, List<Part> cells) {
        return Conditional.picks(a, 1, a.count(), a.range(0), cells);
      }
    }
  }

  /// What is known of the numbers so far.
  private static final class Tally implements DoubleConsumer {
    private double sum;
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;

    @Override
    public void accept(double number) {
      sum += number;
      count++;
      least = Math.min(least, number);
      greatest = Math.max(greatest, number);
    }

    Value sum() {
      return NumberValue.of(sum);
    }

    Value average() {
      return count == 0 ? ErrorValue.DIV0 : NumberValue.of(sum / count);
    }

    Value least() {
      return count == 0 ? NumberValue.ZERO : NumberValue.of(least);
    }

    Value greatest() {
      return count == 0 ? NumberValue.ZERO : NumberValue.of(greatest);
    }
  }
}
