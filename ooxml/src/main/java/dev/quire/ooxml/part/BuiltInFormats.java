package dev.quire.ooxml.part;

import dev.quire.workbook.CellStyle;
import java.util.HashMap;
import java.util.Map;

/// Number formats that a file names by number only (ECMA-376 part 1, §18.8.30), in the spelling of
/// Excel in the United States. Numbers 27 to 36 and 50 to 58 mean East Asian dates and times; where
/// no such language is set they are ordinary ones.
final class BuiltInFormats {
  private static final Map<Integer, String> CODES = new HashMap<>();

  static {
    String[] plain = {
      CellStyle.GENERAL,
      "0",
      "0.00",
      "#,##0",
      "#,##0.00",
      "$#,##0_);($#,##0)",
      "$#,##0_);[Red]($#,##0)",
      "$#,##0.00_);($#,##0.00)",
      "$#,##0.00_);[Red]($#,##0.00)",
      "0%",
      "0.00%",
      "0.00E+00",
      "# ?/?",
      "# ??/??",
      "m/d/yyyy",
      "d-mmm-yy",
      "d-mmm",
      "mmm-yy",
      "h:mm AM/PM",
      "h:mm:ss AM/PM",
      "h:mm",
      "h:mm:ss",
      "m/d/yyyy h:mm"
    };
    put(0, plain);
    String date = plain[14];
    String time = plain[21];
    put(27, date, date, date, date, date, time, time, time, time, date);
    put(
        37,
        "#,##0_);(#,##0)",
        "#,##0_);[Red](#,##0)",
        "#,##0.00_);(#,##0.00)",
        "#,##0.00_);[Red](#,##0.00)",
        "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)",
        "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)",
        "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)",
        "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)",
        "mm:ss",
        "[h]:mm:ss",
        "mm:ss.0",
        "##0.0E+0",
        "@");
    put(50, date, date, date, date, date, date, date, date, date);
  }

  private BuiltInFormats() {}

  /// The code of a number, `General` for one that means nothing.
  static String code(int number) {
    return CODES.getOrDefault(number, CellStyle.GENERAL);
  }

  private static void put(int first, String... codes) {
    for (int i = 0; i < codes.length; i++) {
      CODES.put(first + i, codes[i]);
    }
  }
}
