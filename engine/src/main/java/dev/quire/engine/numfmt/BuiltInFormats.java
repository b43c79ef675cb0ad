package dev.quire.engine.numfmt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The formats that files name by number only, in en-US spelling (ECMA-376 part 1, 18.8.30, with
/// what Excel shows for the dates that follow the region).
public final class BuiltInFormats {
  /// First number of the formats that a file defines itself.
  public static final int FIRST_CUSTOM_ID = 164;

  private static final Map<Integer, String> CODES =
      Map.ofEntries(
          Map.entry(0, "General"),
          Map.entry(1, "0"),
          Map.entry(2, "0.00"),
          Map.entry(3, "#,##0"),
          Map.entry(4, "#,##0.00"),
          Map.entry(5, "$#,##0_);($#,##0)"),
          Map.entry(6, "$#,##0_);[Red]($#,##0)"),
          Map.entry(7, "$#,##0.00_);($#,##0.00)"),
          Map.entry(8, "$#,##0.00_);[Red]($#,##0.00)"),
          Map.entry(9, "0%"),
          Map.entry(10, "0.00%"),
          Map.entry(11, "0.00E+00"),
          Map.entry(12, "# ?/?"),
          Map.entry(13, "# ??/??"),
          Map.entry(14, "m/d/yyyy"),
          Map.entry(15, "d-mmm-yy"),
          Map.entry(16, "d-mmm"),
          Map.entry(17, "mmm-yy"),
          Map.entry(18, "h:mm AM/PM"),
          Map.entry(19, "h:mm:ss AM/PM"),
          Map.entry(20, "h:mm"),
          Map.entry(21, "h:mm:ss"),
          Map.entry(22, "m/d/yyyy h:mm"),
          Map.entry(37, "#,##0_);(#,##0)"),
          Map.entry(38, "#,##0_);[Red](#,##0)"),
          Map.entry(39, "#,##0.00_);(#,##0.00)"),
          Map.entry(40, "#,##0.00_);[Red](#,##0.00)"),
          Map.entry(41, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)"),
          Map.entry(42, "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)"),
          Map.entry(43, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)"),
          Map.entry(44, "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)"),
          Map.entry(45, "mm:ss"),
          Map.entry(46, "[h]:mm:ss"),
          Map.entry(47, "mm:ss.0"),
          Map.entry(48, "##0.0E+0"),
          Map.entry(49, "@"));

  private static final Map<String, Integer> IDS = ids();

  private BuiltInFormats() {}

  private static Map<String, Integer> ids() {
    var ids = new HashMap<String, Integer>();
    CODES.forEach((id, code) -> ids.put(code, id));
    return Map.copyOf(ids);
  }

  /// The code of a built-in number, empty for numbers without one. Numbers 27 to 36 and 50 to 58
  /// mean East Asian dates and times; where no such language is set they are ordinary ones.
  public static Optional<String> code(int id) {
    boolean isEastAsian = id >= 27 && id <= 36 || id >= 50 && id <= 58;
    boolean isTime = id >= 32 && id <= 35;
    return Optional.ofNullable(CODES.get(isEastAsian ? isTime ? 21 : 14 : id));
  }

  /// The built-in number of a code in exactly this spelling.
  public static OptionalInt id(String code) {
    Integer id = IDS.get(code);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }
}
