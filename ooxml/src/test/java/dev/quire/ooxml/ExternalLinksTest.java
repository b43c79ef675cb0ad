package dev.quire.ooxml;

import static dev.quire.ooxml.Books.value;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.chart.SeriesData;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Formulas that refer to other workbooks see what was last known of them.
class ExternalLinksTest {
  private static final String BOOK =
      """
      <externalBook r:id="rId1"><sheetNames><sheetName val="Prices"/><sheetName val="Lost"/>\
      <sheetName val="More"/><sheetName val="Partly"/><sheetName val="Unseen"/></sheetNames>\
      <definedNames><definedName name="Rate" refersTo="=Prices!$B$1"/>\
      <definedName name="Own" refersTo="=More!$A$1*2" sheetId="2"/></definedNames>\
      <sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>tea</v></cell>\
      <cell r="B1"><v>3</v></cell></row><row r="2"><cell r="A2" t="str"><v>milk</v></cell>\
      <cell r="B2"><v>4</v></cell></row></sheetData><sheetData sheetId="1" refreshError="1"/>\
      <sheetData sheetId="2"><row r="1"><cell r="A1"><v>7</v></cell></row></sheetData>\
      <sheetData sheetId="3" refreshError="1"><row r="2"><cell r="A2"><v>10</v></cell>\
      <cell r="B2" t="str"><v>ten</v></cell><cell r="C2"/></row><row r="3">\
      <cell r="A3"><v>20</v></cell><cell r="B3" t="str"><v>twenty</v></cell></row>\
      <row r="5"><cell r="A5"><v>40</v></cell></row></sheetData>\
      </sheetDataSet></externalBook>\
      """;
  private static final String LINK =
      """
      <ddeLink ddeService="feed" ddeTopic="quotes"><ddeItems><ddeItem name="high low">\
      <values rows="1" cols="2"><value><val>9</val></value><value t="str"><val>low</val></value>\
      </values></ddeItem></ddeItems></ddeLink>\
      """;

  private static Scalar calculated(String formula) {
    Workbook book =
        Books.open(
                TestPackage.rows("<row r=\"1\"><c r=\"A1\"><f>%s</f></c></row>".formatted(formula))
                    .externalLink(BOOK)
                    .externalLink(LINK)
                    .bytes())
            .workbook();
    return value(book, book.worksheets().getFirst().key(), "A1");
  }

  @Test
  void cellsShowWhatWasLastSeen() {
    assertEquals(new NumberValue(3), calculated("[1]Prices!B1"));
    assertEquals(new NumberValue(7), calculated("SUM([1]Prices!A1:B9)"));
    assertEquals(new NumberValue(4), calculated("VLOOKUP(\"milk\",[1]Prices!A:B,2,FALSE)"));
    assertEquals(new NumberValue(0), calculated("[1]Prices!Z9"));
  }

  @Test
  void namesAreLookedUpInTheirWorkbook() {
    assertEquals(new NumberValue(30), calculated("[1]!Rate*10"));
    assertEquals(new NumberValue(14), calculated("[1]More!Own"));
    assertEquals(ErrorValue.NAME, calculated("[1]!Unheard"));
    assertEquals(ErrorValue.REF, calculated("[9]!Rate"));
  }

  @Test
  void whatIsNotRememberedIsLost() {
    assertEquals(ErrorValue.REF, calculated("[1]Lost!A1"));
    assertEquals(ErrorValue.REF, calculated("[1]Elsewhere!A1"));
    assertEquals(ErrorValue.REF, calculated("[9]Prices!A1"));
    for (String sheet : List.of("Lost", "Unseen")) {
      assertEquals(ErrorValue.REF, calculated("SUM([1]%s!A1:B2)".formatted(sheet)), sheet);
      assertEquals(LogicalValue.FALSE, calculated("ISBLANK([1]%s!A1)".formatted(sheet)), sheet);
    }
  }

  @Test
  void ofASheetThatCouldNotBeHadTheCellsSeenBeforeStay() {
    assertEquals(new NumberValue(20), calculated("[1]Partly!A3"));
    assertEquals(new NumberValue(0), calculated("[1]Partly!C2"));
    assertEquals(new NumberValue(30), calculated("SUM([1]Partly!A2:A3)"));
    assertEquals(new TextValue("tentwenty"), calculated("_xlfn.CONCAT([1]Partly!B2:B3)"));
  }

  @Test
  void ofASheetThatCouldNotBeHadAllOtherCellsAreInError() {
    for (String formula :
        List.of(
            "[1]Partly!A4",
            "[1]Partly!A4&amp;\"\"",
            "SUM([1]Partly!A2:A5)",
            "SUM([1]Partly!A:A)",
            "MAX([1]Partly!2:2)",
            "AVERAGE([1]Partly!A3,[1]Partly!XFD1048576)",
            "INDEX([1]Partly!A:A,1000)",
            "_xlfn.CONCAT([1]Partly!B:B)",
            "SUMPRODUCT(([1]Partly!A2:A5=20)*1)",
            "_xlfn.TEXTJOIN(\"-\",TRUE,[1]Partly!B2:C3)")) {
      assertEquals(ErrorValue.REF, calculated(formula), formula);
    }
    assertEquals(LogicalValue.FALSE, calculated("ISBLANK([1]Partly!A4)"));
    assertEquals(LogicalValue.TRUE, calculated("ISREF([1]Partly!A4)"));
    assertEquals(new NumberValue(4), calculated("ROW([1]Partly!A4)"));
    assertEquals(new NumberValue(4), calculated("ERROR.TYPE([1]Partly!A9)"));
    assertEquals(new NumberValue(3), calculated("COUNT([1]Partly!A:B)"));
    assertEquals(new NumberValue(6), calculated("COUNTA([1]Partly!A1:A6)"));
    assertEquals(new NumberValue(1048575), calculated("COUNTA([1]Partly!C:C)"));
    assertEquals(new NumberValue(3), calculated("SUMPRODUCT(--ISERROR([1]Partly!A1:A6))"));
    assertEquals(new NumberValue(3), calculated("SUMPRODUCT(--ISNUMBER([1]Partly!A:A))"));
    assertEquals(new NumberValue(70), calculated("_xlfn.AGGREGATE(9,6,[1]Partly!A:A)"));
    assertEquals(ErrorValue.VALUE, calculated("COUNTBLANK([1]Partly!A1:A6)"));
  }

