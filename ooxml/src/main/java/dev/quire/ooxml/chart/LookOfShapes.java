package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.chart.Line;
import dev.quire.workbook.chart.ShapeFormat;
import dev.quire.workbook.style.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/// Reads fills, lines and fonts of shapes (ECMA-376 part 1, 20.1.8 and 21.1.2).
final class LookOfShapes {
  /// EMU in a point.
  static final double EMU = 12_700;

  /// Units of an angle in a degree.
  static final double ANGLE = 60_000;

  private final DrawingColors colors;

  LookOfShapes(DrawingColors colors) {
    this.colors = colors;
  }

  DrawingColors colors() {
    return colors;
  }

  /// The look that `spPr` below an element gives.
  ShapeFormat shape(XmlElement holder) {
    return Nodes.child(holder, "spPr")
        .map(each -> new ShapeFormat(fill(each), line(each)))
        .orElse(ShapeFormat.AUTOMATIC);
  }

  /// The line of `spPr` below an element.
  Line line(Optional<XmlElement> holder) {
    return holder.map(each -> shape(each).line()).orElse(Line.AUTOMATIC);
  }

  private Line line(XmlElement properties) {
    Optional<XmlElement> line = Nodes.child(properties, "ln");
    if (line.isEmpty()) {
      return Line.AUTOMATIC;
    }
    XmlElement ln = line.get();
    double width = ln.decimal("w", -1);
    return new Line(
        fill(ln),
        width < 0 ? OptionalDouble.empty() : OptionalDouble.of(width / EMU),
        Words.DASHES.meaning(Nodes.val(ln, "prstDash").orElse("solid"), Line.Dash.SOLID),
        ln.attributeOr("cap", "").equals("rnd"));
  }

  private Fill fill(XmlElement properties) {
    for (XmlElement each : properties.children()) {
      switch (each.name()) {
        case "noFill" -> {
          return Fill.NONE;
        }
        case "solidFill" -> {
          return colors.in(each).<Fill>map(solid -> solid).orElse(Fill.AUTOMATIC);
        }
        case "gradFill" -> {
          return gradient(each);
        }
        case "pattFill" -> {
          return new Fill.Pattern(
              each.attributeOr("prst", "pct50"),
              color(each, "fgClr", Color.BLACK),
              color(each, "bgClr", Color.WHITE));
        }
        default -> {} // pictures as fills are not shown; what follows is no fill
      }
    }
    return Fill.AUTOMATIC;
  }

  private Color color(XmlElement holder, String name, Color otherwise) {
    return Nodes.child(holder, name).flatMap(colors::in).map(Fill.Solid::color).orElse(otherwise);
  }

  private Fill gradient(XmlElement fill) {
    var stops = new ArrayList<Fill.Stop>();
    Nodes.child(fill, "gsLst")
        .ifPresent(list ->
            Nodes.children(list, "gs")
                .forEach(each ->
                    colors
                        .in(each)
                        .ifPresent(color ->
                            stops.add(
                                new Fill.Stop(
                                    Math.clamp(each.decimal("pos", 0) / 100_000, 0, 1),
                                    color.color(),
                                    color.opacity())))));
    stops.sort(Comparator.comparingDouble(Fill.Stop::at));
    double degrees =
        Nodes.child(fill, "lin").map(each -> each.decimal("ang", 0) / ANGLE).orElse(0.0);
    return switch (stops.size()) {
      case 0 -> Fill.AUTOMATIC;
      case 1 -> new Fill.Solid(stops.getFirst().color(), stops.getFirst().opacity());
      default -> new Fill.Gradient(stops, degrees);
    };
  }

  /// How texts are written that `txPr` below an element describes.
  ChartText text(XmlElement holder) {
    return Nodes.child(holder, "txPr").map(this::paragraphs).orElse(ChartText.AUTOMATIC);
  }

  /// How a text with paragraphs is written: as its first run, or as the paragraph says.
  ChartText paragraphs(XmlElement body) {
    Optional<XmlElement> paragraph = Nodes.child(body, "p");
    ChartText own =
        paragraph
            .flatMap(each -> Nodes.down(each, "pPr", "defRPr"))
            .map(this::font)
            .orElse(ChartText.AUTOMATIC);
    ChartText run =
        paragraph
            .flatMap(each -> Nodes.down(each, "r", "rPr"))
            .map(this::font)
            .orElse(ChartText.AUTOMATIC);
    return new ChartText(
        run.name().or(own::name),
        run.sizePoints().isPresent() ? run.sizePoints() : own.sizePoints(),
        run.bold().or(own::bold),
        run.italic().or(own::italic),
        run.underlined().or(own::underlined),
        run.color().or(own::color));
  }

  private ChartText font(XmlElement properties) {
    double size = properties.decimal("sz", -1);
    return new ChartText(
        Nodes.child(properties, "latin")
            .flatMap(each -> each.attribute("typeface"))
            .filter(each -> !each.isEmpty() && !each.startsWith("+")),
        size < 0 ? OptionalDouble.empty() : OptionalDouble.of(size / 100),
        properties.attribute("b").map(XmlElement::isTrue),
        properties.attribute("i").map(XmlElement::isTrue),
        properties.attribute("u").map(each -> !each.equals("none")),
        Nodes.child(properties, "solidFill").flatMap(colors::in).map(Fill.Solid::color));
  }

  /// By how much texts are turned; empty when nothing is said, or what fits.
  static OptionalDouble degrees(XmlElement holder) {
    Optional<XmlElement> body =
        Nodes.down(holder, "tx", "rich", "bodyPr").or(() -> Nodes.down(holder, "txPr", "bodyPr"));
    double angle = body.map(each -> each.decimal("rot", -1000 * ANGLE)).orElse(-1000 * ANGLE);
    return angle <= -360 * ANGLE ? OptionalDouble.empty() : OptionalDouble.of(angle / ANGLE);
  }
}
