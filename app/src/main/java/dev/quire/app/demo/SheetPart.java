package dev.quire.app.demo;

import java.io.IOException;

/// A worksheet part. Its children stand in the order the schema asks for (ECMA-376 part 1,
/// CT_Worksheet).
///
/// @param identity unlike that of any other sheet
/// @param isSelected whether it is the one in view
record SheetPart(DemoSheet sheet, String identity, boolean isSelected, SharedStrings strings) {
  void write(Xml xml) throws IOException {
    xml.raw("<worksheet").raw(Namespaces.WITH_IDENTITIES);
    xml.raw(" xr:uid=\"").raw(Namespaces.identity(identity)).raw("\">");
    var rows = sheet.rows();
    xml.raw("<dimension ref=\"");
    xml.raw(A1.area(0, 0, rows.count() - 1, rows.columns() - 1)).raw("\"/>");
    view(xml);
    xml.raw("<sheetFormatPr defaultRowHeight=\"15\"/>");
    widths(xml);
    xml.raw("<sheetData>");
    var cells = new CellMarkup(strings);
    for (var row = 0; row < rows.count(); row++) {
      cells.row(xml, row, rows.row(row));
      xml.flushPiece();
    }
    xml.raw("</sheetData>");
    validations(xml);
    xml.raw("<pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\"");
    xml.raw(" header=\"0.3\" footer=\"0.3\"/>");
    attachments(xml);
    xml.raw("</worksheet>");
  }

  private void view(Xml xml) {
    var rows = sheet.frozenRows();
    var topLeft = A1.cell(rows, 0);
    xml.raw("<sheetViews><sheetView").raw(isSelected ? " tabSelected=\"1\"" : "");
    xml.raw(" workbookViewId=\"0\"><pane ySplit=\"").raw(rows).raw("\" topLeftCell=\"");
    xml.raw(topLeft).raw("\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    xml.raw("<selection pane=\"bottomLeft\" activeCell=\"").raw(topLeft).raw("\" sqref=\"");
    xml.raw(topLeft).raw("\"/></sheetView></sheetViews>");
  }

  private void widths(Xml xml) {
    xml.raw("<cols>");
    var column = 1;
    for (var widthChars : sheet.widthsChars()) {
      xml.raw("<col min=\"").raw(column).raw("\" max=\"").raw(column).raw("\" width=\"");
      xml.raw(widthChars).raw("\" customWidth=\"1\"/>");
      column++;
    }
    xml.raw("</cols>");
  }

  private void validations(Xml xml) {
    var rules = sheet.validations();
    if (rules.isEmpty()) {
      return;
    }
    xml.raw("<dataValidations count=\"").raw(rules.size()).raw("\">");
    for (var rule : rules) {
      xml.raw("<dataValidation type=\"").raw(rule.type());
      xml.raw("\" showErrorMessage=\"1\" errorTitle=\"Out of range\" error=\"");
      xml.text(rule.message()).raw("\" sqref=\"").raw(rule.cell()).raw("\" xr:uid=\"");
      xml.raw(Namespaces.identity(identity + "/" + rule.cell())).raw("\"><formula1>");
      xml.text(rule.first()).raw("</formula1>");
      if (!rule.second().isEmpty()) {
        xml.raw("<formula2>").text(rule.second()).raw("</formula2>");
      }
      xml.raw("</dataValidation>");
    }
    xml.raw("</dataValidations>");
  }

  /// The drawing is the first relation where there is one, the tables follow.
  private void attachments(Xml xml) {
    var relation = 1;
    if (!sheet.charts().isEmpty()) {
      xml.raw("<drawing r:id=\"rId").raw(relation++).raw("\"/>");
    }
    if (!sheet.tables().isEmpty()) {
      xml.raw("<tableParts count=\"").raw(sheet.tables().size()).raw("\">");
      for (var _ : sheet.tables()) {
        xml.raw("<tablePart r:id=\"rId").raw(relation++).raw("\"/>");
      }
      xml.raw("</tableParts>");
    }
  }
}
