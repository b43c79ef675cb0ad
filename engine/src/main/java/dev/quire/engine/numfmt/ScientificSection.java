package dev.quire.engine.numfmt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A section such as `0.00E+00` or `##0.0E+0`. As many digits as there are placeholders before the
/// point may stand there, and the exponent is a multiple of their number. Percent signs and commas
/// behind digits do not scale here, and of 0 every place before the point is shown (observed).
record ScientificSection(NumberPattern pattern) implements Section {
  @Override
  public boolean write(double number, boolean negative, FormatContext context, StringBuilder out) {
    if (negative) {
      out.append('-');
    }
    var digits = Decimal.of(Math.abs(number));
    NumberPattern shown = digits.isZero() ? pattern.withZeros() : pattern;
    shown.write(digits, normalize(digits), context.settings(), out);
    return true;
  }

  /// Shifts and rounds the digits to the mantissa and gives the exponent.
  private int normalize(Decimal digits) {
    if (digits.isZero()) {
      return 0;
    }
    int step = Math.max(pattern.wholePlaces(), 1);
    int lead = pattern.wholePlaces() == 0 ? 0 : 1;
    int exponent = Math.floorDiv(digits.point() - lead, step) * step;
    digits.shift(-exponent);
    digits.round(pattern.decimalPlaces());
    if (digits.point() > pattern.wholePlaces()) {
      digits.shift(-step);
      exponent += step;
    }
    return exponent;
  }

  /// One digit more than there are decimals, however many are shown before the point (O).
  @Override
  public double asDisplayed(double number) {
    return new BigDecimal(number)
        .round(SHOWN)
        .round(new MathContext(pattern.decimalPlaces() + 1, RoundingMode.HALF_UP))
        .doubleValue();
  }
}
