package dev.quire.ooxml.chart;

import dev.quire.ooxml.xml.Tags;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.ChartFrame.Corner;
import java.util.Optional;

/// Writes drawings (ECMA-376 part 1, §20.5).
public final class DrawingWriter {
  private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/";
  private static final String STRICT = "http://purl.oclc.org/ooxml/";

  private final String prefix;
  private final boolean strict;

  /// @param prefix of the drawing's namespace with its colon, empty for none
  /// @param strict whether the file is written in the strict form of the format
  public DrawingWriter(String prefix, boolean strict) {
    this.prefix = prefix;
    this.strict = strict;
  }

  /// The root element of a drawing that shows this.
  public static String whole(String anchors, boolean strict) {
    var writer = new DrawingWriter("xdr:", strict);
    return Markup.tagged(
        "xdr:wsDr",
        Tags.attribute("xmlns:xdr", writer.drawing("spreadsheetDrawing"))
            + Tags.attribute("xmlns:a", writer.drawing("main")),
        anchors);
  }

  private String drawing(String name) {
    return strict ? STRICT + "drawingml/" + name : TRANSITIONAL + "drawingml/2006/" + name;
  }

  /// A chart with the place where it lies.
  ///
  /// @param shape its number in the drawing
  /// @param relationship what leads to its part
  public String anchor(Chart chart, int shape, String relationship) {
    String identity =
        "<a:extLst><a:ext uri=\"{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}\"><a16:creationId"
            + " xmlns:a16=\"http://schemas.microsoft.com/office/drawing/2014/main\""
            + Tags.attribute("id", chart.id())
            + "/></a:ext></a:extLst>";
    String named =
        element(
            "cNvPr",
            Tags.attribute("id", Integer.toString(shape)) + Tags.attribute("name", chart.name()),
            identity);
    String properties =
        element("nvGraphicFramePr", "", named + element("cNvGraphicFramePr", "", ""));
    String place = element("xfrm", "", "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>");
    String relationships =
        strict
            ? STRICT + "officeDocument/relationships"
            : TRANSITIONAL + "officeDocument/2006/relationships";
    String content =
        "<a:graphic><a:graphicData"
            + Tags.attribute("uri", drawing("chart"))
            + "><c:chart"
            + Tags.attribute("xmlns:c", drawing("chart"))
            + Tags.attribute("xmlns:r", relationships)
            + Tags.attribute("r:id", relationship)
            + "/></a:graphicData></a:graphic>";
    return placed(
        chart.frame(),
        Tags.attribute("xmlns:a", drawing("main")),
        element("graphicFrame", " macro=\"\"", properties + place + content)
            + element("clientData", "", ""));
  }

  /// Something with the place where it lies.
  ///
  /// @param attributes further attributes of the element
  /// @param content what lies there, with all that follows in the element
  public String placed(ChartFrame frame, String attributes, String content) {
    String follows = follows(frame).map(word -> Tags.attribute("editAs", word)).orElse("");
    return element(
        "twoCellAnchor",
        attributes + follows,
        corner("from", frame.from()) + corner("to", frame.to()) + content);
  }

  /// The word for what a drawing does when cells move; nothing for what all do that say nothing.
  public static Optional<String> follows(ChartFrame frame) {
    return switch (frame.follows()) {
      case MOVE_AND_SIZE -> Optional.empty();
      case MOVE -> Optional.of("oneCell");
      case NOTHING -> Optional.of("absolute");
    };
  }

  private String corner(String name, Corner corner) {
    return element(
        name,
        "",
        number("col", corner.column())
            + number("colOff", corner.rightEmu())
            + number("row", corner.row())
            + number("rowOff", corner.downEmu()));
  }

  private String number(String name, long number) {
    return element(name, "", Long.toString(number));
  }

  private String element(String name, String attributes, String content) {
    return Markup.tagged(prefix + name, attributes, content);
  }
}
