package dev.quire.ooxml;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.pivot.PivotTable;
import java.util.ArrayList;

/// A workbook with three pivot tables of one cache whose fields are put into groups: days into
/// months and years, sizes into ranges, kinds by hand.
///
/// `Data` holds in A2:D6
///
/// | Day | Size | Kind | Sum |
/// |---|---|---|---|
/// | 1 January 2024 | 1 | a | 1 |
/// | 18 February 2024 | 4 | b | 2 |
/// | 28 May 2024 | 7 | c | 4 |
/// | 12 February 2025 | 10 | d | 8 |
/// | 13 February 2025 | 12 | a | 16 |
final class GroupedPivots {
  static final String CACHE = "xl/pivotCache/pivotCacheDefinition1.xml";
  private static final String MAIN = TestPackage.MAIN;
  private static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String DATA =
      """
      <row r="1"><c r="A1" t="str"><v>Day</v></c><c r="B1" t="str"><v>Size</v></c>\
      <c r="C1" t="str"><v>Kind</v></c><c r="D1" t="str"><v>Sum</v></c></row>\
      <row r="2"><c r="A2" s="1"><v>45292</v></c><c r="B2"><v>1</v></c>\
      <c r="C2" t="str"><v>a</v></c><c r="D2"><v>1</v></c></row>\
      <row r="3"><c r="A3" s="1"><v>45340</v></c><c r="B3"><v>4</v></c>\
      <c r="C3" t="str"><v>b</v></c><c r="D3"><v>2</v></c></row>\
      <row r="4"><c r="A4" s="1"><v>45440</v></c><c r="B4"><v>7</v></c>\
      <c r="C4" t="str"><v>c</v></c><c r="D4"><v>4</v></c></row>\
      <row r="5"><c r="A5" s="1"><v>45700</v></c><c r="B5"><v>10</v></c>\
      <c r="C5" t="str"><v>d</v></c><c r="D5"><v>8</v></c></row>\
      <row r="6"><c r="A6" s="1"><v>45701</v></c><c r="B6"><v>12</v></c>\
      <c r="C6" t="str"><v>a</v></c><c r="D6"><v>16</v></c></row>\
      """;
  private static final String STYLES =
      """
      <fonts count="1"><font/></fonts><fills count="1"><fill/></fills>\
      <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
      <cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>\
      """;
  private static final String DEFINITION =
      """
      <pivotCacheDefinition xmlns="%s" xmlns:r="%s" r:id="rId1" refreshedDate="45000" \
      recordCount="0"><cacheSource type="worksheet"><worksheetSource ref="A1:D6" sheet="Data"/>\
      </cacheSource><cacheFields count="6">\
      <cacheField name="Day" numFmtId="14"><sharedItems containsSemiMixedTypes="0" \
      containsNonDate="0" containsDate="1" containsString="0" minDate="2024-01-01T00:00:00" \
      maxDate="2025-02-14T00:00:00" count="5"><d v="2024-01-01T00:00:00"/>\
      <d v="2024-02-18T00:00:00"/><d v="2024-05-28T00:00:00"/><d v="2025-02-12T00:00:00"/>\
      <d v="2025-02-13T00:00:00"/></sharedItems><fieldGroup par="5" base="0">\
      <rangePr groupBy="months" startDate="2024-01-01T00:00:00" endDate="2025-02-14T00:00:00"/>\
      <groupItems count="14"><s v="&lt;1/1/2024"/><s v="Jan"/><s v="Feb"/><s v="Mar"/><s v="Apr"/>\
      <s v="May"/><s v="Jun"/><s v="Jul"/><s v="Aug"/><s v="Sep"/><s v="Oct"/><s v="Nov"/>\
      <s v="Dec"/><s v="&gt;2/14/2025"/></groupItems></fieldGroup></cacheField>\
      <cacheField name="Size" numFmtId="0"><sharedItems containsSemiMixedTypes="0" \
      containsString="0" containsNumber="1" containsInteger="1" minValue="1" maxValue="12" \
      count="5"><n v="1"/><n v="4"/><n v="7"/><n v="10"/><n v="12"/></sharedItems>\
      <fieldGroup base="1"><rangePr startNum="1" endNum="12" groupInterval="5"/>\
      <groupItems count="5"><s v="&lt;1"/><s v="1-5"/><s v="6-10"/><s v="11-15"/><s v="&gt;16"/>\
      </groupItems></fieldGroup></cacheField>\
      <cacheField name="Kind" numFmtId="0"><sharedItems count="4"><s v="a"/><s v="b"/><s v="c"/>\
      <s v="d"/></sharedItems><fieldGroup par="4"/></cacheField>\
      <cacheField name="Sum" numFmtId="0"><sharedItems containsSemiMixedTypes="0" \
      containsString="0" containsNumber="1" containsInteger="1" minValue="1" maxValue="16"/>\
      </cacheField>\
      <cacheField name="Kind2" numFmtId="0" databaseField="0"><fieldGroup base="2">\
      <discretePr count="4"><x v="0"/><x v="0"/><x v="1"/><x v="2"/></discretePr>\
      <groupItems count="3"><s v="Group1"/><s v="c"/><s v="d"/></groupItems></fieldGroup>\
      </cacheField>\
      <cacheField name="Years" numFmtId="0" databaseField="0"><fieldGroup base="0">\
      <rangePr groupBy="years" startDate="2024-01-01T00:00:00" endDate="2025-02-14T00:00:00"/>\
      <groupItems count="4"><s v="&lt;1/1/2024"/><s v="2024"/><s v="2025"/><s v="&gt;2/14/2025"/>\
      </groupItems></fieldGroup></cacheField></cacheFields></pivotCacheDefinition>\
      """;

