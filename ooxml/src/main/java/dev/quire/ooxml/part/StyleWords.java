package dev.quire.ooxml.part;

import dev.quire.workbook.spelling.CamelCase;
import dev.quire.workbook.style.HorizontalAlignment;
import dev.quire.workbook.style.LineStyle;
import dev.quire.workbook.style.Underline;
import dev.quire.workbook.style.VerticalAlignment;
import java.util.Map;

/// How files spell the words of styles: `MEDIUM_DASH_DOT` is `mediumDashDot` there (ECMA-376 part
/// 1, 18.18).
public final class StyleWords {
  private static final Map<Enum<?>, String> IRREGULAR =
      Map.of(
          HorizontalAlignment.CENTER_ACROSS_SELECTION, "centerContinuous",
          Underline.SINGLE_ACCOUNTANT, "singleAccounting",
          Underline.DOUBLE_ACCOUNTANT, "doubleAccounting");

  private StyleWords() {}

  /// The word for a constant.
  public static String of(Enum<?> constant) {
    return IRREGULAR.getOrDefault(constant, CamelCase.lower(constant));
  }

  private static <E extends Enum<E>> E find(E[] constants, String word, E otherwise) {
    for (E each : constants) {
      if (of(each).equals(word)) {
        return each;
      }
    }
    return otherwise;
  }

  static LineStyle line(String word) {
    return find(LineStyle.values(), word, LineStyle.NONE);
  }

  static Underline underline(String word) {
    return find(Underline.values(), word, Underline.SINGLE);
  }

  static HorizontalAlignment horizontal(String word) {
    return find(HorizontalAlignment.values(), word, HorizontalAlignment.GENERAL);
  }

  static VerticalAlignment vertical(String word) {
    return find(VerticalAlignment.values(), word, VerticalAlignment.BOTTOM);
  }
}
