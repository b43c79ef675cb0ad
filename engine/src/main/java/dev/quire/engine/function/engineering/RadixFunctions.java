package dev.quire.engine.function.engineering;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.plainNumber;
import static dev.quire.engine.function.Parameters.scalar;
import static dev.quire.engine.function.engineering.Radix.BINARY;
import static dev.quire.engine.function.engineering.Radix.HEXADECIMAL;
import static dev.quire.engine.function.engineering.Radix.OCTAL;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.OptionalLong;

/// Numbers written in base 2, 8, 10 and 16. A number that a base cannot write, or only with more
/// digits than places are asked for, is `#NUM!`; a logical is `#VALUE!`, and nothing at all `#N/A`
/// (O).
public final class RadixFunctions {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          toDecimal("BIN2DEC", BINARY),
          toDecimal("OCT2DEC", OCTAL),
          toDecimal("HEX2DEC", HEXADECIMAL),
          fromDecimal("DEC2BIN", BINARY),
          fromDecimal("DEC2OCT", OCTAL),
          fromDecimal("DEC2HEX", HEXADECIMAL),
          between("BIN2OCT", BINARY, OCTAL),
          between("BIN2HEX", BINARY, HEXADECIMAL),
          between("OCT2BIN", OCTAL, BINARY),
          between("OCT2HEX", OCTAL, HEXADECIMAL),
          between("HEX2BIN", HEXADECIMAL, BINARY),
          between("HEX2OCT", HEXADECIMAL, OCTAL));

  private RadixFunctions() {}

  @FunctionalInterface
  private interface Next {
    Value of(double number);
  }

  private static FunctionSpec toDecimal(String name, Radix from) {
    return function(name, a -> read(a, from, NumberValue::of)).takes(scalar("number"));
  }

  private static FunctionSpec fromDecimal(String name, Radix to) {
    return function(name, a -> fromDecimal(a, to))
        .takes(scalar("number"), plainNumber("places").optional());
  }

  private static FunctionSpec between(String name, Radix from, Radix to) {
    return function(name, a -> read(a, from, number -> written(a, number, to)))
        .takes(scalar("number"), plainNumber("places").optional());
  }

  private static Value read(Arguments a, Radix from, Next next) {
    if (!a.has(0)) {
      return ErrorValue.NA;
    }
    Scalar digits = a.toText(a.scalar(0));
    if (a.scalar(0) instanceof LogicalValue || !(digits instanceof TextValue(String text))) {
      return ErrorValue.VALUE;
    }
    OptionalLong number = from.read(text);
    return number.isPresent() ? next.of(number.getAsLong()) : ErrorValue.NUM;
  }

  /// Impossible places are found before a text that is no number.
  private static Value fromDecimal(Arguments a, Radix to) {
    if (!a.has(0)) {
      return ErrorValue.NA;
    }
    if (!hasPlaces(a)) {
      return ErrorValue.NUM;
    }
    if (a.scalar(0) instanceof LogicalValue) {
      return ErrorValue.VALUE;
    }
    Scalar number = a.toNumber(a.scalar(0));
    return number instanceof NumberValue(double given)
        ? written(a, given < 0 ? Math.ceil(given) : Math.floor(given), to)
        : number;
  }

  private static boolean hasPlaces(Arguments a) {
    return !a.has(1) || a.number(1) >= 1 && a.number(1) < Radix.MAX_DIGITS + 1;
  }

  /// Negative numbers always have ten digits.
  private static Value written(Arguments a, double number, Radix to) {
    if (!to.holds(number) || !hasPlaces(a)) {
      return ErrorValue.NUM;
    }
    String digits = to.write((long) number);
    int missing = a.has(1) ? (int) a.number(1) - digits.length() : 0;
    return missing < 0 && number >= 0
        ? ErrorValue.NUM
        : new TextValue("0".repeat(Math.max(missing, 0)) + digits);
  }
}
