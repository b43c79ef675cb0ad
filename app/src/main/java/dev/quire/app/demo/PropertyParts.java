package dev.quire.app.demo;

/// The parts with a book's properties.
record PropertyParts(DemoBook book) {
  /// A date of our choice: the books are to be the same every time.
  private static final String MADE = "2026-01-01T00:00:00Z";

  void core(Xml xml) {
    xml.raw("<cp:coreProperties xmlns:cp=\"").raw(Namespaces.PACKAGE);
    xml.raw("metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"");
    xml.raw(" xmlns:dcterms=\"http://purl.org/dc/terms/\"");
    xml.raw(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>");
    xml.text(book.title()).raw("</dc:title><dc:creator>Quire</dc:creator>");
    xml.raw("<cp:lastModifiedBy>Quire</cp:lastModifiedBy>");
    date(xml, "created");
    date(xml, "modified");
    xml.raw("</cp:coreProperties>");
  }

  private static void date(Xml xml, String element) {
    xml.raw("<dcterms:").raw(element).raw(" xsi:type=\"dcterms:W3CDTF\">").raw(MADE);
    xml.raw("</dcterms:").raw(element).raw(">");
  }

  void app(Xml xml) {
    xml.raw("<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/");
    xml.raw("extended-properties\" xmlns:vt=\"http://schemas.openxmlformats.org/");
    xml.raw("officeDocument/2006/docPropsVTypes\"><Application>Microsoft Excel</Application>");
    xml.raw("<DocSecurity>0</DocSecurity><ScaleCrop>false</ScaleCrop>");
    contents(xml);
    xml.raw("<LinksUpToDate>false</LinksUpToDate><SharedDoc>false</SharedDoc>");
    xml.raw("<HyperlinksChanged>false</HyperlinksChanged><AppVersion>16.0300</AppVersion>");
    xml.raw("</Properties>");
  }

  private void contents(Xml xml) {
    var kinds = book.names().isEmpty() ? 1 : 2;
    xml.raw("<HeadingPairs><vt:vector size=\"").raw(2 * kinds).raw("\" baseType=\"variant\">");
    kind(xml, "Worksheets", book.sheets().size());
    if (kinds > 1) {
      kind(xml, "Named Ranges", book.names().size());
    }
    xml.raw("</vt:vector></HeadingPairs><TitlesOfParts><vt:vector size=\"");
    xml.raw(book.sheets().size() + book.names().size()).raw("\" baseType=\"lpstr\">");
    book.sheets().forEach(sheet -> title(xml, sheet.name()));
    book.names().forEach(name -> title(xml, name.name()));
    xml.raw("</vt:vector></TitlesOfParts>");
  }

  private static void kind(Xml xml, String name, int count) {
    xml.raw("<vt:variant><vt:lpstr>").raw(name).raw("</vt:lpstr></vt:variant>");
    xml.raw("<vt:variant><vt:i4>").raw(count).raw("</vt:i4></vt:variant>");
  }

  private static void title(Xml xml, String title) {
    xml.raw("<vt:lpstr>").text(title).raw("</vt:lpstr>");
  }
}
