package dev.quire.engine.numfmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table that Excel's page on `CELL` gives for "format".
final class FormatSummaryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "General|G",
        "0|F0",
        "#,##0|,0",
        "0.00|F2",
        "#,##0.00|,2",
        "$#,##0_);($#,##0)|C0",
        "$#,##0_);[Red]($#,##0)|C0-",
        "$#,##0.00_);($#,##0.00)|C2",
        "$#,##0.00_);[Red]($#,##0.00)|C2-",
        "[$€-407]#,##0.00|C2",
        "0%|P0",
        "0.00%|P2",
        "0.00E+00|S2",
        "# ?/?|G",
        "# ??/??|G",
        "m/d/yy|D4",
        "m/d/yy h:mm|D4",
        "mm/dd/yy|D4",
        "d-mmm-yy|D1",
        "dd-mmm-yy|D1",
        "d-mmm|D2",
        "dd-mmm|D2",
        "mmm-yy|D3",
        "mm/dd|D5",
        "h:mm AM/PM|D7",
        "h:mm:ss AM/PM|D6",
        "h:mm|D9",
        "h:mm:ss|D8",
        "(0.00);0.00|F2()",
        "@|G",
        "\"open|G",
      })
  void codesAreToldByTheirKind(String code, String word) {
    assertEquals(word, FormatSummary.of(code).word());
  }
}
