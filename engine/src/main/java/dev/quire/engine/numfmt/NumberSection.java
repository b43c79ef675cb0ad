package dev.quire.engine.numfmt;

/// A section such as `#,##0.00 "kg"`.
///
/// @param powerOfTen what the number is multiplied by: 2 for each percent sign, -3 for each scaling
///   comma
record NumberSection(NumberPattern pattern, int powerOfTen) implements Section {
  @Override
  public boolean write(double number, boolean negative, FormatContext context, StringBuilder out) {
    var digits = Decimal.of(Math.abs(number));
    digits.shift(powerOfTen);
    digits.round(pattern.decimalPlaces());
    // What rounds to nothing has no sign (observed).
    if (negative && !digits.isZero()) {
      out.append('-');
    }
    pattern.write(digits, 0, context.settings(), out);
    return true;
  }

  @Override
  public double asDisplayed(double number) {
    return Section.rounded(number, pattern.decimalPlaces() + powerOfTen);
  }
}
