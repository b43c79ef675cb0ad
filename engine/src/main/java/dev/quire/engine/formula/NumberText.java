package dev.quire.engine.formula;

import dev.quire.engine.value.Scalar;
import java.util.Optional;
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

  /// The text that a value shows in a number format. Empty when the code is damaged or the number
  /// has no text in it, such as a date before 1900.
  ///
  /// @param code in en-US spelling
  /// @param date1904 whether dates count from 1904
  Optional<String> formatted(Scalar value, String code, boolean date1904);

  /// The serial number of the day that a text names; empty when it names none.
  ///
  /// @param date1904 whether dates count from 1904
  OptionalDouble date(String text, boolean date1904);

  /// The time that a text names, as fraction of a day below 1; empty when it names neither a time
  /// nor a day, which means its midnight.
  OptionalDouble time(String text);
}
