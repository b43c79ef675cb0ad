package dev.quire.graph.resource;

import dev.quire.workbook.spelling.CamelCase;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Enumeration words of the API: `AUTOMATIC_EXCEPT_TABLES` here is `AutomaticExceptTables` there.
/// They are read without case and written as documented (semantics §2.2).
final class Wording {
  private Wording() {}

  /// The word of a constant.
  static String of(Enum<?> constant) {
    return CamelCase.upper(constant);
  }

  /// The constant of a word.
  ///
  /// @throws BadArgument when there is none; the message lists them
  static <E extends Enum<E>> E parse(Class<E> type, String argument, String word) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equalsIgnoreCase(word)) {
        return constant;
      }
    }
    throw new BadArgument(
        "'%s' is no value of '%s'; it has to be one of %s."
            .formatted(
                word,
                argument,
                Arrays.stream(type.getEnumConstants())
                    .map(Wording::of)
                    .collect(Collectors.joining(", "))));
  }
}
