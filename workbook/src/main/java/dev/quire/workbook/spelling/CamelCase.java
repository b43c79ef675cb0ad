package dev.quire.workbook.spelling;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// Constants as the API and files spell them.
public final class CamelCase {
  private CamelCase() {}

  /// `INSIDE_END` is `InsideEnd`.
  public static String upper(Enum<?> constant) {
    return Arrays.stream(constant.name().split("_"))
        .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }

  /// `INSIDE_END` is `insideEnd`.
  public static String lower(Enum<?> constant) {
    String upper = upper(constant);
    return Character.toLowerCase(upper.charAt(0)) + upper.substring(1);
  }
}
