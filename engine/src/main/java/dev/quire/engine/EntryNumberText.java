package dev.quire.engine;

import dev.quire.engine.formula.NumberText;
import dev.quire.engine.formula.PlainNumberText;
import dev.quire.engine.numfmt.EntryParser;
import java.util.OptionalDouble;

/// Reads texts in formulas as if they were typed into a cell.
final class EntryNumberText implements NumberText {
  private final EntryParser from1900;
  private final EntryParser from1904;

  /// @param year the year of dates that name none
  EntryNumberText(int year) {
    from1900 = new EntryParser(false, year);
    from1904 = new EntryParser(true, year);
  }

  @Override
  public OptionalDouble number(String text, boolean date1904) {
    return (date1904 ? from1904 : from1900).number(text);
  }

  @Override
  public String text(double number) {
    return PlainNumberText.INSTANCE.text(number);
  }
}
