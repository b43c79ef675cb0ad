package dev.quire.engine.formula;

import java.util.OptionalDouble;

/// How numbers turn into text and back when a formula mixes them.
public interface NumberText {
  /// The number that a text means when it is typed into a cell: `1,234.5`, `12%`, `2024-02-29`,
  /// `6:00 PM`. Empty when it is no number.
  ///
  /// @param date1904 whether dates count from 1904
  OptionalDouble number(String text, boolean date1904);

  /// The text of a number in the General format without limit of width: up to 15 digits.
  String text(double number);
}
