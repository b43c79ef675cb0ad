package dev.quire.chart.font;

/// Which glyph a character has: the `cmap` subtable for Windows and Unicode, in format 4.
final class CharacterMap {
  private static final int WINDOWS = 3;
  private static final int UNICODE = 1;
  private static final int ENTRY = 8;
  private static final int SEGMENTS_HEADER = 14;

  private final FontTables tables;
  private final int segments;
  private final int ends;

  CharacterMap(FontTables tables) {
    this.tables = tables;
    int subtable = subtable(tables);
    segments = tables.unsigned(subtable + 6) / 2;
    ends = subtable + SEGMENTS_HEADER;
  }

  private static int subtable(FontTables tables) {
    int cmap = tables.table("cmap");
    int count = tables.unsigned(cmap + 2);
    for (int i = 0; i < count; i++) {
      int at = cmap + 4 + i * ENTRY;
      if (tables.unsigned(at) == WINDOWS && tables.unsigned(at + 2) == UNICODE) {
        return cmap + tables.integer(at + 4);
      }
    }
    throw new IllegalStateException("font without a Unicode map");
  }

  /// 0 when the font does not have the character.
  int glyph(int codePoint) {
    if (codePoint > Character.MAX_VALUE) {
      return 0;
    }
    int low = 0;
    int high = segments - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tables.unsigned(ends + 2 * middle) < codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int starts = ends + 2 * segments + 2;
    int start = tables.unsigned(starts + 2 * low);
    if (start > codePoint || tables.unsigned(ends + 2 * low) < codePoint) {
      return 0;
    }
    int delta = tables.signed(starts + 2 * segments + 2 * low);
    int rangeAt = starts + 4 * segments + 2 * low;
    int range = tables.unsigned(rangeAt);
    if (range == 0) {
      return codePoint + delta & 0xFFFF;
    }
    int glyph = tables.unsigned(rangeAt + range + 2 * (codePoint - start));
    return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
  }
}
