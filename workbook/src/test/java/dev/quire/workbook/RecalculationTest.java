package dev.quire.workbook;

import static dev.quire.workbook.Books.formula;
import static dev.quire.workbook.Books.number;
import static dev.quire.workbook.Books.put;
import static dev.quire.workbook.Books.type;
import static dev.quire.workbook.Books.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecalculationTest {
  @Test
  void aFormulaFollowsItsInputs() {
    Workbook book = type(put(put(Books.of("Sheet1"), "A1", 2), "A2", 3), "B1", "=A1*A2+1");
    assertEquals(7, number(book, "B1"));
    assertEquals(13, number(put(book, "A2", 6), "B1"));
  }

  @Test
  void anEarlierWorkbookKeepsItsValues() {
    Workbook before = type(put(Books.of("Sheet1"), "A1", 2), "B1", "=A1*10");
    put(before, "A1", 5);
    assertEquals(20, number(before, "B1"));
  }

  @Test
  void aChainOfAHundredThousandFormulasNeedsNoThreadStack() {
    Workbook book = put(Books.of("Sheet1"), "A1", 1);
    book = type(book, "A2:A100000", "=A1+1");
    assertEquals(100_000, number(book, "A100000"));
    assertEquals(100_009, number(put(book, "A1", 10), "A100000"));
  }

  @Test
  void aChainWrittenBackwardsIsCalculatedToo() {
    Workbook book = type(Books.of("Sheet1"), "A1:A5000", "=A2+1");
    assertEquals(5000, number(book, "A1"));
    assertEquals(5007, number(put(book, "A5001", 7), "A1"));
  }

  @Test
  void rangesFilledWithOneFormulaAdjustItsReferences() {
    Workbook book = put(put(put(Books.of("Sheet1"), "A1", 1), "A2", 2), "A3", 3);
    book = type(book, "B1:C3", "=A1*$A$2");
    assertEquals("A3*$A$2", formula(book, 0, "B3"));
    assertEquals("B3*$A$2", formula(book, 0, "C3"));
    assertEquals(12, number(book, "C3"));
  }

  @Test
  void aCircleShowsZeroEverywhereInIt() {
    Workbook book = type(Books.of("Sheet1"), "A1", "=B1+1");
    book = type(book, "B1", "=C1+1");
    book = type(book, "C1", "=A1+1");
    assertEquals(0, number(book, "A1"));
    assertEquals(0, number(book, "B1"));
    assertEquals(0, number(book, "C1"));
    book = type(book, "D1", "=D1+1");
    assertEquals(0, number(book, "D1"));
  }

  @Test
  void breakingACircleBringsTheValuesBack() {
    Workbook book = type(Books.of("Sheet1"), "A1", "=B1+1");
    book = type(book, "B1", "=A1+1");
    book = put(book, "B1", 5);
    assertEquals(6, number(book, "A1"));
  }

  @Test
  void sumOfAWholeColumnSeesNewCells() {
    Workbook book = type(Books.of("Sheet1"), "B1", "=SUM(A:A)");
    assertEquals(4, number(put(book, "A700000", 4), "B1"));
  }

  @Test
  void otherSheetsAreReadThroughTheirNames() {
    Workbook book = Books.of("Sheet1", "It's");
    book = type(book, 1, "A1", "7");
    book = type(book, "A1", "='It''s'!A1*2");
    assertEquals(14, number(book, "A1"));
    book = type(book, 1, "A1", "8");
    assertEquals(16, number(book, "A1"));
  }

  @Test
  void aRenamedSheetIsFoundByItsNewNameInFormulas() {
    Workbook book = type(type(Books.of("One", "Two"), 1, "A1", "5"), "A1", "=Two!A1");
    Workbook renamed =
        book.apply(
                new Edit.UpdateWorksheet(
                    1, Optional.of("My data"), Optional.empty(), Optional.empty()),
                Books.ENVIRONMENT)
            .workbook();
    assertEquals("'My data'!A1", formula(renamed, 0, "A1"));
    assertEquals(6, number(type(renamed, 1, "A1", "6"), "A1"));
  }

  @Test
  void readingADeletedSheetIsRefError() {
    Workbook book = type(type(Books.of("One", "Two"), 1, "A1", "5"), "A1", "=Two!A1+1");
    Workbook without = book.apply(new Edit.DeleteWorksheet(1), Books.ENVIRONMENT).workbook();
    assertEquals(ErrorValue.REF, value(without, "A1"));
  }

  @Test
  void aThreeDimensionalSumFollowsTheOrderOfTabs() {
    Workbook book = Books.of("Jan", "Feb", "Mar", "Out");
    for (int sheet = 0; sheet < 3; sheet++) {
      book = type(book, sheet, "A1", Integer.toString(1 << sheet));
    }
    book = type(book, 3, "A1", "=SUM(Jan:Feb!A1)");
    assertEquals(new NumberValue(3), value(book, 3, "A1"));
    Workbook moved =
        book.apply(
                new Edit.UpdateWorksheet(2, Optional.empty(), Optional.of(1), Optional.empty()),
                Books.ENVIRONMENT)
            .workbook();
    assertEquals(new NumberValue(7), value(moved, 3, "A1"));
  }

  @Test
  void manualModeCalculatesWhenAsked() {
    Workbook book = type(put(Books.of("Sheet1"), "A1", 1), "B1", "=A1+1");
    book = manual(book);
    book = put(book, "A1", 10);
    assertEquals(2, number(book, "B1"));
    book = calculated(book);
    assertEquals(11, number(book, "B1"));
  }

  @Test
  void manualModeShowsAResultWhereAFormulaIsEntered() {
    Workbook book = type(put(Books.of("Sheet1"), "A1", 1), "B1", "=A1+1");
    book = manual(book);
    book = put(book, "A1", 10);

    book = type(book, "C1", "=A1+B1");
    assertEquals(12, number(book, "C1"), "with B1 as it stands");
    book = type(book, "E1", "=SEQUENCE(3)");
    assertEquals(3, number(book, "E3"));
    book = type(book, "A1", "=5*2");
    assertEquals(2, number(book, "B1"), "what depends on it waits");
    book = calculated(book);
    assertEquals(21, number(book, "C1"));
  }

  @Test
  void manualModeCalculatesFormulasThatAreEnteredTogether() {
    Workbook book = manual(Books.of("Sheet1"));
    List<String> formulas = List.of("=B1*2", "=C1*2", "=8");
    Area area = new Area(0, 0, 0, 2);
    CellGrid<Entry> entries =
        CellGrid.of(1, 3, (_, column) -> new Entry.Typed(formulas.get(column)));

    book =
        book.apply(
                new Edit.WriteCells(0, area, Optional.empty(), Optional.of(entries)),
                Books.ENVIRONMENT)
            .workbook();

    assertEquals(32, number(book, "A1"));
  }

  @Test
  void formulasAreToldTheMode() {
    Workbook book = type(Books.of("Sheet1"), "A1", "=INFO(\"recalc\")");
    assertEquals(new TextValue("Automatic"), value(book, "A1"));
    book = manual(book);
    assertEquals(new TextValue("Automatic"), value(book, "A1"));
    book = calculated(book);
    assertEquals(new TextValue("Manual"), value(book, "A1"));
  }

  @Test
  void aFormulaThatCannotBeCalculatedKeepsItsValueUntilAnInputChanges() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT).macros(true);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    SheetSink sheet = builder.sheet(0);
    sheet.number(0, 0, -1, 4);
    sheet.formula(0, 1, -1, "NOSUCHFUNCTION(A1)", Optional.of(new NumberValue(42)));
    sheet.formula(0, 2, -1, "B1+1", Optional.of(new NumberValue(43)));
    Workbook book = builder.build();
    assertEquals(42, number(put(book, "A9", 1), "B1"));
    Outcome outcome = Books.write(book, 0, "A1", new Entry.Constant(new NumberValue(5)));
    assertEquals(ErrorValue.NAME, value(outcome.workbook(), "B1"));
    assertEquals(ErrorValue.NAME, value(outcome.workbook(), "C1"));
    assertEquals(
        "Sheet1!B1 now shows #NAME? because NOSUCHFUNCTION is not available.",
        outcome.notices().getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IFERROR(_xll.QUOTE(A1),0)",
        "IFERROR(_xldudf_CONTOSO_ADD(A1,1),0)",
        "IFERROR(_xlfn.NOTYETINVENTED(A1),0)",
        "IFERROR(_FV(A1,\"Price\"),0)",
        "IFERROR([1]!RATE.OF(A1),0)",
        "IFERROR('[Tools.xlam]'!RATE.OF(A1),0)",
        "IFERROR(GET.CELL(38,A1),0)",
        "IFERROR(REGISTER.ID(\"tools\",A1),0)"
      })
  void aFunctionThatAnAddInOrExcelMayKnowKeepsItsValueUntilAnInputChanges(String formula) {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    SheetSink sheet = builder.sheet(0);
    sheet.number(0, 0, -1, 4);
    sheet.formula(0, 1, -1, formula + "+D1", Optional.of(new NumberValue(42)));
    Workbook book = builder.build();
    assertEquals(42, number(put(book, "A9", 1), "B1"));
    assertEquals(ErrorValue.NAME, value(put(book, "D1", 5), "B1"));
  }

  @Test
  void aFunctionThatNobodyKnowsIsInErrorWhereAFormulaGetsToIt() {
    Workbook book = put(Books.of("Sheet1"), "A1", 4);
    assertEquals(ErrorValue.NAME, value(type(book, "B1", "=NOSUCH(A1)"), "B1"));
    assertEquals(4, number(type(book, "B1", "=IFERROR(NOSUCH(A1),A1)"), "B1"));
    assertEquals(1, number(type(book, "B1", "=IF(A1>3,1,NOSUCH(A1))"), "B1"));
    assertEquals(ErrorValue.NAME, value(type(book, "B1", "=IF(A1>5,1,NOSUCH(A1))"), "B1"));
    assertEquals(5, number(type(book, "B1", "=ERROR.TYPE(NOSUCH(1/0))"), "B1"));
    assertEquals(3, number(type(book, "B1", "=COUNTA(NOSUCH(A1),2,3)"), "B1"));
    Workbook follows = type(book, "B1", "=IFERROR(NOSUCH(A1),A1*2)");
    assertEquals(10, number(put(follows, "A1", 5), "B1"));
  }

  @Test
  void whatGoogleCannotSayInExcelShowsTheValueBesideIt() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT).fullCalculationOnLoad(true);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    SheetSink sheet = builder.sheet(0);
    sheet.formula(
        0, 0, -1, "IFERROR(__xludf.DUMMYFUNCTION(\"QUERY(C:D)\"),\"North\")", Optional.empty());
    sheet.formula(0, 1, -1, "A1&\"!\"", Optional.empty());
    Workbook book = builder.build();
    assertEquals(new TextValue("North"), value(book, "A1"));
    assertEquals(new TextValue("North!"), value(book, "B1"));
  }

  @Test
  void aNameThatMovesItsRangeIsFollowed() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    builder.name(
        "Growing",
        OptionalInt.empty(),
        "OFFSET(Sheet1!$A$1,0,0,Sheet1!$B$1,1)",
        Optional.empty(),
        true);
    SheetSink sheet = builder.sheet(0);
    sheet.number(0, 0, -1, 1);
    sheet.number(1, 0, -1, 2);
    sheet.number(0, 1, -1, 1);
    sheet.formula(0, 2, -1, "SUM(Growing)", Optional.of(new NumberValue(1)));
    Workbook book = builder.build();
    assertEquals(3, number(put(book, "B1", 2), "C1"));
    assertEquals(12, number(put(put(book, "B1", 2), "A2", 11), "C1"));
  }

  @Test
  void aNameThatCannotBeCalculatedKeepsTheValuesThatUseIt() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT).macros(true);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    builder.name("Odd", OptionalInt.empty(), "NOSUCHFUNCTION(Sheet1!$A$1)", Optional.empty(), true);
    SheetSink sheet = builder.sheet(0);
    sheet.number(0, 0, -1, 1);
    sheet.formula(0, 2, -1, "IFERROR(Odd,0)+D1", Optional.of(new NumberValue(7)));
    Workbook book = builder.build();
    assertEquals(7, number(put(book, "B9", 2), "C1"));
    assertEquals(ErrorValue.NAME, value(put(book, "A1", 2), "C1"));
    assertEquals(ErrorValue.NAME, value(put(book, "D1", 2), "C1"));
  }

  @Test
  void whatIsTypedBecomesWhatExcelMakesOfIt() {
    Workbook book = type(Books.of("Sheet1"), "A1", "12%");
    assertEquals(0.12, number(book, "A1"));
    assertEquals("12%", Books.text(book, "A1"));
    book = type(book, "A2", "'=1");
    assertEquals(new TextValue("=1"), value(book, "A2"));
    book = type(book, "A3", "2026-11-23");
    assertEquals(46349, number(book, "A3"));
  }

  @Test
  void overwritingAFormulaRemovesItsDependence() {
    Workbook book = type(put(Books.of("Sheet1"), "A1", 1), "B1", "=A1");
    book = put(put(book, "B1", 9), "A1", 2);
    assertEquals(9, number(book, "B1"));
    assertEquals("", formula(book, 0, "B1"));
  }

  @Test
  void todayIsToldByTheClock() {
    Workbook book = type(Books.of("Sheet1"), "A1", "=TODAY()");
    assertEquals(46349, number(book, "A1"));
  }

  private static Workbook manual(Workbook book) {
    return book.apply(new Edit.SetCalculationMode(CalculationMode.MANUAL), Books.ENVIRONMENT)
        .workbook();
  }

  private static Workbook calculated(Workbook book) {
    return book.apply(new Edit.Calculate(CalculationScope.RECALCULATE), Books.ENVIRONMENT)
        .workbook();
  }
}
