package dev.quire.app.demo;

import java.util.List;

/// A drawing part: where a sheet's charts lie. The first relation is the first chart, and so on.
record DrawingPart(List<DemoChart> charts) {
  /// Identities of shapes; 1 is taken by the drawing itself.
  private static final int FIRST_SHAPE = 2;

  void write(Xml xml) {
    xml.raw(
        "<xdr:wsDr xmlns:xdr=\"%s\" xmlns:a=\"%s\">"
            .formatted(Namespaces.ANCHOR, Namespaces.DRAWING));
    for (var i = 0; i < charts.size(); i++) {
      var anchor = charts.get(i).anchor();
      xml.raw("<xdr:twoCellAnchor>");
      corner(xml, "from", anchor.firstRow(), anchor.firstColumn());
      corner(xml, "to", anchor.lastRow(), anchor.lastColumn());
      frame(xml, i);
      xml.raw("<xdr:clientData/></xdr:twoCellAnchor>");
    }
    xml.raw("</xdr:wsDr>");
  }

  private static void corner(Xml xml, String which, int row, int column) {
    xml.raw("<xdr:").raw(which).raw("><xdr:col>").raw(column);
    xml.raw("</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>").raw(row);
    xml.raw("</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:").raw(which).raw(">");
  }

  private void frame(Xml xml, int index) {
    xml.raw("<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr><xdr:cNvPr id=\"");
    xml.raw(FIRST_SHAPE + index).raw("\" name=\"Chart ").raw(index + 1).raw("\" descr=\"");
    xml.text(charts.get(index).title()).raw("\"/><xdr:cNvGraphicFramePr/>");
    xml.raw("</xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>");
    xml.raw("</xdr:xfrm><a:graphic><a:graphicData uri=\"").raw(Namespaces.CHART);
    xml.raw("\"><c:chart xmlns:c=\"").raw(Namespaces.CHART).raw("\" xmlns:r=\"");
    xml.raw(Namespaces.RELATION).raw("\" r:id=\"rId").raw(index + 1);
    xml.raw("\"/></a:graphicData></a:graphic></xdr:graphicFrame>");
  }
}
