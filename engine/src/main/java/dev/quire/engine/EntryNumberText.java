package dev.quire.engine;

import dev.quire.engine.formula.NumberText;
import dev.quire.engine.formula.PlainNumberText;
import dev.quire.engine.numfmt.EntryParser;
import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.numfmt.NumberFormats;
import dev.quire.engine.value.Scalar;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads texts in formulas as if they were typed into a cell, and writes numbers as cells show
/// them.
final class EntryNumberText implements NumberText {
  private final EntryParser from1900;
  private final EntryParser from1904;
  private final NumberFormats formats = new NumberFormats();

  /// @param year the year of dates that name none
  EntryNumberText(int year) {
    from1900 = new EntryParser(false, year);
    from1904 = new EntryParser(true, year);
  }

  @Override
  public OptionalDouble number(String text, boolean date1904) {
    EntryParser parser = parser(date1904);
    OptionalDouble number = parser.number(text);
    // Blanks before a number or a time do no harm, before a date they do (O).
    boolean isIndented = number.isPresent() && !text.equals(text.stripLeading());
    return isIndented && parser.date(text).isPresent() ? OptionalDouble.empty() : number;
  }

  private EntryParser parser(boolean date1904) {
    return date1904 ? from1904 : from1900;
  }

  @Override
  public String text(double number) {
    return PlainNumberText.INSTANCE.text(number);
  }

  @Override
  public Optional<String> formatted(Scalar value, String code, boolean date1904) {
    NumberFormat format = formats.format(code);
    return format.isDamaged()
        ? Optional.empty()
        : format.tryFormat(value, date1904 ? FormatContext.EN_US_1904 : FormatContext.EN_US);
  }

  @Override
  public OptionalDouble date(String text, boolean date1904) {
    return parser(date1904).date(text);
  }

  @Override
  public OptionalDouble time(String text) {
    return from1900.time(text);
  }
}
