package dev.quire.app.demo;

/// The workbook part. The first relation is the first sheet, and so on.
record WorkbookPart(DemoBook book) {
  void write(Xml xml) {
    xml.raw("<workbook xmlns=\"").raw(Namespaces.MAIN).raw("\" xmlns:r=\"");
    xml.raw(Namespaces.RELATION).raw("\">");
    xml.raw("<fileVersion appName=\"xl\" lastEdited=\"7\" lowestEdited=\"7\"");
    xml.raw(" rupBuild=\"28025\"/><workbookPr defaultThemeVersion=\"202300\"/>");
    xml.raw("<bookViews><workbookView xWindow=\"0\" yWindow=\"0\" windowWidth=\"28800\"");
    xml.raw(" windowHeight=\"15600\"/></bookViews><sheets>");
    var number = 1;
    for (var sheet : book.sheets()) {
      xml.raw("<sheet name=\"").text(sheet.name()).raw("\" sheetId=\"").raw(number);
      xml.raw("\" r:id=\"rId").raw(number++).raw("\"/>");
    }
    xml.raw("</sheets>");
    names(xml);
    // Calculated by a current Excel: it trusts the values in the cells.
    xml.raw("<calcPr calcId=\"191029\"/></workbook>");
  }

  private void names(Xml xml) {
    if (!book.names().isEmpty()) {
      xml.raw("<definedNames>");
      for (var name : book.names()) {
        xml.raw("<definedName name=\"").text(name.name()).raw("\">").text(name.target());
        xml.raw("</definedName>");
      }
      xml.raw("</definedNames>");
    }
  }
}
