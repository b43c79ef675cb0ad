package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.Namespaces;
import dev.quire.ooxml.xml.XmlText;

/// Parts that a package may lack, in their smallest form.
public final class NewParts {
  private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
  static final String STRINGS_TYPE = OFFICE + "spreadsheetml.sharedStrings+xml";
  static final String STYLES_TYPE = OFFICE + "spreadsheetml.styles+xml";
  static final String WORKSHEET_TYPE = OFFICE + "spreadsheetml.worksheet+xml";
  static final String METADATA_TYPE = OFFICE + "spreadsheetml.sheetMetadata+xml";

  /// What every part begins with.
  public static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private NewParts() {}

  /// The namespace of workbook and worksheets.
  static String main(boolean strict) {
    return strict ? Namespaces.STRICT_MAIN : Namespaces.MAIN;
  }

  /// A relationship type.
  static String relationship(boolean strict, String kind) {
    return (strict ? Namespaces.STRICT_RELATIONSHIPS : Namespaces.RELATIONSHIPS) + "/" + kind;
  }

  /// A worksheet without cells.
  ///
  /// @param id its identity, a GUID in braces
  static String worksheet(boolean strict, String id) {
    return DECLARATION
        + """
        <worksheet xmlns="%s" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" \
        xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" \
        xr:uid="%s"><sheetData/></worksheet>\
        """
            .formatted(main(strict), XmlText.escapeAttribute(id));
  }

  /// A table of texts.
  static String strings(boolean strict, int count, String items) {
    return DECLARATION
        + "<sst xmlns=\"%s\" count=\"%d\" uniqueCount=\"%d\">%s</sst>"
            .formatted(main(strict), count, count, items);
  }

  /// Styles with the one cell format that every workbook needs.
  public static String styles(boolean strict) {
    return DECLARATION
        + """
        <styleSheet xmlns="%s">\
        <fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
        </styleSheet>\
        """
            .formatted(main(strict));
  }

  /// Metadata whose first cell record marks dynamic array formulas ([MS-XLSX] §2.3.10).
  static String metadata(boolean strict) {
    return DECLARATION
        + """
        <metadata xmlns="%s"><metadataTypes count="1">%s</metadataTypes>%s\
        <cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>\
        """
            .formatted(main(strict), DYNAMIC_TYPE, DYNAMIC_RECORDS);
  }

  /// The metadata type of dynamic array formulas.
  static final String DYNAMIC_TYPE =
      """
      <metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" \
      pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" \
      clearComments="1" assign="1" coerce="1" cellMeta="1"/>\
      """;

  /// The records of that type: one, which says that a formula spills.
  static final String DYNAMIC_RECORDS =
      """
      <futureMetadata name="XLDAPR" count="1"><bk><extLst>\
      <ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">\
      <xda:dynamicArrayProperties \
      xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray" \
      fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>\
      """;
}
