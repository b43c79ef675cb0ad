package dev.quire.workbook.font;

import dev.quire.workbook.style.Font;
import java.util.ArrayList;
import java.util.List;

/// How many pixels texts need on a screen of 96 dots per inch, where Excel measures them.
public final class TextSize {
  private static final double PIXELS_PER_POINT = 96.0 / 72;

  private TextSize() {}

  /// The width of one line. Each character takes whole pixels, as in Excel: a digit in Calibri 11
  /// is 7 wide.
  public static int width(String line, Font font) {
    Face face = FontTable.face(font);
    double scale = font.sizePoints() * PIXELS_PER_POINT / face.unitsPerEm();
    return line.codePoints().map(each -> (int) Math.rint(face.width(each) * scale)).sum();
  }

  /// The height of lines below one another, without room around them.
  public static int height(int lines, Font font) {
    Face face = FontTable.face(font);
    double em = Math.rint(font.sizePoints() * PIXELS_PER_POINT);
    double ascent = Math.rint(face.ascent() * em / face.unitsPerEm());
    double descent = Math.rint(face.descent() * em / face.unitsPerEm());
    return (int) (lines * (ascent + descent));
  }

  /// The lines of a text, broken between words where they get too wide, and within words that are
  /// too wide alone.
  ///
  /// @param width room in pixels
  public static List<String> wrapped(String text, Font font, int width) {
    var lines = new ArrayList<String>();
    for (String paragraph : text.split("\n", -1)) {
      var line = new StringBuilder();
      for (String word : paragraph.split("(?<= )")) {
        if (!line.isEmpty() && width(line + word.stripTrailing(), font) > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(word);
        breakWord(line, font, width, lines);
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /// Breaks off full lines of a line that has one word only.
  private static void breakWord(StringBuilder line, Font font, int width, List<String> lines) {
    while (line.indexOf(" ") < 0 && line.length() > 1 && width(line.toString(), font) > width) {
      int end = 1;
      while (end + 1 < line.length() && width(line.substring(0, end + 1), font) <= width) {
        end++;
      }
      lines.add(line.substring(0, end));
      line.delete(0, end);
    }
  }
}