  @Test
  void lookUpsPassOverWhatCouldNotBeHad() {
    assertEquals(new TextValue("twenty"), calculated("VLOOKUP(20,[1]Partly!A:B,2,FALSE)"));
    assertEquals(new TextValue("ten"), calculated("VLOOKUP(15,[1]Partly!A:B,2)"));
    assertEquals(ErrorValue.REF, calculated("VLOOKUP(40,[1]Partly!A:B,2,FALSE)"));
    assertEquals(ErrorValue.REF, calculated("VLOOKUP(20,[1]Partly!A:D,4,FALSE)"));
    assertEquals(ErrorValue.NA, calculated("MATCH(9,[1]Partly!A:A,0)"));
    assertEquals(new NumberValue(5), calculated("MATCH(99,[1]Partly!A:A)"));
    assertEquals(new NumberValue(5), calculated("_xlfn.XMATCH(41,[1]Partly!A:A,-1)"));
    assertEquals(new NumberValue(2), calculated("MATCH(\"ten\",[1]Partly!2:2,0)"));
    assertEquals(ErrorValue.NA, calculated("_xlfn.XMATCH([1]Prices!Z9,[1]Partly!B2:B9)"));
    assertEquals(new NumberValue(3), calculated("_xlfn.XMATCH([1]Prices!Z9,[1]Prices!A1:A9)"));
  }

  @Test
  void chartsShowWhatTheyRememberThemselves() {
    Workbook book =
        Books.open(
                TestPackage.rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                    .externalLink(BOOK)
                    .bytes())
            .workbook();
    List<Scalar> cached = List.of(new NumberValue(5), new NumberValue(6));
    for (String sheet : List.of("Prices", "Lost", "Partly", "Unseen")) {
      var data = new SeriesData.Formula("[1]" + sheet + "!$A:$B", cached, "General");
      assertEquals(
          cached, book.chartPoints(book.worksheets().getFirst().key(), data).values(), sheet);
    }
  }

  @Test
  void savingKeepsWhatIsRememberedByteForByte() {
    byte[] file =
        TestPackage.rows("<row r=\"1\"><c r=\"A1\"><f>[1]Partly!A4</f></c></row>")
            .externalLink(BOOK)
            .bytes();
    byte[] saved =
        Books.save(file, book -> Books.number(book, book.worksheets().getFirst().key(), "B1", 5));
    Map<String, byte[]> before = Parts.of(file);
    Map<String, byte[]> after = Parts.of(saved);
    String part =
        before.keySet().stream()
            .filter(name -> name.startsWith("xl/externalLinks/externalLink"))
            .findFirst()
            .orElseThrow();
    assertArrayEquals(before.get(part), after.get(part));
  }

  @Test
  void countingWhatCouldNotBeHadEndsWhenTimeIsUp() {
    var hasty =
        new CalculationEnvironment(
            () -> Books.NOW, ZoneOffset.UTC, () -> 42, Duration.ofMillis(50));
    byte[] file =
        TestPackage.rows("<row r=\"1\"><c r=\"A1\"><f>COUNT([1]Lost!A:XFD)</f></c></row>")
            .externalLink(BOOK)
            .bytes();
    assertThrows(
        WorkbookFault.CalculationTooLong.class,
        () -> XlsxFile.open(file, XlsxLimits.DEFAULT, hasty).workbook());
  }

  @Test
  void whatIsRememberedAreValuesAndNotCells() {
    for (String formula :
        List.of(
            "SUMIF([1]Prices!A1:A2,\"tea\",[1]Prices!B1:B2)",
            "COUNTIFS([1]Prices!B1:B2,\">3\")",
            "COUNTBLANK([1]Prices!A1:C3)")) {
      assertEquals(ErrorValue.VALUE, calculated(formula.replace(">", "&gt;")), formula);
    }
    assertEquals(ErrorValue.REF, calculated("SUM([1]Prices!B1:[1]Prices!B2)"));
    assertEquals(
        ErrorValue.REF, calculated("ROWS(INDEX([1]Prices!B1:B2,1):INDEX([1]Prices!B1:B2,2))"));
    for (String function : List.of("ISFORMULA", "FORMULATEXT", "SHEET", "SHEETS")) {
      assertEquals(ErrorValue.NA, calculated("_xlfn." + function + "([1]Prices!B1)"), function);
    }
  }

  @Test
  void noughtIsTheWorkbookItself() {
    assertEquals(new NumberValue(2), calculated("ROW([0]Sheet1!C2)"));
    assertEquals(new NumberValue(4), calculated("COLUMNS('[0]Sheet1'!B5:E5)"));
    assertEquals(ErrorValue.REF, calculated("[0]Elsewhere!A1"));
  }

  @Test
  void linksToProgramsKeepTheirLastValues() {
    assertEquals(new NumberValue(9), calculated("INDEX([2]!'high low',1)"));
    assertEquals(new TextValue("low"), calculated("INDEX([2]!'high low',2)"));
  }
}
