package dev.quire.ooxml;

import static dev.quire.ooxml.Books.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.Workbook;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Formulas that refer to other workbooks see what was last known of them.
class ExternalLinksTest {
  private static final String BOOK =
      """
      <externalBook r:id="rId1"><sheetNames><sheetName val="Prices"/><sheetName val="Lost"/>\
      <sheetName val="More"/></sheetNames>\
      <definedNames><definedName name="Rate" refersTo="=Prices!$B$1"/>\
      <definedName name="Own" refersTo="=More!$A$1*2" sheetId="2"/></definedNames>\
      <sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>tea</v></cell>\
      <cell r="B1"><v>3</v></cell></row><row r="2"><cell r="A2" t="str"><v>milk</v></cell>\
      <cell r="B2"><v>4</v></cell></row></sheetData><sheetData sheetId="1" refreshError="1"/>\
      <sheetData sheetId="2"><row r="1"><cell r="A1"><v>7</v></cell></row></sheetData>\
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
