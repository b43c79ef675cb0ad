package dev.quire.engine.function;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.formula.NumberFold;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Collects the numbers of a list of arguments as `SUM` does, ranges row by row: of cells and
/// arrays only numbers count; what is written directly is converted, and an error ends everything.
public final class Numbers {
  private double[] numbers = new double[16];
  private int size;
  private @Nullable ErrorValue error;

  private Numbers() {}

  /// The numbers of all arguments from a place on.
  public static Numbers of(Arguments arguments, int from) {
    return of(arguments, from, arguments.count());
  }

  /// The numbers of the arguments from a place up to but without another.
  public static Numbers of(Arguments arguments, int from, int to) {
    return of(arguments, from, to, _ -> true);
  }

  /// The numbers of all arguments but those that are nothing at all.
  public static Numbers written(Arguments arguments) {
    return of(arguments, 0, arguments.count(), arguments::has);
  }

  private static Numbers of(Arguments arguments, int from, int to, IntPredicate counts) {
    var numbers = new Numbers();
    numbers.error = each(arguments, from, to, counts, numbers::add);
    arguments.spend(numbers.size);
    return numbers;
  }

  /// Shows the numbers without keeping them.
  ///
  /// @return the error that ended it; null when all were numbers
  public static @Nullable ErrorValue each(
      Arguments arguments, int from, int to, DoubleConsumer sink) {
    return each(arguments, from, to, _ -> true, sink);
  }

  private static @Nullable ErrorValue each(
      Arguments arguments, int from, int to, IntPredicate counts, DoubleConsumer sink) {
    // Errors that arguments come to are met before those that lie in cells (O).
    for (int place = from; place < to; place++) {
      if (arguments.value(place) instanceof ErrorValue error) {
        return error;
      }
    }
    for (int place = from; place < to; place++) {
      ErrorValue error = counts.test(place) ? each(arguments.value(place), arguments, sink) : null;
      if (error != null) {
        return error;
      }
    }
    return null;
  }

  /// What all numbers of the arguments come to.
  static Scalar fold(Arguments arguments, NumberFold fold) {
    ErrorValue error = each(arguments, 0, arguments.count(), fold::add);
    if (error != null) {
      return error;
    }
    double result = fold.result();
    return Double.isNaN(result) ? fold.error() : new NumberValue(result);
  }

  private static @Nullable ErrorValue each(Value value, Arguments arguments, DoubleConsumer sink) {
    return switch (value) {
      case Scalar scalar ->
          switch (arguments.toNumber(scalar)) {
            case NumberValue(double number) -> {
              sink.accept(number);
              yield null;
            }
            case ErrorValue error -> error;
            case Scalar other -> throw new IllegalStateException("not a number: " + other);
          };
      case ArrayValue array -> scan(Matrix.of(array, arguments.workspace()), sink);
      case ReferenceValue reference -> {
        ErrorValue error = null;
        for (ReferenceValue.Part part : reference.parts()) {
          Value single = ReferenceValue.of(part.sheet(), part.area());
          error = error == null ? scan(Matrix.of(single, arguments.workspace()), sink) : error;
        }
        yield error;
      }
      case FunctionValue _ -> ErrorValue.CALC;
    };
  }

  private static @Nullable ErrorValue scan(Matrix matrix, DoubleConsumer sink) {
    var scan = new NumberScan(sink);
    matrix.scan(scan);
    return scan.error();
  }

  private void add(double number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  /// What a calculation on a plain array of the numbers yields, or the error met on the way.
  public Scalar reduce(Calculation calculation) {
    return error == null ? calculation.of(Arrays.copyOf(numbers, size)) : error;
  }

  /// As [#reduce], for results that may be arrays.
  public Value apply(Function<double[], Value> calculation) {
    return error == null ? calculation.apply(Arrays.copyOf(numbers, size)) : error;
  }

  /// The product of the numbers; 0 of none (observed behaviour of `PRODUCT`).
  public static Scalar product(double[] numbers) {
    double product = numbers.length == 0 ? 0 : 1;
    for (double number : numbers) {
      product *= number;
    }
    return NumberValue.of(product);
  }

  /// What a calculation on the numbers of one argument in rising order yields, or the error met on
  /// the way. What was asked before is not sorted again.
  public static Scalar sorted(Arguments arguments, int place, Calculation calculation) {
    Optional<double[]> known =
        arguments.value(place) instanceof ReferenceValue reference && reference.isSingle()
            ? arguments
                .workspace()
                .sortedNumbers(reference.first().sheet(), reference.first().area())
            : Optional.empty();
    known = known.isPresent() ? known : arguments.derived(place);
    if (known.isPresent()) {
      return calculation.of(known.get());
    }
    return of(arguments, place, place + 1)
        .reduce(numbers -> {
          Arrays.sort(numbers);
          arguments.keep(place, numbers);
          return calculation.of(numbers);
        });
  }

  /// A calculation on numbers in the order given.
  @FunctionalInterface
  public interface Calculation {
    /// The result, which may be an error.
    Scalar of(double[] numbers);
  }
}
