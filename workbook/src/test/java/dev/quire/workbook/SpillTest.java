package dev.quire.workbook;

import static dev.quire.workbook.Books.number;
import static dev.quire.workbook.Books.put;
import static dev.quire.workbook.Books.type;
import static dev.quire.workbook.Books.value;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SpillTest {
  private Workbook book = Books.of("Sheet1");

  @BeforeEach
  void threeNumbers() {
    book = put(put(put(book, "A1", 1), "A2", 2), "A3", 3);
  }

  @Test
  void aResultOfSeveralCellsSpillsBelowItsFormula() {
    Workbook spilled = type(book, "C1", "=A1:A3*10");
    assertEquals(10, number(spilled, "C1"));
    assertEquals(20, number(spilled, "C2"));
    assertEquals(30, number(spilled, "C3"));
    assertEquals("", Books.formula(spilled, 0, "C2"));
  }

  @Test
  void spilledCellsFollowTheirInputsAndAreFollowed() {
    Workbook spilled = type(type(book, "C1", "=A1:A3*10"), "E1", "=SUM(C1:C3)+C2");
    assertEquals(80, number(spilled, "E1"));
    assertEquals(10 + 50 + 30 + 50, number(put(spilled, "A2", 5), "E1"));
  }

  @Test
  void aHashReadsAllThatSpilled() {
    Workbook spilled = type(type(book, "C1", "=A1:A3"), "E1", "=SUM(C1#)");
    assertEquals(6, number(spilled, "E1"));
    assertEquals(3, number(type(spilled, "C1", "=A1:A2"), "E1"));
  }

  @Test
  void aHashReadsTheCellAloneWhereAFormulaFillsNoOthers() {
    Workbook single = type(type(book, "C1", "=A1+A2"), "E1", "=SUM(C1#)");
    assertEquals(3, number(single, "E1"));
    assertEquals(6, number(type(single, "C1", "=A1:A3"), "E1"));
    assertEquals(ErrorValue.SPILL, value(type(put(single, "C2", 7), "C1", "=A1:A3"), "E1"));
    assertEquals(ErrorValue.REF, value(put(single, "C1", 7), "E1"));
  }

  @Test
  void aReferenceAsResultWaitsForTheCellsItRefersTo() {
    Workbook spilled = type(type(book, "C1", "=A1:A3*10"), "B8", "=IF(FALSE,0,A1:C3)");
    assertEquals(30, number(put(spilled, "A3", 3), "D10"));
    assertEquals(50, number(put(spilled, "A3", 5), "D10"));
  }

  @Test
  void anOccupiedCellKeepsAnArrayFromSpilling() {
    Workbook blocked = type(put(book, "C2", 7), "C1", "=A1:A3");
    assertEquals(ErrorValue.SPILL, value(blocked, "C1"));
    assertEquals(7, number(blocked, "C2"));
    assertEquals(BlankValue.BLANK, value(blocked, "C3"));
  }

  @Test
  void noArraySpillsOverMergedCellsOrTablesOrTheEdgeOfTheSheet() {
    WorkbookBuilder builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    builder.sheet(0).merged(A1.parse("C3:D3").orElseThrow());
    builder.table(
        new Table(
            "{1}",
            1,
            "Empty",
            0,
            A1.parse("F2:F9").orElseThrow(),
            true,
            false,
            false,
            new Table.TableStyle("", false, false, false, false),
            List.of()));
    Workbook crowded = builder.build();
    assertEquals(ErrorValue.SPILL, value(type(crowded, "C1", "=SEQUENCE(3)"), "C1"));
    assertEquals(1, number(type(crowded, "C1", "=SEQUENCE(2)"), "C1"));
    assertEquals(ErrorValue.SPILL, value(type(crowded, "E1", "=SEQUENCE(2,2)"), "E1"));
    assertEquals(ErrorValue.SPILL, value(type(crowded, "H1048575", "=SEQUENCE(3)"), "H1048575"));
    assertEquals(ErrorValue.SPILL, value(type(crowded, "H2", "=A:A"), "H2"));
  }

  @Test
  void emptyingTheCellInTheWayLetsTheArraySpill() {
    Workbook blocked = type(put(book, "C2", 7), "C1", "=A1:A3");
    Workbook free = type(blocked, "C2", "");
    assertEquals(1, number(free, "C1"));
    assertEquals(2, number(free, "C2"));
    assertEquals(3, number(free, "C3"));
  }

  @Test
  void writingIntoSpilledCellsTakesTheRoomAway() {
    Workbook spilled = type(book, "C1", "=A1:A3");
    Workbook blocked = put(spilled, "C3", 9);
    assertEquals(ErrorValue.SPILL, value(blocked, "C1"));
    assertEquals(BlankValue.BLANK, value(blocked, "C2"));
    assertEquals(9, number(blocked, "C3"));
  }

  @Test
  void overwritingTheFormulaRemovesWhatItSpilled() {
    Workbook spilled = type(book, "C1", "=A1:A3");
    Workbook without = put(spilled, "C1", 5);
    assertEquals(5, number(without, "C1"));
    assertEquals(BlankValue.BLANK, value(without, "C2"));
  }

  @Test
  void aShorterResultGivesItsCellsBack() {
    Workbook spilled = type(book, "B1", "3");
    spilled = type(spilled, "C1", "=IF(B1>2,A1:A3,A1:A2)");
    assertEquals(3, number(spilled, "C3"));
    Workbook shorter = put(spilled, "B1", 1);
    assertEquals(2, number(shorter, "C2"));
    assertEquals(BlankValue.BLANK, value(shorter, "C3"));
    assertEquals(3, number(put(shorter, "B1", 4), "C3"));
  }

  @Test
  void anArrayInAnAreaChosenByHandIsChangedAsAWholeOnly() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    SheetSink sheet = builder.sheet(0);
    sheet.number(0, 0, -1, 4);
    sheet.arrayFormula(
        0,
        2,
        -1,
        A1.parse("C1:C2").orElseThrow(),
        "A1:A2*2",
        false,
        Optional.of(new NumberValue(8)));
    sheet.number(1, 2, -1, 0);
    Workbook array = builder.build();
    assertThrows(WorkbookFault.PartOfArray.class, () -> put(array, "C2", 1));
    Workbook followed = put(array, "A2", 5);
    assertEquals(8, number(followed, "C1"));
    assertEquals(10, number(followed, "C2"));
    assertEquals(1, number(type(followed, "C1:C2", "1"), "C2"));
  }

  @Test
  void aFilterGrowsAndShrinksWithItsInputs() {
    Workbook spilled = type(book, "C1", "=FILTER(A1:A3,A1:A3>1)");
    assertEquals(3, number(spilled, "C2"));
    Workbook shrunk = put(spilled, "A3", 0);
    assertEquals(2, number(shrunk, "C1"));
    assertEquals(BlankValue.BLANK, value(shrunk, "C2"));
    assertEquals(ErrorValue.CALC, value(put(shrunk, "A2", 0), "C1"));
  }

  @Test
  void uniqueValuesWaitForFormulasBelowTheUsedCells() {
    Workbook spilled = type(type(book, "A9", "=A1+A2+A3"), "C1", "=UNIQUE(A:A)");
    assertEquals(6, number(spilled, "C5"));
    assertEquals(9, number(put(spilled, "A1", 4), "C5"));
  }

  @Test
  void anArrayWhoseSizeIsLeftToChanceFindsNoRoom() {
    Workbook drawn = type(book, "C1", "=SEQUENCE(RANDBETWEEN(5,5000))");
    assertEquals(ErrorValue.SPILL, value(drawn, "C1"));
    assertEquals(BlankValue.BLANK, value(drawn, "C2"));
  }

  @Test
  void anArrayOfChanceNumbersWhoseSizeIsKnownSpills() {
    Workbook drawn = type(book, "C1", "=RANDARRAY(3)+NOW()*0");
    assertEquals(1, number(type(drawn, "E1", "=AND(C1#>=0,C1#<1,ROWS(C1#)=3)*1"), "E1"));
  }

  @Test
  void aSizeThatChanceGivesInAnotherCellHoldsWhileItIsUsed() {
    Workbook drawn = type(type(book, "B1", "=RANDBETWEEN(2,4)"), "C1", "=SEQUENCE(B1)");
    assertEquals(number(drawn, "B1"), number(type(drawn, "E1", "=0*B1+ROWS(C1#)"), "E1"), 2);
  }
}
