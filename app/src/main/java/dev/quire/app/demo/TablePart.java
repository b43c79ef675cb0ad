package dev.quire.app.demo;

/// A table part.
///
/// @param number from 1, unlike that of any other table in the book
record TablePart(DemoTable table, int number) {
  void write(Xml xml) {
    var identity = "table/" + table.name();
    xml.raw("<table").raw(Namespaces.WITH_IDENTITIES).raw(" id=\"").raw(number);
    xml.raw("\" xr:uid=\"").raw(Namespaces.identity(identity));
    xml.raw("\" name=\"").text(table.name()).raw("\" displayName=\"").text(table.name());
    xml.raw("\" ref=\"").raw(table.area()).raw("\" totalsRowShown=\"0\">");
    xml.raw("<autoFilter ref=\"").raw(table.area()).raw("\" xr:uid=\"");
    xml.raw(Namespaces.identity(identity + "/filter")).raw("\"/>");
    columns(xml, identity);
    xml.raw("<tableStyleInfo name=\"").raw(table.style());
    xml.raw("\" showFirstColumn=\"0\" showLastColumn=\"0\" showRowStripes=\"1\"");
    xml.raw(" showColumnStripes=\"0\"/></table>");
  }

  private void columns(Xml xml, String identity) {
    xml.raw("<tableColumns count=\"").raw(table.columns().size()).raw("\">");
    var id = 1;
    for (var column : table.columns()) {
      xml.raw("<tableColumn id=\"").raw(id++).raw("\" xr3:uid=\"");
      xml.raw(Namespaces.identity(identity + "/" + column.name()));
      xml.raw("\" name=\"").text(column.name());
      if (column.formula().isEmpty()) {
        xml.raw("\"/>");
      } else {
        xml.raw("\"><calculatedColumnFormula>").text(column.formula());
        xml.raw("</calculatedColumnFormula></tableColumn>");
      }
    }
    xml.raw("</tableColumns>");
  }
}
