package dev.quire.engine.function;

import dev.quire.engine.formula.NumberText;
import dev.quire.engine.formula.Ordering;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The condition that `SUMIF` and its kin are given: a value, or a text such as `>=5`, `<>`, `a*`.
public final class Criterion {
  private final Predicate<Scalar> test;
  private final boolean matchesBlank;
  private final Optional<Scalar> equal;
  private final @Nullable DoublePredicate numbers;

  private Criterion(
      Predicate<Scalar> test, Optional<Scalar> equal, @Nullable DoublePredicate numbers) {
    this.numbers = numbers;
    this.test = test;
    this.matchesBlank = test.test(BlankValue.BLANK);
    this.equal = equal;
  }

  private Criterion(Predicate<Scalar> test) {
    this(test, Optional.empty(), null);
  }

  /// Whether a number fits.
  boolean matches(double number) {
    return numbers == null ? test.test(new NumberValue(number)) : numbers.test(number);
  }

  /// The value that cells which fit are equal to, texts without case; a number also fits texts that
  /// read as it. Empty when the criterion is of another kind.
  public Optional<Scalar> equal() {
    return equal;
  }

  /// Whether a cell fits.
  public boolean matches(Scalar value) {
    return value == BlankValue.BLANK ? matchesBlank : test.test(value);
  }

  /// Whether empty cells fit.
  public boolean matchesBlank() {
    return matchesBlank;
  }

  /// Reads a criterion.
  public static Criterion of(Scalar criterion, NumberText numbers, boolean date1904) {
    return switch (criterion) {
      case BlankValue _ -> equalTo(NumberValue.ZERO, numbers, date1904);
      case NumberValue _, LogicalValue _, ErrorValue _ -> equalTo(criterion, numbers, date1904);
      case TextValue(String text) -> ofText(text, numbers, date1904);
    };
  }

  /// Reads a criterion of a database function (all O). Other than for `SUMIF`, a text without sign
  /// asks for texts that begin with it, no text asks for a logical or an error, and two tildes
  /// stand for themselves.
  public static Criterion ofDatabase(Scalar criterion, NumberText numbers, boolean date1904) {
    if (!(criterion instanceof TextValue(String text))) {
      return of(criterion, numbers, date1904);
    }
    Comparison comparison = Comparison.of(text);
    String operand = text.substring(comparison.sign.length()).replace("~~", "~~~~");
    if (numbers.number(operand, date1904).isPresent()
        || operand.isEmpty() && comparison != Comparison.NONE) {
      return ofText(text, numbers, date1904);
    }
    Scalar wanted = new TextValue(operand);
    return new Criterion(
        switch (comparison) {
          case NONE -> same(new TextValue(operand + "*"));
          case EQUAL -> same(wanted);
          case NOT_EQUAL -> same(wanted).negate();
          case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
              ordered(wanted, comparison.accepts);
        });
  }

  private static Criterion ofText(String text, NumberText numbers, boolean date1904) {
    Comparison comparison = Comparison.of(text);
    String operand = text.substring(comparison.sign.length());
    if (operand.isEmpty()) {
      return new Criterion(ofNothing(comparison));
    }
    Scalar typed = typed(operand, numbers, date1904);
    return switch (comparison) {
      case NONE, EQUAL -> equalTo(typed, numbers, date1904);
      case NOT_EQUAL -> new Criterion(same(typed).negate());
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
          new Criterion(
              ordered(typed, comparison.accepts),
              Optional.empty(),
              typed instanceof NumberValue(double bound)
                  ? number -> comparison.accepts.test(Ordering.compare(number, bound))
                  : _ -> false);
    };
  }

  private static Criterion equalTo(Scalar wanted, NumberText numbers, boolean date1904) {
    boolean pattern = wanted instanceof TextValue(String text) && Wildcard.isIn(text);
    return new Criterion(
        equal(wanted, numbers, date1904),
        pattern ? Optional.empty() : Optional.of(wanted),
        wanted instanceof NumberValue(double number) ? found -> found == number : null);
  }

  /// No operand: alone it means empty cells and texts, behind `=` only empty cells.
  private static Predicate<Scalar> ofNothing(Comparison comparison) {
    return switch (comparison) {
      case NONE -> value -> value == BlankValue.BLANK || value.equals(TextValue.EMPTY);
      case EQUAL -> value -> value == BlankValue.BLANK;
      case NOT_EQUAL -> value -> value != BlankValue.BLANK;
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> _ -> false;
    };
  }

  private static Scalar typed(String operand, NumberText numbers, boolean date1904) {
    OptionalDouble number = numbers.number(operand, date1904);
    if (number.isPresent()) {
      return NumberValue.of(number.getAsDouble());
    }
    if (operand.equalsIgnoreCase("TRUE") || operand.equalsIgnoreCase("FALSE")) {
      return LogicalValue.of(operand.equalsIgnoreCase("TRUE"));
    }
    Optional<ErrorValue> error =
        operand.startsWith("#") ? ErrorValue.find(operand) : Optional.empty();
    return error.isPresent() ? error.get() : new TextValue(operand);
  }

  /// A number also equals texts that read as it.
  private static Predicate<Scalar> equal(Scalar wanted, NumberText numbers, boolean date1904) {
    if (wanted instanceof NumberValue(double number)) {
      return value ->
          switch (value) {
            case NumberValue(double found) -> found == number;
            case TextValue(String found) -> {
              OptionalDouble read = numbers.number(found, date1904);
              yield read.isPresent() && read.getAsDouble() == number;
            }
            case LogicalValue _, ErrorValue _, BlankValue _ -> false;
          };
    }
    return same(wanted);
  }

  private static Predicate<Scalar> same(Scalar wanted) {
    if (wanted instanceof TextValue(String text)) {
      Wildcard pattern = Wildcard.of(text);
      return value -> value instanceof TextValue(String found) && pattern.matches(found);
    }
    return value -> value != BlankValue.BLANK && value.equals(wanted);
  }

  /// Only values of the operand's own type are ordered, errors by their number (O).
  private static Predicate<Scalar> ordered(Scalar bound, IntPredicate accepts) {
    if (bound instanceof ErrorValue error) {
      return value -> value instanceof ErrorValue found && accepts.test(found.compareTo(error));
    }
    return value ->
        value.getClass() == bound.getClass() && accepts.test(Ordering.compare(value, bound));
  }

  private enum Comparison {
    LESS_OR_EQUAL("<=", order -> order <= 0),
    GREATER_OR_EQUAL(">=", order -> order >= 0),
    NOT_EQUAL("<>", order -> order != 0),
    LESS("<", order -> order < 0),
    GREATER(">", order -> order > 0),
    EQUAL("=", order -> order == 0),
    NONE("", order -> order == 0);

    private final String sign;
    private final IntPredicate accepts;

    Comparison(String sign, IntPredicate accepts) {
      this.sign = sign;
      this.accepts = accepts;
    }

    static Comparison of(String text) {
      for (Comparison comparison : values()) {
        if (text.startsWith(comparison.sign)) {
          return comparison;
        }
      }
      return NONE;
    }
  }
}
