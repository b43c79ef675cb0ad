package dev.quire.chart.look;

import dev.quire.chart.canvas.Box;
import dev.quire.chart.canvas.Canvas;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/// Centred lines of text.
///
/// @param lines at least one
/// @param lettering of all of them
public record TextBlock(List<String> lines, Lettering lettering) {
  private static final int MOST_LINES = 12;
  private static final int LONGEST = 2_000;
  private static final String CUT = "…";

  /// Copies the list.
  public TextBlock {
    lines = List.copyOf(lines);
  }

  /// A text on the lines that it has.
  public static TextBlock of(String text, Lettering lettering) {
    return new TextBlock(paragraphs(text), lettering);
  }

  private static List<String> paragraphs(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) + CUT : text;
    return List.of(bounded.split("\r\n|\n|\r", MOST_LINES));
  }

  /// A text broken between words, so that lines are no wider than told where words allow it; what
  /// is longer than some lines ends in an ellipsis.
  public static TextBlock wrapped(String text, Lettering lettering, double width, int mostLines) {
    var lines = new ArrayList<String>();
    for (String paragraph : paragraphs(text)) {
      var line = new StringBuilder();
      for (String word : paragraph.split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && lettering.width(longer) > width) {
          lines.add(line.toString());
          line.setLength(0);
          line.append(word);
        } else {
          line.setLength(0);
          line.append(longer);
        }
      }
      lines.add(line.toString());
    }
    if (lines.size() > mostLines) {
      String last = lines.get(mostLines - 1) + CUT;
      lines.subList(mostLines - 1, lines.size()).clear();
      lines.add(last);
    }
    return new TextBlock(
        lines.stream().map(line -> cut(line, lettering, width)).toList(), lettering);
  }

  /// The start of a text that fits, with an ellipsis; the text itself when it fits.
  public static String cut(String text, Lettering lettering, double width) {
    if (lettering.width(text) <= width) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (lettering.width(text.substring(0, middle) + CUT) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low == 0 ? text.substring(0, Math.min(1, text.length())) : text.substring(0, low) + CUT;
  }

  /// Width of the widest line.
  public double width() {
    return lines.stream().mapToDouble(lettering::width).max().orElse(0);
  }

  /// Height of all lines.
  public double height() {
    return lines.size() * lettering.lineHeight();
  }

  /// The box it takes around a middle, not turned.
  public Box around(double centerX, double centerY) {
    return new Box(centerX - width() / 2, centerY - height() / 2, width(), height());
  }

  /// Writes it around a middle.
  public void write(Canvas canvas, double centerX, double centerY) {
    double baseline = centerY - height() / 2 + lettering.font().ascent();
    for (String line : lines) {
      lettering.write(canvas, line, centerX - lettering.width(line) / 2, baseline);
      baseline += lettering.lineHeight();
    }
  }

  /// Writes it around a middle, turned clockwise.
  public void write(Canvas canvas, double centerX, double centerY, double degrees) {
    if (degrees % 360 == 0) {
      write(canvas, centerX, centerY);
      return;
    }
    double baseline = -height() / 2 + lettering.font().ascent();
    for (String line : lines) {
      var place = AffineTransform.getTranslateInstance(centerX, centerY);
      place.rotate(Math.toRadians(degrees));
      place.translate(-lettering.width(line) / 2, baseline);
      lettering.write(canvas, line, place);
      baseline += lettering.lineHeight();
    }
  }
}
