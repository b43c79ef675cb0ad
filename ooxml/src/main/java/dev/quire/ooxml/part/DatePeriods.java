package dev.quire.ooxml.part;

import dev.quire.workbook.DatePeriod;
import dev.quire.workbook.spelling.CamelCase;
import java.util.Arrays;
import java.util.Optional;

/// How files spell the periods of filters (ECMA-376 part 1, 18.18.26): `thisWeek`, `Q1`, `M1`.
public final class DatePeriods {
  private DatePeriods() {}

  /// The period of a `dynamicFilter`.
  public static Optional<DatePeriod> find(String type) {
    return Arrays.stream(DatePeriod.values()).filter(each -> type(each).equals(type)).findFirst();
  }

  /// The `type` of a period.
  public static String type(DatePeriod period) {
    if (period.compareTo(DatePeriod.JANUARY) >= 0) {
      return "M" + (period.ordinal() - DatePeriod.JANUARY.ordinal() + 1);
    }
    if (period.compareTo(DatePeriod.QUARTER_1) >= 0) {
      return "Q" + (period.ordinal() - DatePeriod.QUARTER_1.ordinal() + 1);
    }
    return CamelCase.lower(period);
  }
}
