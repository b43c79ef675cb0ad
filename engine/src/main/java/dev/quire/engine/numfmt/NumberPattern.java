package dev.quire.engine.numfmt;

import java.util.List;

/// Placeholders with the literals between them, ready to be filled with digits.
///
/// @param slots in order of writing
/// @param wholePlaces number of placeholders before the point
/// @param decimalPlaces number of placeholders after the point
/// @param exponentPlaces number of placeholders after `E+`
/// @param grouped whether thousands are separated
/// @param numerals what takes the place of the digits 0 to 9
record NumberPattern(
    List<Slot> slots,
    int wholePlaces,
    int decimalPlaces,
    int exponentPlaces,
    boolean grouped,
    Numerals numerals) {
  private static final int GROUP = 3;

  NumberPattern {
    slots = List.copyOf(slots);
  }

  /// The same pattern with a zero in each place before the point that has no digit.
  NumberPattern withZeros() {
    List<Slot> zeros =
        slots.stream()
            .map(slot ->
                slot instanceof Slot.Whole(char _, int place) ? new Slot.Whole('0', place) : slot)
            .toList();
    return new NumberPattern(zeros, wholePlaces, decimalPlaces, exponentPlaces, grouped, numerals);
  }

  /// Writes digits that have been rounded to [#decimalPlaces] already.
  void write(Decimal digits, int exponent, FormatSettings settings, StringBuilder out) {
    for (int i = 0, size = slots.size(); i < size; i++) {
      switch (slots.get(i)) {
        case Slot.Literal(String text) -> out.append(text);
        case Slot.Whole whole -> writeWhole(digits, whole, settings, out);
        case Slot.Decimals(char kind, int place) ->
            writePlace(place < digits.decimals(), digits.decimalDigit(place), kind, out);
        case Slot.Point() -> {
          if (wholePlaces == 0) {
            writeWholeFrom(digits, digits.wholeDigits() - 1, 0, settings, out);
          }
          out.append(settings.decimalSeparator());
        }
        case Slot.ExponentMark(char letter) -> out.append(letter);
        case Slot.ExponentSign(boolean showsPlus) ->
            out.append(exponent < 0 ? "-" : showsPlus ? "+" : "");
        case Slot.Exponent(char kind, int place) ->
            writeExponent(Math.abs(exponent), kind, place, out);
      }
    }
  }

  private void writeWhole(
      Decimal digits, Slot.Whole slot, FormatSettings settings, StringBuilder out) {
    int place = slot.place();
    int present = digits.wholeDigits();
    if (place < present) {
      // The first placeholder takes all digits that have no placeholder of their own.
      int from = place == wholePlaces - 1 ? present - 1 : place;
      writeWholeFrom(digits, from, place, settings, out);
    } else if (slot.kind() != '#') {
      boolean blank = slot.kind() == '?';
      out.append(blank ? ' ' : numerals.digit('0'));
      if (grouped && place > 0 && place % GROUP == 0) {
        out.append(blank ? ' ' : settings.groupSeparator());
      }
    }
  }

  private void writeWholeFrom(
      Decimal digits, int from, int to, FormatSettings settings, StringBuilder out) {
    for (int place = from; place >= to; place--) {
      out.append(numerals.digit(digits.wholeDigit(place)));
      if (grouped && place > 0 && place % GROUP == 0) {
        out.append(settings.groupSeparator());
      }
    }
  }

  private void writeExponent(int magnitude, char kind, int place, StringBuilder out) {
    String text = Integer.toString(magnitude);
    int from = text.length() - 1 - place;
    if (place == exponentPlaces - 1 && from > 0) {
      numerals.write(text.substring(0, from), out);
    }
    boolean present = from >= 0;
    writePlace(present, present ? text.charAt(from) : '0', kind, out);
  }

  private void writePlace(boolean present, char digit, char kind, StringBuilder out) {
    if (present) {
      out.append(numerals.digit(digit));
    } else if (kind != '#') {
      out.append(kind == '?' ? ' ' : numerals.digit('0'));
    }
  }
}
