package dev.quire.engine.numfmt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quire.engine.value.NumberValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The published tables of another formatter, 5,113 cases. Where it is known to differ from Excel
/// we follow Excel, and `published-differences.tsv` says so line by line: code, number, our text,
/// reason.
class PublishedCasesTest {
  private static final Path CASES = Path.of("../../shared/corpus/number-formats/cases.tsv");

  /// Most of the rest are dates in other languages and digits than English ones, which the tables
  /// write in English.
  private static final double SHARE_EQUAL = 0.954;

  /// Built-in numbers whose meaning follows the region or the version; the tables mean these.
  private static final Map<Integer, String> BUILT_IN_OF_THE_TABLES =
      Map.of(
          14, "m/d/yy",
          22, "m/d/yy h:mm",
          37, "#,##0 ;(#,##0)",
          38, "#,##0 ;[Red](#,##0)",
          39, "#,##0.00;(#,##0.00)",
          40, "#,##0.00;[Red](#,##0.00)",
          47, "mmss.0");

  @Test
  void differsFromThePublishedTablesOnlyWhereTheListSaysSo() throws IOException {
    assumeTrue(Files.exists(CASES), "the published tables are not beside this checkout");
    var cases = Files.readAllLines(CASES).stream().filter(l -> !l.isEmpty()).toList();
    var differences =
        cases.stream().map(TableCase::parse).flatMap(c -> difference(c).stream()).toList();
    double equal = 1 - (double) differences.size() / cases.size();
    assertTrue(equal >= SHARE_EQUAL, "only " + equal + " equal");
    var unexplained = new TreeSet<>(differences);
    explained().forEach(unexplained::remove);
    assertEquals(Set.of(), unexplained, "differences without a reason");
    var gone = new TreeSet<>(explained());
    differences.forEach(gone::remove);
    assertEquals(Set.of(), gone, "reasons without a difference");
  }

  private static List<String> explained() {
    return Tables.lines("published-differences.tsv").stream()
        .map(line -> Tables.unescape(line.substring(0, line.lastIndexOf('\t'))))
        .collect(Collectors.toList());
  }

  private static List<String> difference(TableCase given) {
    String code = code(given.code());
    String text =
        NumberFormat.compile(code).tryFormat(given.value(), FormatContext.EN_US).orElse("");
    if (text.equals(given.expected())) {
      return List.of();
    }
    String value =
        given.value() instanceof NumberValue(double number)
            ? Double.toString(number)
            : given.value().toString();
    return List.of(String.join("\t", code, value, text));
  }

  private static String code(String code) {
    if (!code.startsWith("#id")) {
      return code;
    }
    int id = Integer.parseInt(code.substring(3));
    return BUILT_IN_OF_THE_TABLES.containsKey(id)
        ? BUILT_IN_OF_THE_TABLES.get(id)
        : BuiltInFormats.code(id).orElseThrow();
  }
}
