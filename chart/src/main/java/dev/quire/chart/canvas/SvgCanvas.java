package dev.quire.chart.canvas;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Draws as SVG 1.1. Letters are paths, so that they look the same everywhere; their words stand
/// beside them for readers that do not look.
public final class SvgCanvas implements Canvas {
  private static final double FARTHEST = 1e6;

  private final StringBuilder body = new StringBuilder();
  private final StringBuilder definitions = new StringBuilder();
  private final Map<Object, String> names = new HashMap<>();
  private final double width;
  private final double height;

  /// @param width in pixels
  /// @param height in pixels
  public SvgCanvas(double width, double height) {
    this.width = width;
    this.height = height;
  }

  /// The document.
  ///
  /// @param title what the picture is called
  public String document(String title) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%s" height="%s" viewBox="0 0 %s %s" role="img">
    <title>%s</title>
    <defs>%s</defs>
    %s</svg>
    """
        .formatted(
            number(width),
            number(height),
            number(width),
            number(height),
            escaped(title),
            definitions,
            body);
  }

  @Override
  public void fill(Path2D shape, Paint paint) {
    body.append("<path d=\"").append(data(shape)).append("\" ");
    paint("fill", paint);
    body.append("/>\n");
  }

  @Override
  public void stroke(Path2D path, Pen pen) {
    body.append("<path d=\"").append(data(path)).append("\" fill=\"none\" ");
    paint("stroke", pen.paint());
    body.append(" stroke-width=\"").append(number(pen.width())).append('"');
    if (pen.round()) {
      body.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"");
    }
    if (!pen.dashes().isEmpty()) {
      body.append(" stroke-dasharray=\"")
          .append(pen.dashes().stream().map(SvgCanvas::number).collect(Collectors.joining(" ")))
          .append('"');
    }
    body.append("/>\n");
  }

  @Override
  public void letters(Path2D outline, int argb, String words) {
    body.append("<path aria-label=\"").append(escaped(words)).append("\" d=\"");
    body.append(data(outline)).append("\" ");
    paint("fill", new Paint.Solid(argb));
    body.append("/>\n");
  }

  @Override
  public void clip(Box box) {
    String name =
        names.computeIfAbsent(
            box,
            key -> {
              String id = "c" + names.size();
              definitions.append(
                  "<clipPath id=\"%s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></clipPath>"
                      .formatted(
                          id,
                          number(box.x()),
                          number(box.y()),
                          number(box.width()),
                          number(box.height())));
              return id;
            });
    body.append("<g clip-path=\"url(#").append(name).append(")\">\n");
  }

  @Override
  public void unclip() {
    body.append("</g>\n");
  }

  @Override
  public double snap(double at, double wide) {
    double shift = wide > 0 && Math.max(1, Math.round(wide)) % 2 != 0 ? 0.5 : 0;
    return Math.round(at - shift) + shift;
  }

  private void paint(String attribute, Paint paint) {
    switch (paint) {
      case Paint.Solid(int argb) -> {
        body.append(attribute).append("=\"").append(color(argb)).append('"');
        if (argb >>> 24 != 0xFF) {
          body.append(' ').append(attribute).append("-opacity=\"").append(opacity(argb));
          body.append('"');
        }
      }
      case Paint.Blend blend -> reference(attribute, blend, gradient(blend));
      case Paint.Glow glow -> reference(attribute, glow, gradient(glow));
      case Paint.Hatch hatch -> reference(attribute, hatch, pattern(hatch));
    }
  }

  private void reference(String attribute, Paint paint, String definition) {
    String name =
        names.computeIfAbsent(
            paint,
            key -> {
              String id = "p" + names.size();
              definitions.append(definition.replace("@", id));
              return id;
            });
    body.append(attribute).append("=\"url(#").append(name).append(")\"");
  }

  private static String gradient(Paint.Blend blend) {
    return ("<linearGradient id=\"@\" gradientUnits=\"userSpaceOnUse\" x1=\"%s\" y1=\"%s\" x2=\"%s\""
            + " y2=\"%s\">%s</linearGradient>")
        .formatted(
            number(blend.x0()),
            number(blend.y0()),
            number(blend.x1()),
            number(blend.y1()),
            stops(blend.stops()));
  }

  private static String gradient(Paint.Glow glow) {
    return ("<radialGradient id=\"@\" gradientUnits=\"userSpaceOnUse\" cx=\"%s\" cy=\"%s\""
            + " r=\"%s\">%s</radialGradient>")
        .formatted(number(glow.x()), number(glow.y()), number(glow.radius()), stops(glow.stops()));
  }

  private static String stops(List<Paint.Stop> stops) {
    return stops.stream()
        .map(stop ->
            "<stop offset=\"%s\" stop-color=\"%s\" stop-opacity=\"%s\"/>"
                .formatted(number(stop.at()), color(stop.argb()), opacity(stop.argb())))
        .collect(Collectors.joining());
  }

  private static String pattern(Paint.Hatch hatch) {
    var dots = new StringBuilder();
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        if (hatch.isSet(x, y)) {
          dots.append("M%d %dh1v1h-1z".formatted(x, y));
        }
      }
    }
    return ("<pattern id=\"@\" patternUnits=\"userSpaceOnUse\" width=\"8\" height=\"8\"><rect"
            + " width=\"8\" height=\"8\" fill=\"%s\"/><path d=\"%s\" fill=\"%s\"/></pattern>")
        .formatted(color(hatch.background()), dots, color(hatch.foreground()));
  }

  private static String color(int argb) {
    return String.format(Locale.ROOT, "#%06x", argb & 0xFFFFFF);
  }

  private static String opacity(int argb) {
    return number((argb >>> 24) / 255.0);
  }

  private static String data(Path2D path) {
    var data = new StringBuilder();
    var at = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(at);
      data.append("MLQCZ".charAt(kind));
      int numbers = kind == PathIterator.SEG_CLOSE ? 0 : Math.max(2, 2 * kind);
      for (int n = 0; n < numbers; n++) {
        data.append(n == 0 ? "" : " ").append(number(at[n]));
      }
    }
    return data.toString();
  }

  /// With two decimal places, without those that are zero.
  private static String number(double value) {
    double near = value >= -FARTHEST ? Math.min(value, FARTHEST) : -FARTHEST;
    long hundredths = Math.round(near * 100);
    long size = Math.abs(hundredths);
    String sign = hundredths < 0 ? "-" : "";
    int rest = (int) (size % 100);
    if (rest == 0) {
      return sign + size / 100;
    }
    return rest % 10 == 0
        ? sign + size / 100 + "." + rest / 10
        : sign + size / 100 + (rest < 10 ? ".0" : ".") + rest;
  }

  /// Leaves out characters that XML does not have.
  private static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .filter(c -> c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
        .forEach(c -> {
          switch (c) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
