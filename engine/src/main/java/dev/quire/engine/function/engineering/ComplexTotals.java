package dev.quire.engine.function.engineering;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.any;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.FunctionValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/// Sums and products of any number of complex numbers, also of those in ranges. An empty cell
/// counts as 0 when it is an argument by itself and is left out of a range.
public final class ComplexTotals {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("IMSUM", a -> total(a, new ComplexNumber(0, 0), ComplexNumber::plus))
              .takes(any("inumber").repeating()),
          function("IMPRODUCT", a -> total(a, ComplexNumber.ONE, ComplexNumber::times))
              .takes(any("inumber").repeating()));

  private ComplexTotals() {}

  private static Value total(
      Arguments a, ComplexNumber start, BinaryOperator<ComplexNumber> operator) {
    var total = new Total(new ComplexText(start, ImaginaryUnit.NONE), operator);
    for (int place = 0; place < a.count(); place++) {
      switch (a.operand(place)) {
        case Scalar scalar -> total.add(scalar, a);
        case ArrayValue array -> total.addAll(array, a);
        case ReferenceValue reference -> total.addAll(reference, a);
        case FunctionValue function -> total.addAll(function, a);
      }
    }
    return total.result(a);
  }

  /// The total so far, or the first error.
  private static final class Total {
    private final BinaryOperator<ComplexNumber> operator;
    private ComplexText total;
    private Optional<ErrorValue> error = Optional.empty();

    Total(ComplexText start, BinaryOperator<ComplexNumber> operator) {
      this.total = start;
      this.operator = operator;
    }

    void addAll(Value value, Arguments a) {
      Matrix.of(value, a.workspace()).visit((_, _, element) -> add(element, a));
    }

    private boolean add(Scalar element, Arguments a) {
      if (error.isEmpty()
          && ComplexText.read(a, element, this::taken) instanceof ErrorValue found) {
        error = Optional.of(found);
      }
      return error.isEmpty();
    }

    private Scalar taken(ComplexText next) {
      Optional<ImaginaryUnit> unit = total.unit().with(next.unit());
      if (unit.isEmpty()) {
        return ErrorValue.VALUE;
      }
      total = new ComplexText(operator.apply(total.number(), next.number()), unit.get());
      return TextValue.EMPTY;
    }

    Value result(Arguments a) {
      return error.isPresent() ? error.get() : ComplexText.write(total.number(), total.unit(), a);
    }
  }
}
