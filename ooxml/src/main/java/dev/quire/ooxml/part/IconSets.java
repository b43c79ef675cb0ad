package dev.quire.ooxml.part;

import dev.quire.workbook.Icon;
import dev.quire.workbook.IconSet;
import dev.quire.workbook.spelling.CamelCase;
import java.util.Arrays;
import java.util.Optional;

/// How files spell sets of icons: `THREE_ARROWS_GRAY` is `3ArrowsGray` there (ECMA-376 part 1,
/// 18.18.42).
public final class IconSets {
  private IconSets() {}

  /// The word for a set.
  public static String of(IconSet set) {
    return CamelCase.upper(set).replaceFirst("^(Three|Four|Five)", Integer.toString(set.icons()));
  }

  /// The set that a word means.
  static Optional<IconSet> find(String word) {
    return Arrays.stream(IconSet.values()).filter(each -> of(each).equals(word)).findFirst();
  }

  /// An icon of a set; empty when there is none with this number.
  static Optional<Icon> icon(String set, int index) {
    return find(set)
        .filter(found -> index >= 0 && index < found.icons())
        .map(found -> new Icon(found, index));
  }
}
