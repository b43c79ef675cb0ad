package dev.quire.engine.numfmt;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/// A compiled section: writes a number, or refuses one that it cannot show.
sealed interface Section
    permits PlainSection, NumberSection, ScientificSection, FractionSection, DateSection {
  /// Digits that Excel works with.
  MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  /// Appends the text of a number.
  ///
  /// @param negative whether to show that the number is below zero; the magnitude is written anyway
  /// @return false when the number cannot be shown (a date before the calendar begins); what was
  ///   appended is then void
  boolean write(double number, boolean negative, FormatContext context, StringBuilder out);

  /// The number that the section shows: rounded to its places. Sections without places for digits,
  /// General, dates and texts keep 15 digits (O).
  default double asDisplayed(double number) {
    return new BigDecimal(number).round(SHOWN).doubleValue();
  }

  /// Rounds what 15 digits show half away from zero.
  ///
  /// @param decimals places after the point; negative ones are before it
  static double rounded(double number, int decimals) {
    return new BigDecimal(number)
        .round(SHOWN)
        .setScale(decimals, RoundingMode.HALF_UP)
        .doubleValue();
  }
}
