package dev.quire.engine.function.engineering;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.NumberText;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A complex number as a cell holds it: the text `3-4i`, or a plain number.
record ComplexText(ComplexNumber number, ImaginaryUnit unit) {
  private static final String AMOUNT = "(?:\\d+\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?";
  private static final Pattern REAL = Pattern.compile("[+-]?" + AMOUNT);
  private static final Pattern IMAGINARY = Pattern.compile("[+-]?(?:" + AMOUNT + ")?");

  private static final Pattern SIGN_INSIDE = Pattern.compile(".[+-]");

  /// No text with two numbers of 15 digits is longer, even written by hand with leading zeros.
  private static final int MAX_LENGTH = 1_024;

  /// Reads a scalar and goes on with it: a blank is 0, a logical `#VALUE!`, a text that is no
  /// complex number `#NUM!`, an error stays.
  static Scalar read(Arguments a, Scalar scalar, Function<ComplexText, Scalar> next) {
    return switch (scalar) {
      case NumberValue(double number) -> next.apply(of(new ComplexNumber(number, 0)));
      case BlankValue _ -> next.apply(of(new ComplexNumber(0, 0)));
      case TextValue(String text) -> parsed(a, text, next);
      case LogicalValue _ -> ErrorValue.VALUE;
      case ErrorValue error -> error;
    };
  }

  private static ComplexText of(ComplexNumber number) {
    return new ComplexText(number, ImaginaryUnit.NONE);
  }

  private static Scalar parsed(Arguments a, String text, Function<ComplexText, Scalar> next) {
    ImaginaryUnit unit = ImaginaryUnit.endOf(text);
    int end = unit == ImaginaryUnit.NONE ? text.length() : text.length() - 1;
    int split = unit == ImaginaryUnit.NONE ? end : split(text, end);
    String real = text.substring(0, split);
    String imaginary = text.substring(split, end);
    boolean fits =
        text.length() <= MAX_LENGTH
            && (REAL.matcher(real).matches() || real.isEmpty() && split < text.length())
            && IMAGINARY.matcher(imaginary).matches();
    if (!fits) {
      return written(a, text, next);
    }
    double x = real.isEmpty() ? 0 : Double.parseDouble(real);
    double y = unit == ImaginaryUnit.NONE ? 0 : amount(imaginary);
    var number = new ComplexNumber(x, y);
    return number.isFinite() ? next.apply(new ComplexText(number, unit)) : ErrorValue.NUM;
  }

  /// A text without a sign inside may be a number in any spelling, such as the time `12:30`; the
  /// date `2024-01-15` is none (observed).
  private static Scalar written(Arguments a, String text, Function<ComplexText, Scalar> next) {
    return SIGN_INSIDE.matcher(text).find()
            || !(a.toNumber(new TextValue(text)) instanceof NumberValue(double number))
        ? ErrorValue.NUM
        : next.apply(of(new ComplexNumber(number, 0)));
  }

  /// Where the imaginary part begins: at the last sign that is not one of an exponent.
  private static int split(String text, int end) {
    for (int at = end - 1; at > 0; at--) {
      char c = text.charAt(at);
      char before = text.charAt(at - 1);
      if ((c == '+' || c == '-') && before != 'E' && before != 'e') {
        return at;
      }
    }
    return 0;
  }

  /// A unit without a number before it counts once: `-i`.
  private static double amount(String imaginary) {
    boolean bare = imaginary.isEmpty() || imaginary.equals("+") || imaginary.equals("-");
    return Double.parseDouble(bare ? imaginary + "1" : imaginary);
  }

  /// Writes a result with 15 digits; `#NUM!` when it left the range of numbers.
  static Scalar write(ComplexNumber number, ImaginaryUnit unit, Arguments a) {
    return number.isFinite()
        ? new TextValue(written(number, unit.letter(), a.numberText()))
        : ErrorValue.NUM;
  }

  private static String written(ComplexNumber number, String letter, NumberText texts) {
    String real = texts.text(number.real() == 0 ? 0 : number.real());
    if (number.imaginary() == 0) {
      return real;
    }
    String size = texts.text(Math.abs(number.imaginary()));
    String sign = number.imaginary() < 0 ? "-" : number.real() == 0 ? "" : "+";
    return (number.real() == 0 ? "" : real) + sign + (size.equals("1") ? "" : size) + letter;
  }
}
