package dev.quire.engine.numfmt;

/// The format General: as many digits as fit into eleven characters, not counting the minus sign.
final class GeneralText {
  private static final int WIDTH = 11;

  /// Decimals of a number below one: the width less `0.`
  private static final int MOST_DECIMALS = WIDTH - 2;

  /// Leading zeros after the point up to which digits may be cut off; a smaller number is written
  /// plainly only when nothing is lost.
  private static final int ZEROS_WHEN_CUT = 3;

  /// Whole digits of a number that is written with units; our choice, no source says how many.
  private static final int MOST_NAMED_DIGITS = 20;

  private GeneralText() {}

  static void write(double value, FormatSettings settings, Numerals numerals, StringBuilder out) {
    if (value < 0) {
      out.append('-');
    }
    double magnitude = Math.abs(value);
    var decimal = Decimal.of(magnitude);
    if (isPlain(decimal) || numerals.hasUnits() && isNamed(decimal)) {
      writePlain(decimal, settings, numerals, out);
    } else {
      writeScientific(Decimal.of(magnitude), settings, numerals, out);
    }
  }

  /// Whether the number fits without exponent; rounds it when it does.
  private static boolean isPlain(Decimal decimal) {
    if (decimal.isZero()) {
      return true;
    }
    if (decimal.point() < -ZEROS_WHEN_CUT && decimal.decimals() > MOST_DECIMALS) {
      return false;
    }
    if (decimal.point() > WIDTH) {
      return false;
    }
    decimal.round(Math.clamp(WIDTH - 1 - decimal.wholeDigits(), 0, MOST_DECIMALS));
    return decimal.wholeDigits() <= WIDTH;
  }

  /// A whole number that units name is not too wide; rounds it when it is one.
  private static boolean isNamed(Decimal decimal) {
    if (decimal.point() < WIDTH || decimal.point() > MOST_NAMED_DIGITS) {
      return false;
    }
    decimal.round(0);
    return true;
  }

  private static void writePlain(
      Decimal decimal, FormatSettings settings, Numerals numerals, StringBuilder out) {
    if (numerals.hasUnits()) {
      var whole = new StringBuilder(WIDTH);
      writeWhole(decimal, Numerals.LATIN, whole);
      numerals.writeWhole(whole.toString(), out);
    } else {
      writeWhole(decimal, numerals, out);
    }
    int decimals = decimal.decimals();
    if (decimals > 0) {
      out.append(settings.decimalSeparator());
      for (int place = 0; place < decimals; place++) {
        out.append(numerals.digit(decimal.decimalDigit(place)));
      }
    }
  }

  private static void writeWhole(Decimal decimal, Numerals numerals, StringBuilder out) {
    if (decimal.wholeDigits() == 0) {
      out.append(numerals.digit('0'));
    }
    for (int place = decimal.wholeDigits() - 1; place >= 0; place--) {
      out.append(numerals.digit(decimal.wholeDigit(place)));
    }
  }

  /// `1.23457E+11`; an exponent of three digits leaves room for one decimal less.
  private static void writeScientific(
      Decimal decimal, FormatSettings settings, Numerals numerals, StringBuilder out) {
    int exponent = decimal.point() - 1;
    int exponentDigits = Math.abs(exponent) < 100 ? 2 : 3;
    decimal.shift(-exponent);
    decimal.round(WIDTH - 4 - exponentDigits);
    if (decimal.point() > 1) {
      exponent++;
      decimal.shift(-1);
    }
    writePlain(decimal, settings, numerals, out);
    out.append('E').append(exponent < 0 ? '-' : '+');
    int magnitude = Math.abs(exponent);
    numerals.write((magnitude < 10 ? "0" : "") + magnitude, out);
  }
}
