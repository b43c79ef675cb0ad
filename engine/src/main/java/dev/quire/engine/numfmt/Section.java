package dev.quire.engine.numfmt;

/// A compiled section: writes a number, or refuses one that it cannot show.
sealed interface Section
    permits PlainSection, NumberSection, ScientificSection, FractionSection, DateSection {
  /// Appends the text of a number.
  ///
  /// @param negative whether to show that the number is below zero; the magnitude is written anyway
  /// @return false when the number cannot be shown (a date before the calendar begins); what was
  ///   appended is then void
  boolean write(double number, boolean negative, FormatContext context, StringBuilder out);
}
