package dev.quire.engine.numfmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our own cases, one for each feature and its edges. `?` stands for a number without a text; lines
/// with `#` say where the ones below them come from.
class NumberFormatCasesTest {
  static Stream<TableCase> cases() {
    return Tables.lines("numfmt-cases.tsv").stream()
        .filter(line -> !line.startsWith("# "))
        .map(TableCase::parse);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void formatGivesTheExpectedText(TableCase given) {
    var format = NumberFormat.compile(given.code());
    assertEquals(
        given.expected(), format.tryFormat(given.value(), FormatContext.EN_US).orElse("?"));
  }
}
