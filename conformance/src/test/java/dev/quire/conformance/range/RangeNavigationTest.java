package dev.quire.conformance.range;

import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The ways from H3:J5 to other ranges (semantics §6.1). I4 holds a number, J5 has a look only.
final class RangeNavigationTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final SheetOne sheet = new SheetOne(SERVER);

  @BeforeEach
  void fill() {
    sheet.holds("I4", "[[5]]");
    sheet.patchAt("J5", "/format/font", "{`bold`:true}").is(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cell(row=1,column=2) | J4",
        "cell(row=9,column=0) | H12",
        "row(row=1) | H4:J4",
        "column(column=0) | H3:H5",
        "lastRow() | H5:J5",
        "lastColumn() | J3:J5",
        "lastCell() | J5",
        "entireRow() | 3:5",
        "entireColumn() | H:J",
        "offsetRange(rowOffset=1,columnOffset=-1) | G4:I6",
        "resizedRange(deltaRows=-1,deltaColumns=2) | H3:L4",
        "boundingRect(anotherRange='L9') | H3:L9",
        "intersection(anotherRange='I1:I4') | I3:I4",
        "rowsAbove() | H2:J2",
        "rowsAbove(count=2) | H1:J2",
        "rowsAbove(count=-2) | H3:J4",
        "rowsBelow() | H6:J6",
        "rowsBelow(count=2) | H6:J7",
        "rowsBelow(count=-1) | H5:J5",
        "columnsBefore() | G3:G5",
        "columnsBefore(count=2) | F3:G5",
        "columnsAfter() | K3:K5",
        "columnsAfter(count=2) | K3:L5",
        "columnsAfter(count=-2) | I3:J5",
        "usedRange() | I4:J5",
        "usedRange(valuesOnly=true) | I4",
        "row(row=1)/column(column=1) | I4"
      })
  @Covers("workbookRange function *")
  void functionLeadsTo(String function, String address) {
    sheet.shows("/range(address='H3:J5')/" + function, "address", "`Sheet1!" + address + "`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "offsetRange(rowOffset=-3,columnOffset=0)",
        "resizedRange(deltaRows=-3,deltaColumns=0)",
        "rowsAbove(count=3)",
        "columnsBefore(count=8)",
        "rowsBelow(count=0)",
        "boundingRect(anotherRange='nonsense!')"
      })
  void whatIsOffTheSheetIsRefused(String function) {
    int status = sheet.getAt("H3:J5", "/" + function).status();
    Assertions.assertTrue(status == 400 || status == 404, status + "");
  }

  @Test
  void rangesWithoutACommonCellHaveNoIntersection() {
    sheet.getAt("H3:J5", "/intersection(anotherRange='A1')").is(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"/range(address='H3:J5') | H3:J5", "/cell(row=3,column=8) | I4"})
  @Covers({
    "workbookWorksheet function range(address)",
    "workbookWorksheet function cell(row, column)",
    "workbookRange get-property address"
  })
  void worksheetLeadsToItsCells(String below, String address) {
    sheet.shows(below, "address", "`Sheet1!" + address + "`");
  }

  @Test
  @Covers({
    "workbookWorksheet function range()",
    "workbookWorksheet function usedRange()",
    "workbookWorksheet function usedRange(valuesOnly)",
    "workbookRange get worksheet"
  })
  void worksheetLeadsToAllAndToItsUsedCells() {
    sheet.shows("/range()", "cellCount", "-1");
    sheet.holds("K20", "[[1]]");
    sheet.patchAt("L21", "/format/font", "{`bold`:true}").is(200);
    sheet.shows("/usedRange()", "address", "`Sheet1!A1:L21`");
    sheet.shows("/usedRange(valuesOnly=true)", "address", "`Sheet1!A1:K20`");
    sheet.shows("/range(address='H3')/worksheet", "name", "`Sheet1`");
  }
}
