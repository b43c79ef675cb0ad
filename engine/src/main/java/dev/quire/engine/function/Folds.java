package dev.quire.engine.function;

import dev.quire.engine.formula.NumberFold;
import dev.quire.engine.value.ErrorValue;

/// What lists of numbers come to when they are taken in one after the other.
public final class Folds {
  private Folds() {}

  /// Adds up, from left to right.
  public static final class Sum extends NumberFold {
    private double sum;

    @Override
    public void add(double number) {
      sum += number;
    }

    @Override
    protected void addAll(double[] lane, int from, int to) {
      double running = sum;
      for (int at = from; at < to; at++) {
        running += lane[at];
      }
      sum = running;
    }

    @Override
    protected double total() {
      return sum;
    }
  }

  /// The sum over the count; `#DIV/0!` of none.
  public static final class Average extends NumberFold {
    private double sum;
    private long count;

    @Override
    public void add(double number) {
      sum += number;
      count++;
    }

    @Override
    protected double total() {
      return count == 0 ? NONE : sum / count;
    }

    @Override
    protected ErrorValue failure() {
      return ErrorValue.DIV0;
    }
  }

  /// The least; 0 of none.
  public static final class Least extends NumberFold {
    private double least = Double.POSITIVE_INFINITY;

    @Override
    public void add(double number) {
      least = Math.min(least, number);
    }

    @Override
    protected double total() {
      return least == Double.POSITIVE_INFINITY ? 0 : least;
    }
  }

  /// The greatest; 0 of none.
  public static final class Greatest extends NumberFold {
    private double greatest = Double.NEGATIVE_INFINITY;

    @Override
    public void add(double number) {
      greatest = Math.max(greatest, number);
    }

    @Override
    protected double total() {
      return greatest == Double.NEGATIVE_INFINITY ? 0 : greatest;
    }
  }
}
