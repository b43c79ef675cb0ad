package dev.quire.engine.formula;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text of a reference that `INDIRECT` reads, which is less free than in a formula (all O):
/// nothing stands before it and only blanks behind it; blanks may follow the `!` of a sheet, and
/// stand on either side of the colon between two cells, and before the one between two rows or
/// columns in R1C1. A sheet is named once, and only one.
final class IndirectText {
  private static final Pattern SHEET =
      Pattern.compile("((?:'(?:[^']|'')+'|[^'!:\\[\\] ]+)!) *(?=[^ ])");
  private static final Pattern BLANKS_AT_END = Pattern.compile(" +$");

  private static final String INDEX = "(?:\\d+|\\[[+-]?\\d*\\])?";
  private static final String A1_CELL = "(\\$?[A-Za-z]{1,3}\\$?\\d+)";
  private static final String R1C1_CELL = "([Rr]" + INDEX + "[Cc]" + INDEX + ")";
  private static final String R1C1_LINE = "([RrCc]" + INDEX + ")";
  private static final Pattern A1_CELLS = Pattern.compile(A1_CELL + " *: *" + A1_CELL);
  private static final Pattern R1C1_CELLS = Pattern.compile(R1C1_CELL + " *: *" + R1C1_CELL);
  private static final Pattern R1C1_LINES = Pattern.compile(R1C1_LINE + " *:" + R1C1_LINE);

  private IndirectText() {}

  /// The text as the parser of formulas takes it; empty when `INDIRECT` does not take it.
  static Optional<String> formula(String text, Notation notation) {
    String written = BLANKS_AT_END.matcher(text).replaceFirst("");
    if (written.isEmpty()
        || Words.isBlank(written.charAt(0))
        || Words.isBlank(written.charAt(written.length() - 1))) {
      return Optional.empty();
    }
    Matcher sheet = SHEET.matcher(written);
    if (!sheet.lookingAt()) {
      return Optional.of(notation == Notation.A1 ? joined(written, A1_CELLS) : r1c1(written));
    }
    String place = written.substring(sheet.end());
    return place.indexOf('!') >= 0
        ? Optional.empty()
        : Optional.of(
            sheet.group(1) + (notation == Notation.A1 ? joined(place, A1_CELLS) : r1c1(place)));
  }

  private static String r1c1(String place) {
    return joined(joined(place, R1C1_CELLS), R1C1_LINES);
  }

  private static String joined(String place, Pattern corners) {
    Matcher matcher = corners.matcher(place);
    return matcher.matches() ? matcher.group(1) + ":" + matcher.group(2) : place;
  }
}
