package dev.quire.engine.numfmt;

/// A section such as `# ??/??` (mixed), `??/??` (improper) or `# ?/16` (fixed denominator).
///
/// @param mixed whether there is a whole part
/// @param whole the whole part, or the literals before an improper fraction
/// @param wholeWithZero the same, showing a zero
/// @param wholeKind the placeholder of the ones of the whole part; a blank without whole part
/// @param gap between whole part and numerator; hidden where the whole part is (observed)
/// @param numerator placeholders of the numerator
/// @param numeratorKinds the same as text: `??`
/// @param bar `/` with the blanks around it
/// @param denominatorKinds placeholders or digits of the denominator
/// @param fixedDenominator the denominator, 0 when it is to be found
/// @param suffix after the denominator
record FractionSection(
    boolean mixed,
    NumberPattern whole,
    NumberPattern wholeWithZero,
    char wholeKind,
    String gap,
    NumberPattern numerator,
    String numeratorKinds,
    String bar,
    String denominatorKinds,
    int fixedDenominator,
    String suffix)
    implements Section {
  private static final int MOST_DIGITS = 7;

  @Override
  public boolean write(double number, boolean negative, FormatContext context, StringBuilder out) {
    if (negative) {
      out.append('-');
    }
    var ratio = ratio(Math.abs(number));
    var settings = context.settings();
    writeWhole(ratio, settings, out);
    if (mixed && ratio.numerator() == 0 && numeratorKinds.indexOf('0') < 0) {
      writeBlankFraction(out);
    } else {
      writeGap(ratio, out);
      writeNumerator(mixed ? ratio.numerator() : ratio.improperNumerator(), settings, out);
      out.append(bar);
      writeDenominator(ratio.denominator(), out);
    }
    out.append(suffix);
    return true;
  }

  /// The whole part and the fraction that are shown, added up with all their digits (O: `# ?/?`
  /// makes 1.66 the double next to 5/3 that 1 and 2/3 come to).
  @Override
  public double asDisplayed(double number) {
    var ratio = ratio(Math.abs(number));
    double shown = ratio.whole() + (double) ratio.numerator() / ratio.denominator();
    return Math.copySign(shown, number);
  }

  private Ratio ratio(double magnitude) {
    return fixedDenominator > 0
        ? Ratio.withDenominator(magnitude, fixedDenominator)
        : Ratio.upTo((long) Math.pow(10, width()) - 1, magnitude);
  }

  /// Beside a whole part both sides are as wide as the wider one; in an improper fraction the
  /// denominator alone says how fine it gets.
  private int width() {
    int places =
        mixed
            ? Math.max(numeratorKinds.length(), denominatorKinds.length())
            : denominatorKinds.length();
    return Math.min(places, MOST_DIGITS);
  }

  /// A whole part of 0 is shown where nothing else is, and where its place asks for it.
  private boolean showsWhole(Ratio ratio) {
    return ratio.whole() != 0
        || wholeKind == '0'
        || ratio.numerator() == 0
            && fixedDenominator == 0
            && (wholeKind == '?' || numeratorKinds.indexOf('0') < 0);
  }

  private void writeGap(Ratio ratio, StringBuilder out) {
    if (!mixed || fixedDenominator > 0 || gap.isBlank() || showsWhole(ratio)) {
      out.append(gap);
    } else if (wholeKind == '?' || numeratorKinds.startsWith("?")) {
      out.repeat(' ', gap.length());
    }
  }

  private void writeWhole(Ratio ratio, FormatSettings settings, StringBuilder out) {
    var pattern = mixed && ratio.whole() == 0 && showsWhole(ratio) ? wholeWithZero : whole;
    pattern.write(Decimal.of(mixed ? ratio.whole() : 0), 0, settings, out);
  }

  /// A whole number keeps the room of its fraction, if the code asks for alignment at all.
  private void writeBlankFraction(StringBuilder out) {
    if (wholeKind == '?' || isAligned(numeratorKinds) || isAligned(denominatorKinds)) {
      int sides =
          fixedDenominator > 0 ? numeratorKinds.length() + denominatorKinds.length() : 2 * width();
      out.repeat(' ', gap.length() + sides + bar.length());
    }
  }

  private void writeNumerator(double value, FormatSettings settings, StringBuilder out) {
    var digits = Decimal.of(value);
    if (isAligned(numeratorKinds) && fixedDenominator == 0) {
      int filled = Math.max(digits.wholeDigits(), numeratorKinds.length());
      out.repeat(' ', Math.max(width() - filled, 0));
    }
    numerator.write(digits, 0, settings, out);
  }

  private void writeDenominator(long value, StringBuilder out) {
    if (fixedDenominator > 0) {
      numerator.numerals().write(denominatorKinds, out);
      return;
    }
    String text = Long.toString(value);
    if (isAligned(denominatorKinds)) {
      numerator.numerals().write(text, out);
      out.repeat(' ', Math.max(width() - text.length(), 0));
    } else {
      long zeros = denominatorKinds.chars().filter(kind -> kind == '0').count();
      numerator.numerals().write("0".repeat((int) Math.max(zeros - text.length(), 0)) + text, out);
    }
  }

  private static boolean isAligned(String kinds) {
    return kinds.indexOf('?') >= 0;
  }
}
