package dev.quire.engine.function.stats;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.function.Numbers.Calculation;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/// The functions whose names end with A: in cells texts count as 0 and logicals as 1 or 0, in
/// arrays neither does, but for texts of `AVERAGEA` (O); what is written directly must turn into a
/// number.
public final class AllValues {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("AVERAGEA", a -> new Scan(a, true).reduce(Spread::average))
              .takes(any("value").repeating()),
          over("MAXA", numbers -> NumberValue.of(Arrays.stream(numbers).max().orElse(0))),
          over("MINA", numbers -> NumberValue.of(Arrays.stream(numbers).min().orElse(0))),
          over("VARA", numbers -> Spread.variance(numbers, 1)),
          over("VARPA", numbers -> Spread.variance(numbers, 0)),
          over("STDEVA", numbers -> Spread.deviation(numbers, 1)),
          over("STDEVPA", numbers -> Spread.deviation(numbers, 0)));

  private AllValues() {}

  private static FunctionSpec over(String name, Calculation calculation) {
    return function(name, a -> new Scan(a, false).reduce(calculation))
        .takes(any("value").repeating());
  }

  private static final class Scan {
    private final Arguments arguments;
    private final boolean countsTexts;
    private final DoubleStream.Builder numbers = DoubleStream.builder();
    private @Nullable ErrorValue error;

    Scan(Arguments arguments, boolean countsTexts) {
      this.arguments = arguments;
      this.countsTexts = countsTexts;
    }

    Scalar reduce(Calculation calculation) {
      for (int place = 0; place < arguments.count() && error == null; place++) {
        add(arguments.value(place));
      }
      return error == null ? calculation.of(numbers.build().toArray()) : error;
    }

    private void add(Value value) {
      switch (value) {
        case Scalar scalar -> inside(arguments.toNumber(scalar));
        case ArrayValue array ->
            Matrix.of(array, arguments.workspace()).visit((_, _, element) -> element(element));
        case ReferenceValue reference -> reference.parts().forEach(this::cells);
        case FunctionValue _ -> inside(ErrorValue.VALUE);
      }
    }

    private void cells(ReferenceValue.Part part) {
      Value rectangle = ReferenceValue.of(part.sheet(), part.area());
      Matrix.of(rectangle, arguments.workspace()).visit((_, _, value) -> inside(value));
    }

    /// @return whether to go on
    private boolean element(Scalar value) {
      boolean counts =
          !(value instanceof LogicalValue) && (countsTexts || !(value instanceof TextValue));
      return counts ? inside(value) : error == null;
    }

    /// @return whether to go on
    private boolean inside(Scalar value) {
      switch (value) {
        case NumberValue(double number) -> numbers.add(number);
        case LogicalValue logical -> numbers.add(logical.truth() ? 1 : 0);
        case TextValue _ -> numbers.add(0);
        case BlankValue _ -> {}
        case ErrorValue found -> error = error == null ? found : error;
      }
      return error == null;
    }
  }
}
