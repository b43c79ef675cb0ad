package dev.quire.workbook.pivot;

import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.value.NumberValue;
import dev.quire.workbook.pivot.Grouping.DatePart;
import dev.quire.workbook.pivot.Grouping.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What groups are called when they begin and end elsewhere. Names that depend on the values are
/// spelt as the file spells them; those that do not, months for example, are in the language of the
/// Excel that made it and stay.
final class GroupLabels {
  /// More groups than anybody wants to see.
  private static final int MOST = 65_536;

  /// How far a quotient may be off a whole number through rounding.
  static final double NOISE = 1e-9;

  private static final String BELOW = "<";
  private static final String ABOVE = ">";

  /// How the languages of Excel write a short date.
  private static final List<String> DATES =
      List.of(
          "m/d/yyyy",
          "d/m/yyyy",
          "dd/mm/yyyy",
          "mm/dd/yyyy",
          "dd.mm.yyyy",
          "d.m.yyyy",
          "d. m. yyyy",
          "yyyy-mm-dd",
          "dd-mm-yyyy",
          "d-m-yyyy",
          "yyyy/mm/dd",
          "yyyy/m/d",
          "yyyy. mm. dd.",
          "yyyy.mm.dd",
          "yyyy.mm.dd.");

  private GroupLabels() {}

  /// Whether the first group has the name of blanks instead of its own.
  static boolean namesBlanks(List<String> names) {
    return !names.getFirst().startsWith(BELOW);
  }

  /// The names of stretches of numbers; empty when those of before are not spelt as here.
  ///
  /// @param names those of before
  /// @param whole whether the values are whole numbers now; each stretch then names its last one
  static Optional<List<String>> ranges(
      List<String> names, Grouping.Ranges before, Span now, boolean whole) {
    double interval = before.interval();
    boolean known =
        Stream.of(true, false)
            .anyMatch(each -> isSpelling(names, ranges(before.span(), interval, each)));
    boolean isWhole = whole && isWhole(interval) && isWhole(now.start());
    return known ? Optional.of(ranges(now, interval, isWhole)) : Optional.empty();
  }

  private static boolean isSpelling(List<String> names, List<String> spelt) {
    return names.size() == spelt.size()
        && names.subList(1, names.size()).equals(spelt.subList(1, spelt.size()))
        && (namesBlanks(names) || names.getFirst().equals(spelt.getFirst()));
  }

  static boolean isWhole(double number) {
    return number == Math.rint(number);
  }

  /// Stretches of whole numbers go on beyond an end that begins one; others end there (O).
  private static List<String> ranges(Span span, double interval, boolean whole) {
    double stretches = (span.end() - span.start()) / interval;
    double count =
        whole ? Math.floor(stretches + NOISE) + 1 : Math.max(1, Math.ceil(stretches - NOISE));
    if (!(count <= MOST)) {
      throw new PivotObstacle("it would have more than %d groups".formatted(MOST));
    }
    var names = new ArrayList<String>();
    names.add(BELOW + number(span.start()));
    for (int at = 0; at < (int) count; at++) {
      double from = span.start() + at * interval;
      names.add(number(from) + "-" + number(from + interval - (whole ? 1 : 0)));
    }
    names.add(ABOVE + number(span.start() + (int) count * interval));
    return names;
  }

  private static String number(double number) {
    return NumberFormat.GENERAL.format(new NumberValue(number), FormatContext.EN_US);
  }

  /// The names of parts of dates; empty when those of before are not spelt as any language does.
  ///
  /// @param names those of before
  /// @param years the first and the last year that there is now
  static Optional<List<String>> dates(
      List<String> names, Grouping.Dates before, Span now, int[] years, boolean date1904) {
    FormatContext context = date1904 ? FormatContext.EN_US_1904 : FormatContext.EN_US;
    Stream<String> within =
        before.part() == DatePart.YEARS
            ? IntStream.rangeClosed(years[0], years[1]).mapToObj(Integer::toString)
            : names.subList(1, names.size() - 1).stream();
    return DATES.stream()
        .map(code -> NumberFormat.tryCompile(code).orElseThrow(IllegalStateException::new))
        .filter(format -> isSpelling(names, before.span(), format, context))
        .findFirst()
        .map(format ->
            Stream.of(
                    Stream.of(BELOW + day(now.start(), format, context)),
                    within,
                    Stream.of(ABOVE + day(now.end(), format, context)))
                .flatMap(each -> each)
                .toList());
  }

  private static boolean isSpelling(
      List<String> names, Span span, NumberFormat format, FormatContext context) {
    return names.getLast().equals(ABOVE + day(span.end(), format, context))
        && (namesBlanks(names)
            || names.getFirst().equals(BELOW + day(span.start(), format, context)));
  }

  private static String day(double serial, NumberFormat format, FormatContext context) {
    return format.format(new NumberValue(Math.floor(serial)), context);
  }
}
