package dev.quire.app.demo;

import java.util.List;

/// A chart part, with the values its cells have, so that it can be drawn without them.
record ChartPart(DemoChart chart) {
  private static final int CATEGORY_AXIS = 111111111;
  private static final int VALUE_AXIS = 222222222;

  void write(Xml xml) {
    xml.raw(
        "<c:chartSpace xmlns:c=\"%s\" xmlns:a=\"%s\" xmlns:r=\"%s\">"
            .formatted(Namespaces.CHART, Namespaces.DRAWING, Namespaces.RELATION));
    xml.raw("<c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/><c:chart>");
    title(xml);
    xml.raw("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>");
    columns(xml);
    axes(xml);
    xml.raw("</c:plotArea><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>");
    xml.raw("<c:printSettings><c:headerFooter/><c:pageMargins b=\"0.75\" l=\"0.7\" r=\"0.7\"");
    xml.raw(" t=\"0.75\" header=\"0.3\" footer=\"0.3\"/><c:pageSetup/></c:printSettings>");
    xml.raw("</c:chartSpace>");
  }

  private void title(Xml xml) {
    xml.raw("<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"1400\"/>");
    xml.raw("</a:pPr><a:r><a:rPr lang=\"en-US\" sz=\"1400\"/><a:t>").text(chart.title());
    xml.raw("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
  }

  private void columns(Xml xml) {
    xml.raw("<c:barChart><c:barDir val=\"col\"/><c:grouping val=\"clustered\"/>");
    xml.raw("<c:varyColors val=\"0\"/><c:ser><c:idx val=\"0\"/><c:order val=\"0\"/><c:tx>");
    strings(xml, chart.nameCell(), List.of(chart.name()));
    xml.raw("</c:tx><c:spPr><a:solidFill><a:schemeClr val=\"accent1\"/></a:solidFill></c:spPr>");
    xml.raw("<c:invertIfNegative val=\"0\"/><c:cat>");
    strings(xml, chart.categoryCells(), chart.categories());
    xml.raw("</c:cat><c:val>");
    numbers(xml);
    xml.raw("</c:val></c:ser><c:gapWidth val=\"80\"/>");
    xml.raw("<c:axId val=\"").raw(CATEGORY_AXIS).raw("\"/><c:axId val=\"").raw(VALUE_AXIS);
    xml.raw("\"/></c:barChart>");
  }

  private static void strings(Xml xml, String cells, List<String> texts) {
    xml.raw("<c:strRef><c:f>").text(cells).raw("</c:f><c:strCache><c:ptCount val=\"");
    xml.raw(texts.size()).raw("\"/>");
    for (var i = 0; i < texts.size(); i++) {
      xml.raw("<c:pt idx=\"").raw(i).raw("\"><c:v>").text(texts.get(i)).raw("</c:v></c:pt>");
    }
    xml.raw("</c:strCache></c:strRef>");
  }

  private void numbers(Xml xml) {
    xml.raw("<c:numRef><c:f>").text(chart.valueCells()).raw("</c:f><c:numCache><c:formatCode>");
    xml.text(chart.formatCode()).raw("</c:formatCode><c:ptCount val=\"");
    xml.raw(chart.values().size()).raw("\"/>");
    for (var i = 0; i < chart.values().size(); i++) {
      xml.raw("<c:pt idx=\"").raw(i).raw("\"><c:v>").number(chart.values().get(i));
      xml.raw("</c:v></c:pt>");
    }
    xml.raw("</c:numCache></c:numRef>");
  }

  private void axes(Xml xml) {
    xml.raw("<c:catAx>");
    axis(xml, CATEGORY_AXIS, "b", "");
    xml.raw("<c:numFmt formatCode=\"General\" sourceLinked=\"1\"/>");
    ticks(xml, VALUE_AXIS);
    xml.raw("<c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>");
    xml.raw("<c:noMultiLvlLbl val=\"0\"/></c:catAx><c:valAx>");
    axis(xml, VALUE_AXIS, "l", "<c:majorGridlines/>");
    xml.raw("<c:numFmt formatCode=\"").text(chart.formatCode()).raw("\" sourceLinked=\"1\"/>");
    ticks(xml, CATEGORY_AXIS);
    xml.raw("<c:crossBetween val=\"between\"/></c:valAx>");
  }

  private static void axis(Xml xml, int id, String position, String gridlines) {
    xml.raw("<c:axId val=\"").raw(id).raw("\"/><c:scaling><c:orientation val=\"minMax\"/>");
    xml.raw("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"").raw(position).raw("\"/>");
    xml.raw(gridlines);
  }

  private static void ticks(Xml xml, int crossedAxis) {
    xml.raw("<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>");
    xml.raw("<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"").raw(crossedAxis);
    xml.raw("\"/><c:crosses val=\"autoZero\"/>");
  }
}
