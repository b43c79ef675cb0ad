package dev.quire.ooxml.patch;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.Relationships;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.XmlTree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Adds the boxes in which notes are shown to the drawing of old of a worksheet (ECMA-376 part 4,
/// 19). Excel has made some that are no XML and reads them by other rules, so that boxes are put
/// before the end of these as text.
final class NoteBoxes {
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
  private static final Pattern SHAPE_ID = Pattern.compile("_x0000_s(\\d{1,9})\\b");

  /// Where the numbers of shapes begin.
  private static final int FIRST_SHAPE = 1025;

  /// The kind of shape that a box is.
  private static final String BOX_KIND = "_x0000_t202";

  /// Columns and rows that a box covers.
  private static final int WIDTH = 2;

  private static final int HEIGHT = 4;

  private static final String HEAD =
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel">
      <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>
      """;
  private static final String FOOT = "</xml>";
  private static final String NAMESPACES =
      " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\""
          + " xmlns:x=\"urn:schemas-microsoft-com:office:excel\"";

  private static final String KIND =
      """
      <v:shapetype%s id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
      path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
      <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
      """;
  private static final String BOX =
      """
      <v:shape%s id="_x0000_s%d" type="#_x0000_t202" \
      style="position:absolute;width:108pt;height:59.25pt;z-index:%d;visibility:hidden" \
      fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
      <v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>\
      <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
      <x:Anchor>%s</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>%d</x:Row>\
      <x:Column>%d</x:Column></x:ClientData></v:shape>
      """;

  private final WorkbookLayout layout;
  private final PackageEdit edit;
  private final Relationships relationships;

  /// @param relationships those of the worksheet
  NoteBoxes(WorkbookLayout layout, PackageEdit edit, Relationships relationships) {
    this.layout = layout;
    this.edit = edit;
    this.relationships = relationships;
  }

  /// The drawing as XML; empty when it is none.
  static Optional<XmlTree> tree(WorkbookLayout layout, String part) {
    try {
      return Optional.of(layout.parts().tree(part));
    } catch (XlsxFault.Damaged noXml) {
      return Optional.empty();
    }
  }

  /// Adds a box for each of these cells.
  ///
  /// @return the relationship of a drawing that the worksheet has not had before
  Optional<String> add(List<Area> cells) {
    for (Relationship each : relationships.of("vmlDrawing")) {
      if (!each.external() && layout.parts().has(each.target()) && append(each.target(), cells)) {
        return Optional.empty();
      }
    }
    String part = edit.numbered("xl/drawings/vmlDrawing", ".vml");
    String content = HEAD + KIND.formatted("") + boxes("", cells, FIRST_SHAPE) + FOOT;
    edit.add(part, TYPE, out -> out.write(content));
    return Optional.of(
        edit.relate(relationships, NewParts.relationship(layout.isStrict(), "vmlDrawing"), part));
  }

  /// Pictures of headers and footers are in a drawing of their own, which no cell belongs to.
  ///
  /// @return false when boxes do not belong there
  private boolean append(String part, List<Area> cells) {
    byte[] bytes = layout.parts().bytes(part);
    String text = new String(bytes, StandardCharsets.ISO_8859_1); // a character for each byte
    int end = text.lastIndexOf(FOOT);
    if (!text.contains("ClientData") || end < 0) {
      return false;
    }
    int highest = FIRST_SHAPE - 1;
    for (Matcher id = SHAPE_ID.matcher(text); id.find(); ) {
      highest = Math.max(highest, Integer.parseInt(id.group(1)));
    }
    String kind = text.contains("\"" + BOX_KIND + "\"") ? "" : KIND.formatted(NAMESPACES);
    String added = kind + boxes(NAMESPACES, cells, highest + 1);
    tree(layout, part)
        .ifPresentOrElse(
            tree -> edit.slices(tree).append(tree.root(), added),
            () ->
                edit.rewrite(
                    part,
                    out -> {
                      out.write(bytes, 0, end);
                      out.write(added);
                      out.write(bytes, end, bytes.length);
                    }));
    return true;
  }

  private static String boxes(String namespaces, List<Area> cells, int firstShape) {
    var boxes = new StringBuilder();
    for (int at = 0; at < cells.size(); at++) {
      int row = cells.get(at).firstRow();
      int column = cells.get(at).firstColumn();
      int shape = firstShape + at;
      boxes.append(BOX.formatted(namespaces, shape, at + 1, anchor(row, column), row, column));
    }
    return boxes.toString();
  }

  /// To the right of the cell and a little above it, as far as the sheet goes: left column, offset
  /// in pixels, top row, offset, right column, offset, bottom row, offset.
  private static String anchor(int row, int column) {
    int left = Math.min(column + 1, Grid.COLUMNS - 1 - WIDTH);
    int top = Math.clamp(row - 1, 0, Grid.ROWS - 1 - HEIGHT);
    return "%d, 15, %d, %d, %d, 15, %d, 4"
        .formatted(left, top, row == 0 ? 2 : 10, left + WIDTH, top + HEIGHT);
  }
}
