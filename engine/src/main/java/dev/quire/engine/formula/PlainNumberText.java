package dev.quire.engine.formula;

import dev.quire.engine.value.Scalar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Numbers with sign, thousands, exponent, currency and percent in US spelling. Knows no dates and
/// no number formats, which it answers with nothing; use it where no richer reading is at hand.
public final class PlainNumberText implements NumberText {
  /// The only one needed.
  public static final NumberText INSTANCE = new PlainNumberText();

  private static final MathContext DIGITS_15 = new MathContext(15, RoundingMode.HALF_UP);
  private static final int MAX_LENGTH = 400;

  /// Longest text without exponent, sign not counted: 1E-18 has its zeros written out, 1E-20 not.
  private static final int MAX_PLAIN = 21;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<sign>[-+]?)\\s*\\$?\\s*(?<digits>\\d{1,3}(?:,\\d{3})++|\\d++)?(?<fraction>\\.\\d*+)?"
              + "(?<exponent>[eE][-+]?\\d{1,3})?\\s*(?<percent>%?)");

  private PlainNumberText() {}

  @Override
  public OptionalDouble number(String text, boolean date1904) {
    if (text.length() > MAX_LENGTH) {
      return OptionalDouble.empty();
    }
    String bare = text.strip();
    boolean negated = bare.startsWith("(") && bare.endsWith(")") && bare.length() > 2;
    Matcher match = NUMBER.matcher(negated ? bare.substring(1, bare.length() - 1) : bare);
    if (!match.matches() || negated && !match.group("sign").isEmpty()) {
      return OptionalDouble.empty();
    }
    String digits = orEmpty(match.group("digits")).replace(",", "");
    String fraction = orEmpty(match.group("fraction"));
    if (digits.isEmpty() && fraction.length() < 2) {
      return OptionalDouble.empty();
    }
    double number = Double.parseDouble(digits + fraction + orEmpty(match.group("exponent")));
    boolean negative = negated != match.group("sign").equals("-");
    double scaled = match.group("percent").isEmpty() ? number : number / 100;
    return Double.isInfinite(scaled)
        ? OptionalDouble.empty()
        : OptionalDouble.of(negative ? 0 - scaled : scaled);
  }

  @Override
  public Optional<String> formatted(Scalar value, String code, boolean date1904) {
    return Optional.empty();
  }

  @Override
  public OptionalDouble date(String text, boolean date1904) {
    return OptionalDouble.empty();
  }

  @Override
  public OptionalDouble time(String text) {
    return OptionalDouble.empty();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Override
  public String text(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      return Long.toString((long) number);
    }
    BigDecimal rounded = new BigDecimal(number).round(DIGITS_15).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (Math.abs(exponent) < MAX_PLAIN && rounded.abs().toPlainString().length() <= MAX_PLAIN) {
      return rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().abs().toString();
    return (rounded.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() == 1 ? "" : "." + digits.substring(1))
        + (exponent < 0 ? "E-" : "E+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }
}
