package dev.quire.workbook.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quire.workbook.style.Font;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the table of widths to the fonts it was made of: Debian's packages
/// `fonts-crosextra-carlito` and `fonts-liberation2` (both SIL Open Font License 1.1). To check it,
/// run this test with `-Dquire.fonts=` and a folder that has their `.ttf` files; with
/// `-Dquire.fonts.write=true` as well the table is written anew.
final class FontTableTest {
  private static final Path TABLE =
      Path.of("src/main/resources/dev/quire/workbook/font/" + FontTable.RESOURCE);

  private static final List<String> FAMILIES =
      List.of("Carlito", "LiberationSans", "LiberationSerif", "LiberationMono");
  private static final List<String> CUTS = List.of("Regular", "Bold", "Italic", "BoldItalic");

  private static final int[][] RANGES = {
    {0x20, 0x7e}, {0xa0, 0x24f}, {0x370, 0x3ff}, {0x400, 0x4ff}, {0x1e00, 0x1eff},
    {0x2010, 0x2044}, {0x20a0, 0x20bf}, {0x2100, 0x214f}, {0x2190, 0x2193}, {0x2200, 0x2265}
  };

  private static final String HEAD =
      """
      # Advance widths of characters in the metric twins of Calibri, Arial, Times New Roman and Courier New
      # (Carlito 1.104 and Liberation 2.1.5, both SIL Open Font License 1.1). Written by FontTableTest.
      # face\tunits per em\tascent\tdescent\tfirst:widths of consecutive characters, n*w for n equal ones, 0 for none
      """;

  @Test
  void tableIsThatOfTheFonts() throws IOException {
    String folder = System.getProperty("quire.fonts", "");
    assumeTrue(!folder.isEmpty(), "no fonts to compare with: -Dquire.fonts is not given");
    var table = new StringBuilder(HEAD);
    for (String family : FAMILIES) {
      for (String cut : CUTS) {
        String name = family + "-" + cut;
        table.append(line(name, Files.readAllBytes(Path.of(folder, name + ".ttf")))).append('\n');
      }
    }
    if (Boolean.getBoolean("quire.fonts.write")) {
      Files.writeString(TABLE, table.toString());
    }
    assertEquals(Files.readString(TABLE), table.toString());
  }

  private static String line(String name, byte[] bytes) {
    ByteBuffer font = ByteBuffer.wrap(bytes);
    int metrics = table(font, "OS/2");
    var columns = new ArrayList<String>();
    columns.add(name);
    columns.add("" + word(font, table(font, "head") + 18));
    columns.add("" + word(font, metrics + 74));
    columns.add("" + word(font, metrics + 76));
    IntUnaryOperator glyphs = glyphs(font);
    for (int[] range : RANGES) {
      int[] widths =
          IntStream.rangeClosed(range[0], range[1])
              .map(glyphs)
              .map(glyph -> glyph == 0 ? 0 : advance(font, glyph))
              .toArray();
      columns.add(Integer.toHexString(range[0]) + ":" + packed(widths));
    }
    return String.join("\t", columns);
  }

  private static String packed(int[] widths) {
    var runs = new ArrayList<String>();
    int end;
    for (int at = 0; at < widths.length; at = end) {
      end = at;
      while (end < widths.length && widths[end] == widths[at]) {
        end++;
      }
      runs.add(end - at == 1 ? "" + widths[at] : (end - at) + "*" + widths[at]);
    }
    return String.join(" ", runs);
  }

  private static int word(ByteBuffer font, int at) {
    return Short.toUnsignedInt(font.getShort(at));
  }

  private static int table(ByteBuffer font, String tag) {
    for (int entry = 0; entry < word(font, 4); entry++) {
      int at = 12 + 16 * entry;
      var name = new String(font.array(), at, 4, StandardCharsets.US_ASCII);
      if (name.equals(tag)) {
        return font.getInt(at + 8);
      }
    }
    throw new IllegalArgumentException("no table " + tag);
  }

  private static int advance(ByteBuffer font, int glyph) {
    int count = word(font, table(font, "hhea") + 34);
    return word(font, table(font, "hmtx") + 4 * Math.min(glyph, count - 1));
  }

  /// The glyph of each character, after the subtable of format 4 for Windows.
  private static IntUnaryOperator glyphs(ByteBuffer font) {
    int cmap = table(font, "cmap");
    for (int entry = 0; entry < word(font, cmap + 2); entry++) {
      int at = cmap + 4 + 8 * entry;
      if (word(font, at) == 3 && word(font, at + 2) == 1) {
        int segments = cmap + font.getInt(at + 4);
        return character -> glyph(font, segments, character);
      }
    }
    throw new IllegalArgumentException("no characters");
  }

  private static int glyph(ByteBuffer font, int at, int character) {
    int size = word(font, at + 6);
    for (int segment = 0; segment < size; segment += 2) {
      if (character <= word(font, at + 14 + segment)) {
        int start = word(font, at + 16 + size + segment);
        if (character < start) {
          return 0;
        }
        int delta = word(font, at + 16 + 2 * size + segment);
        int place = at + 16 + 3 * size + segment;
        int offset = word(font, place);
        if (offset == 0) {
          return (character + delta) & 0xFFFF;
        }
        int found = word(font, place + offset + 2 * (character - start));
        return found == 0 ? 0 : (found + delta) & 0xFFFF;
      }
    }
    return 0;
  }

  @ParameterizedTest
  @CsvSource({"Calibri, 11, 7", "Arial, 10, 7", "Courier New, 10, 8", "Times New Roman, 12, 8"})
  void digitsAreAsWideAsInExcel(String name, double points, int pixels) {
    Font font = Font.STANDARD.withName(name).withSize(points);
    assertEquals(10 * pixels, TextSize.width("0123456789", font));
  }

  @Test
  void textsWrapBetweenWordsAndWithinLongOnes() {
    assertEquals(
        List.of("one ", "two ", "three"), TextSize.wrapped("one two three", Font.STANDARD, 40));
    assertEquals("8888888888", String.join("", TextSize.wrapped("8888888888", Font.STANDARD, 21)));
    assertEquals(4, TextSize.wrapped("8888888888", Font.STANDARD, 21).size());
    assertEquals(List.of("a", "", "b"), TextSize.wrapped("a\n\nb", Font.STANDARD, 99));
  }
}
