package dev.quire.engine.function.logical;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Conversions;
import dev.quire.engine.formula.Matrix;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Counts the logicals among the arguments of `AND` and its kin: texts and blanks in cells and
/// arrays do not count.
final class Truths {
  private long trues;
  private long falses;
  private final boolean passesNumbers;
  private boolean hasNumberAsText;
  private @Nullable ErrorValue error;

  private Truths(boolean passesNumbers) {
    this.passesNumbers = passesNumbers;
  }

  /// @param passesNumbers whether a number written as a text does not count, as other texts do not,
  ///   rather than being an error
  static Truths of(Arguments arguments, boolean passesNumbers) {
    var truths = new Truths(passesNumbers);
    for (int place = 0; place < arguments.count() && truths.error == null; place++) {
      truths.add(arguments.value(place), arguments);
    }
    return truths;
  }

  long trues() {
    return trues;
  }

  long falses() {
    return falses;
  }

  /// The answer to a question about the counts; `#VALUE!` when nothing was logical.
  Scalar reduce(Predicate<Truths> question) {
    if (error != null) {
      return error;
    }
    return hasNumberAsText || trues + falses == 0
        ? ErrorValue.VALUE
        : LogicalValue.of(question.test(this));
  }

  private void add(Value value, Arguments arguments) {
    switch (value) {
      case TextValue text -> addWritten(text, arguments);
      case Scalar scalar -> addWritten(scalar);
      case ArrayValue array -> scan(Matrix.of(array, arguments.workspace()));
      case ReferenceValue reference -> {
        for (ReferenceValue.Part part : reference.parts()) {
          Value single = ReferenceValue.of(part.sheet(), part.area());
          scan(Matrix.of(single, arguments.workspace()));
        }
      }
      case FunctionValue _ -> error = ErrorValue.CALC;
    }
  }

  /// A text that is written directly may be a logical; another does not count (O).
  private void addWritten(TextValue text, Arguments arguments) {
    if (Conversions.logical(text) instanceof LogicalValue logical) {
      count(logical.truth());
    } else if (!passesNumbers) {
      hasNumberAsText |= arguments.toNumber(text) instanceof NumberValue;
    }
  }

  private void addWritten(Scalar scalar) {
    switch (Conversions.logical(scalar)) {
      case LogicalValue logical -> count(logical.truth());
      case ErrorValue found -> error = found;
      case Scalar other -> throw new IllegalStateException("not a logical: " + other);
    }
  }

  private void scan(Matrix matrix) {
    matrix.visit((_, _, value) -> takes(value));
  }

  private boolean takes(Scalar value) {
    switch (value) {
      case LogicalValue logical -> count(logical.truth());
      case NumberValue(double number) -> count(number != 0);
      case ErrorValue found -> error = found;
      case TextValue _, BlankValue _ -> {}
    }
    return error == null;
  }

  private void count(boolean truth) {
    if (truth) {
      trues++;
    } else {
      falses++;
    }
  }
}
