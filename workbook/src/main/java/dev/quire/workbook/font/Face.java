package dev.quire.workbook.font;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One cut of a font family, as far as sizes go; all in units of the font.
///
/// @param unitsPerEm units of the size of the font
/// @param ascent how far it reaches above the line
/// @param descent how far it reaches below the line
/// @param widths of consecutive characters, by the first one; 0 where the font has none
record Face(int unitsPerEm, int ascent, int descent, TreeMap<Integer, int[]> widths) {
  /// From here on most characters are as wide as the font is high: East Asian scripts.
  private static final int FIRST_WIDE = 0x2E80;

  /// Reads a line of the table: name, units, ascent, descent, runs of widths.
  static Face read(String[] columns) {
    var widths = new TreeMap<Integer, int[]>();
    for (int at = 4; at < columns.length; at++) {
      String[] run = columns[at].split(":");
      widths.put(Integer.parseInt(run[0], 16), widths(run[1]));
    }
    return new Face(
        Integer.parseInt(columns[1]),
        Integer.parseInt(columns[2]),
        Integer.parseInt(columns[3]),
        widths);
  }

  private static int[] widths(String text) {
    return Arrays.stream(text.split(" "))
        .flatMapToInt(each -> {
          int star = each.indexOf('*');
          int width = Integer.parseInt(each, star + 1, each.length(), 10);
          long times = star < 0 ? 1 : Integer.parseInt(each, 0, star, 10);
          return IntStream.generate(() -> width).limit(times);
        })
        .toArray();
  }

  /// How far a character moves on.
  int width(int character) {
    Map.Entry<Integer, int[]> run = widths.floorEntry(character);
    int at = run == null ? -1 : character - run.getKey();
    int width = run != null && at < run.getValue().length ? run.getValue()[at] : 0;
    if (width > 0) {
      return width;
    }
    return character >= FIRST_WIDE ? unitsPerEm : width('n');
  }
}
