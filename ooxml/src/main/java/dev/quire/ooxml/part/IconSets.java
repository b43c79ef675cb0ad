package dev.quire.ooxml.part;

import dev.quire.workbook.Icon;
import dev.quire.workbook.IconSet;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How files spell sets of icons: `THREE_ARROWS_GRAY` is `3ArrowsGray` there (ECMA-376 part 1,
/// 18.18.42).
public final class IconSets {
  private IconSets() {}

  /// The word for a set.
  public static String of(IconSet set) {
    return set.icons()
        + Arrays.stream(set.name().split("_"))
            .skip(1)
            .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
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