  private static final String TABLE =
      """
      <pivotTableDefinition xmlns="%s" name="%s" cacheId="1" dataCaption="Values" outline="1" \
      outlineData="1"><location ref="%s" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/>\
      <pivotFields count="6">%s</pivotFields>%s<rowItems count="1"><i/></rowItems>\
      <colItems count="1"><i/></colItems><dataFields count="1">\
      <dataField name="Total" fld="3" baseField="0" baseItem="0"/></dataFields>\
      </pivotTableDefinition>\
      """;

  private GroupedPivots() {}

  /// On `Report` the years with their months in A3, the ranges of sizes in E3, the kinds in I3.
  ///
  /// @param changes pairs of what is to be written otherwise in a part, and how
  static byte[] bytes(String... changes) {
    var book =
        new TestPackage()
            .sheet("Data", DATA)
            .sheet("Report", "")
            .styles(STYLES)
            .linked(CACHE.substring(3), "pivotCacheDefinition", changed(definition(), changes))
            .part(
                "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels",
                "",
                TestPackage.relationships(link(1, "pivotCacheRecords", "pivotCacheRecords1.xml")))
            .part(
                "xl/pivotCache/pivotCacheRecords1.xml",
                TYPE + "pivotCacheRecords+xml",
                "<pivotCacheRecords xmlns=\"%s\" count=\"0\"></pivotCacheRecords>".formatted(MAIN))
            .after("<pivotCaches><pivotCache cacheId=\"1\" r:id=\"rId4\"/></pivotCaches>");
    table(book, 1, changed(table("Months", "A3", rows(5, 0), axis(14), "", "", axis(4)), changes));
    table(book, 2, changed(table("Sizes", "E3", rows(1), "", axis(5), "", ""), changes));
    return table(book, 3, changed(kinds(), changes))
        .part("xl/worksheets/_rels/sheet2.xml.rels", "", toTables())
        .bytes();
  }

  static PivotTable pivot(Workbook book, String name) {
    return book.worksheets().get(1).regions().pivots().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /// The lines of a report, with a colon between an item and its sum: `Jan:1 all:1`.
  static String report(Workbook book, String name) {
    Area area = pivot(book, name).area();
    var lines = new ArrayList<String>();
    int sheet = book.worksheets().get(1).key();
    for (int row = area.firstRow() + 1; row <= area.lastRow(); row++) {
      lines.add(
          word(book.value(sheet, row, area.firstColumn()))
              + ":"
              + word(book.value(sheet, row, area.lastColumn())));
    }
    return String.join(" ", lines);
  }

  private static String word(Scalar value) {
    return switch (value) {
      case NumberValue(double number) -> Long.toString(Math.round(number));
      case TextValue(String text) -> text.replace("Grand Total", "all");
      case BlankValue _ -> "";
      default -> value.toString();
    };
  }

  private static String definition() {
    return DEFINITION.formatted(MAIN, RELATIONSHIPS.substring(0, RELATIONSHIPS.length() - 1));
  }

  private static String kinds() {
    return TABLE.formatted(
        MAIN,
        "Kinds",
        "I3",
        field("") + field("") + field(axis(4)) + DATA_FIELD + field(axis(3)) + field(""),
        rows(4, 2));
  }

  private static final String DATA_FIELD = "<pivotField dataField=\"1\" showAll=\"0\"/>";

  private static String table(
      String name, String ref, String rows, String day, String size, String kind, String years) {
    return TABLE.formatted(
        MAIN,
        name,
        ref,
        field(day) + field(size) + field(kind) + DATA_FIELD + field("") + field(years),
        rows);
  }

  private static String field(String axis) {
    return axis.isEmpty()
        ? "<pivotField showAll=\"0\"/>"
        : "<pivotField axis=\"axisRow\" showAll=\"0\">" + axis + "</pivotField>";
  }

  private static String axis(int items) {
    var out = new StringBuilder("<items count=\"" + (items + 1) + "\">");
    for (int at = 0; at < items; at++) {
      out.append("<item x=\"").append(at).append("\"/>");
    }
    return out.append("<item t=\"default\"/></items>").toString();
  }

  private static String rows(int... fields) {
    var out = new StringBuilder("<rowFields count=\"" + fields.length + "\">");
    for (int field : fields) {
      out.append("<field x=\"").append(field).append("\"/>");
    }
    return out.append("</rowFields>").toString();
  }

  private static String changed(String part, String... changes) {
    String changed = part;
    for (int at = 0; at < changes.length; at += 2) {
      changed = changed.replace(changes[at], changes[at + 1]);
    }
    return changed;
  }

  private static TestPackage table(TestPackage book, int number, String xml) {
    return book.part("xl/pivotTables/pivotTable" + number + ".xml", TYPE + "pivotTable+xml", xml)
        .part(
            "xl/pivotTables/_rels/pivotTable" + number + ".xml.rels",
            "",
            TestPackage.relationships(
                link(1, "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")));
  }

  private static String toTables() {
    var links = new StringBuilder();
    for (int at = 1; at <= 3; at++) {
      links.append(link(at, "pivotTable", "../pivotTables/pivotTable" + at + ".xml"));
    }
    return TestPackage.relationships(links.toString());
  }

  private static String link(int id, String kind, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONSHIPS, kind, target);
  }
}
