package dev.quire.engine.numfmt;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// A compiled section: writes a number, or refuses one that it cannot show.
sealed interface Section
    permits PlainSection, NumberSection, ScientificSection, FractionSection, DateSection {
  /// Appends the text of a number.
  ///
  /// @param negative whether to show that the number is below zero; the magnitude is written anyway
  /// @return false when the number cannot be shown (a date before the calendar begins); what was
  ///   appended is then void
  boolean write(double number, boolean negative, FormatContext context, StringBuilder out);

  /// The number that the section shows: rounded to its places. Sections without places for digits
  /// show all of it.
  default double asDisplayed(double number) {
    return number;
  }

  /// Rounds half away from zero.
  ///
  /// @param decimals places after the point; negative ones are before it
  static double rounded(double number, int decimals) {
    return BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
  }
}
