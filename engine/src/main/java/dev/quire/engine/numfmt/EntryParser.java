package dev.quire.engine.numfmt;

import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads texts as Excel reads what is typed in en-US (semantics §6.3). The same rules serve cells,
/// `VALUE()`, `DATEVALUE()`, `TIMEVALUE()` and texts in arithmetic.
///
/// @param date1904 whether the workbook counts days from 1904
/// @param currentYear the year of a date without one, such as `1/2`
public record EntryParser(boolean date1904, int currentYear) {
  /// A longer text is neither a number nor a date.
  private static final int LONGEST_NUMBER = 255;

  private static final double DAY_MILLIS = 86_400_000;

  /// What a text means for a cell. Total: what is nothing else is a text, and is kept with its
  /// blanks; numbers may have blanks around them. Does not check that the text fits into a cell.
  public TypedEntry parse(String text) {
    if (text.isEmpty()) {
      return keeping(BlankValue.BLANK);
    }
    if (text.charAt(0) == '\'') {
      return new TypedEntry.ForcedText(new TextValue(text.substring(1)));
    }
    if (text.charAt(0) == '=' && text.length() > 1) {
      return new TypedEntry.Formula(text);
    }
    return read(text)
        .<TypedEntry>map(
            found -> new TypedEntry.Constant(new NumberValue(found.number()), found.numberFormat()))
        .orElseGet(() -> keeping(word(text)));
  }

  private static TypedEntry keeping(Scalar value) {
    return new TypedEntry.Constant(value, TypedEntry.KEEP);
  }

  private static Scalar word(String text) {
    String word = text.strip();
    if (word.equalsIgnoreCase("TRUE") || word.equalsIgnoreCase("FALSE")) {
      return LogicalValue.of(word.equalsIgnoreCase("TRUE"));
    }
    return word.startsWith("#")
        ? ErrorValue.find(word).<Scalar>map(error -> error).orElse(new TextValue(text))
        : new TextValue(text);
  }

  /// The number that a text stands for, be it a plain number, an amount, a percentage, a fraction,
  /// a date or a time; empty for any other text, also for the empty one and `TRUE`.
  public OptionalDouble number(String text) {
    return toDouble(read(text));
  }

  /// The serial number of the day that a text names, without the time it may name too.
  public OptionalDouble date(String text) {
    var moment = moment(text.strip());
    return moment.isPresent() && moment.get().isDated()
        ? OptionalDouble.of(Math.floor(moment.get().number()))
        : OptionalDouble.empty();
  }

  /// The time that a text names, as fraction of a day below 1, without the date it may name too. A
  /// date alone is midnight.
  public OptionalDouble time(String text) {
    var moment = moment(text.strip());
    if (moment.isEmpty()) {
      return OptionalDouble.empty();
    }
    double number = moment.get().number();
    // Next to a day the fraction has lost its last digits; no text names less than a millisecond.
    double millis = Math.rint((number - Math.floor(number)) * DAY_MILLIS);
    return OptionalDouble.of(millis % DAY_MILLIS / DAY_MILLIS);
  }

  private static OptionalDouble toDouble(Optional<NumberEntry> entry) {
    return entry.isPresent() ? OptionalDouble.of(entry.get().number()) : OptionalDouble.empty();
  }

  private Optional<NumberEntry> read(String text) {
    if (text.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    String stripped = text.strip();
    if (!canBeNumber(stripped)) {
      return Optional.empty();
    }
    return AmountReader.read(stripped)
        .or(() -> FractionReader.read(stripped))
        .or(() -> moment(stripped));
  }

  /// Whether there is a digit at all, which spares most texts the rest.
  private static boolean canBeNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        return true;
      }
    }
    return false;
  }

  private Optional<NumberEntry> moment(String text) {
    return new MomentReader(date1904, currentYear).read(text);
  }
}
