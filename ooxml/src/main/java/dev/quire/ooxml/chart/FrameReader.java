package dev.quire.ooxml.chart;

import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.workbook.ChartFrames;
import dev.quire.workbook.ChartFrames.Box;
import dev.quire.workbook.SheetLayout;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.ChartFrame.Corner;
import dev.quire.workbook.chart.ChartFrame.Follows;
import java.util.Optional;

/// Reads where a drawing lies (ECMA-376 part 1, 20.5.2).
public final class FrameReader {
  private FrameReader() {}

  /// The frame that an anchor tells of.
  public static ChartFrame frame(XmlElement anchor, SheetLayout layout) {
    Corner from = corner(Nodes.child(anchor, "from"));
    return switch (anchor.name()) {
      case "oneCellAnchor" -> {
        Box start = ChartFrames.box(layout, new ChartFrame(from, from, Follows.MOVE));
        Box box = sized(anchor, start.left(), start.top());
        yield new ChartFrame(from, ChartFrames.frame(layout, box, Follows.MOVE).to(), Follows.MOVE);
      }
      case "absoluteAnchor" -> {
        Optional<XmlElement> at = Nodes.child(anchor, "pos");
        yield ChartFrames.frame(
            layout, sized(anchor, points(at, "x"), points(at, "y")), Follows.NOTHING);
      }
      default ->
          new ChartFrame(
              from,
              corner(Nodes.child(anchor, "to")),
              switch (anchor.attributeOr("editAs", "twoCell")) {
                case "oneCell" -> Follows.MOVE;
                case "absolute" -> Follows.NOTHING;
                default -> Follows.MOVE_AND_SIZE;
              });
    };
  }

  private static Box sized(XmlElement anchor, double left, double top) {
    Optional<XmlElement> size = Nodes.child(anchor, "ext");
    return new Box(left, top, points(size, "cx"), points(size, "cy"));
  }

  private static double points(Optional<XmlElement> element, String name) {
    return element.map(each -> Math.max(0, each.decimal(name, 0)) / ChartFrames.EMU).orElse(0.0);
  }

  private static Corner corner(Optional<XmlElement> corner) {
    return corner
        .map(each ->
            new Corner(
                (int) number(each, "row", Grid.ROWS - 1),
                (int) number(each, "col", Grid.COLUMNS - 1),
                number(each, "rowOff", Integer.MAX_VALUE),
                number(each, "colOff", Integer.MAX_VALUE)))
        .orElse(new Corner(0, 0, 0, 0));
  }

  private static long number(XmlElement corner, String name, long most) {
    double number =
        Nodes.child(corner, name).map(XmlElement::text).map(Nodes::number).stream()
            .mapToDouble(each -> each.orElse(0))
            .findFirst()
            .orElse(0);
    return Math.clamp((long) number, 0, most);
  }
}
