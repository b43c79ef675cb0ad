package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellShiftTest {
  private static final int FIRST = 0;
  private static final int SECOND = 1;

  static Workbook insert(Workbook book, int sheet, String area, InsertShift shift) {
    var edit = new Edit.InsertCells(sheet, A1.parse(area).orElseThrow(), shift);
    return book.apply(edit, Books.ENVIRONMENT).workbook();
  }

  static Workbook delete(Workbook book, int sheet, String area, DeleteShift shift) {
    var edit = new Edit.DeleteCells(sheet, A1.parse(area).orElseThrow(), shift);
    return book.apply(edit, Books.ENVIRONMENT).workbook();
  }

  private static Workbook change(Workbook book, String what, String area) {
    return switch (what) {
      case "down" -> insert(book, FIRST, area, InsertShift.DOWN);
      case "right" -> insert(book, FIRST, area, InsertShift.RIGHT);
      case "up" -> delete(book, FIRST, area, DeleteShift.UP);
      default -> delete(book, FIRST, area, DeleteShift.LEFT);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # formula           | at  | change | area | formula afterwards | at
          A1+A10              | C5  | down   | 3:4  | A1+A12             | C7
          A1+A10              | C2  | down   | 3:4  | A1+A12             | C2
          SUM(A1:A10)         | C1  | down   | 5:5  | SUM(A1:A11)        | C1
          SUM(A1:A10)         | C1  | down   | 1:1  | SUM(A2:A11)        | C2
          SUM(A1:A10)         | C1  | down   | 11:11| SUM(A1:A10)        | C1
          SUM(A1:A10)         | C20 | up     | 11:12| SUM(A1:A10)        | C18
          SUM(A1:A10)         | C20 | up     | 1:3  | SUM(A1:A7)         | C17
          SUM(A1:A10)         | C20 | up     | 8:12 | SUM(A1:A7)         | C15
          SUM(A3:A10)         | C1  | up     | 2:5  | SUM(A2:A6)         | C1
          SUM(A3:A10)         | C1  | up     | 3:10 | SUM(#REF!)         | C1
          A3*2                | C1  | up     | 3:3  | #REF!*2            | C1
          First!$A$3          | C1  | up     | 3:3  | First!#REF!        | C1
          $A$3+A$3+$A3        | C1  | down   | 2:2  | $A$4+A$4+$A4       | C1
          SUM(A:A)            | C1  | down   | 2:9  | SUM(A:A)           | C1
          SUM(A:A)            | C1  | up     | 2:9  | SUM(A:A)           | C1
          SUM(A:C)            | E1  | right  | B:B  | SUM(A:D)           | F1
          SUM(A:C)            | E1  | left   | B:B  | SUM(A:B)           | D1
          SUM(B:C)            | E1  | left   | A:D  | SUM(#REF!)         | A1
          SUM(3:5)            | C1  | down   | 4:4  | SUM(3:6)           | C1
          SUM(3:5)            | C1  | right  | B:B  | SUM(3:5)           | D1
          SUM(A1:C10)         | E1  | down   | B5   | SUM(A1:C10)        | E1
          SUM(A1:C10)         | E1  | down   | A5:C5| SUM(A1:C11)        | E1
          SUM(A1:C10)         | E1  | down   | A5:D5| SUM(A1:C11)        | E1
          SUM(A1:C10)         | E1  | up     | A5:B5| SUM(A1:C10)        | E1
          SUM(B1:B10)         | E1  | right  | B1:B10| SUM(C1:C10)       | F1
          SUM(B1:D2)          | F5  | left   | C1:C2| SUM(B1:C2)         | F5
          B2                  | B1  | down   | B1   | B3                 | B2
          A2                  | B1  | down   | B1   | A2                 | B2
          ROWS(A1:A1048576)   | C1  | down   | 5:5  | ROWS(A1:A1048576)  | C1
          SUM(A5:A1048576)    | C1  | down   | 2:2  | SUM(A6:A1048576)   | C1
          SUM(A5:A1048576)    | C1  | up     | 2:2  | SUM(A4:A1048575)   | C1
          A1048576            | C1  | down   | 2:2  | #REF!              | C1
          SUM( A1 : B2 , 3 )  | C9  | down   | 1:1  | SUM( A2 : B3 , 3 ) | C10
          SUM(A1:B2 B2:C3)    | E1  | right  | A:A  | SUM(B1:C2 C2:D3)   | F1
          OFFSET(A1,0,1)      | C9  | down   | 1:1  | OFFSET(A2,0,1)     | C10
          First:Second!A1     | C9  | down   | 1:1  | First:Second!A1    | C10
          Second!A5           | C9  | down   | 1:1  | Second!A5          | C10
          """)
  void formulasFollow(
      String formula, String at, String change, String area, String after, String where) {
    Workbook book = Books.type(Books.of("First", "Second"), at, "=" + formula);
    Workbook changed = change(book, change, area);
    assertEquals(after, Books.formula(changed, FIRST, where));
  }

  @Test
  void formulasOfOtherSheetsFollow() {
    Workbook book = Books.type(Books.of("First", "Second"), FIRST, "B3", "5");
    book = Books.type(book, SECOND, "A1:A3", "=First!B3*2");
    book = insert(book, FIRST, "2:2", InsertShift.DOWN);
    assertEquals("First!B4*2", Books.formula(book, SECOND, "A1"));
    assertEquals("First!B6*2", Books.formula(book, SECOND, "A3"));
    assertEquals(new NumberValue(10), Books.value(book, SECOND, "A1"));
    book = delete(book, FIRST, "4:4", DeleteShift.UP);
    assertEquals("First!#REF!*2", Books.formula(book, SECOND, "A1"));
    assertEquals(ErrorValue.REF, Books.value(book, SECOND, "A1"));
    assertEquals("First!B4*2", Books.formula(book, SECOND, "A2"));
  }

  @Test
  void whatLooksAtItsPlaceIsCalculatedAgain() {
    Workbook book = Books.type(Books.of("First"), "A1", "=ROW()");
    book = Books.type(book, "A2", "=COUNTBLANK(B:B)");
    book = Books.type(book, "A3", "=COLUMN(B1)");
    book = Books.type(book, "A4", "=INDEX(C1:C9,3)");
    book = Books.type(book, "C3", "7");
    book = insert(book, FIRST, "1:1", InsertShift.DOWN);
    assertEquals(2, Books.number(book, "A2"));
    book = insert(book, FIRST, "3:3", InsertShift.DOWN);
    assertEquals(0, Books.number(book, "A6"));
    book = insert(book, FIRST, "B:B", InsertShift.RIGHT);
    assertEquals(3, Books.number(book, "A5"));
  }

  @Test
  void aFilledColumnStaysOneFormula() {
    Workbook book = Books.type(Books.of("First"), "B1:B5000", "=A1*2+$C$3");
    book = Books.type(book, "D2:D5000", "=D1+A2");
    book = insert(book, FIRST, "2000:2001", InsertShift.DOWN);
    book = delete(book, FIRST, "100:120", DeleteShift.UP);
    var templates = Collections.newSetFromMap(new IdentityHashMap<Template, Boolean>());
    book.cells(FIRST).visitFormulas((_, _, template) -> templates.add(template));
    assertTrue(templates.size() <= 8, "templates: " + templates.size());
  }

  @Test
  void namesFollow() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("First", Optional.empty(), Visibility.VISIBLE);
    builder.name("All", OptionalInt.empty(), "First!$A$1:$A$3", Optional.empty(), true);
    builder.name("Left", OptionalInt.empty(), "First!A1", Optional.empty(), true);
    builder.name("Print_Titles", OptionalInt.of(0), "First!$1:$2", Optional.empty(), true);
    Workbook book = Books.type(builder.build(), "B9", "=ROWS(All)");
    book = insert(book, FIRST, "2:2", InsertShift.DOWN);
    assertEquals("First!$A$1:$A$4", book.nameFormula(book.names().get(0)));
    assertEquals("First!A1", book.nameFormula(book.names().get(1)));
    assertEquals("First!$1:$3", book.nameFormula(book.names().get(2)));
    assertEquals(4, Books.number(book, "B10"));
    book = delete(book, FIRST, "1:6", DeleteShift.UP);
    assertEquals("First!#REF!", book.nameFormula(book.names().getFirst()));
  }

  @Test
  void layoutAndMergedCellsFollow() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("First", Optional.empty(), Visibility.VISIBLE);
    SheetSink sheet = builder.sheet(0);
    sheet.row(RowSetting.plain(4).withHidden(true));
    sheet.columns(ColumnSpan.plain(1, 2).withHidden(true));
    sheet.merged(new Area(1, 1, 3, 2));
    Workbook book = builder.build();
    Workbook down = insert(book, FIRST, "3:3", InsertShift.DOWN);
    assertTrue(down.worksheets().getFirst().layout().isRowHidden(5));
    assertEquals(List.of(new Area(1, 1, 4, 2)), merged(down));
    Workbook right = insert(book, FIRST, "A:A", InsertShift.RIGHT);
    assertTrue(right.worksheets().getFirst().layout().isColumnHidden(3));
    assertEquals(List.of(new Area(1, 2, 3, 3)), merged(right));
    assertEquals(List.of(), merged(delete(book, FIRST, "2:4", DeleteShift.UP)));
    assertThrows(
        WorkbookFault.InsertDeleteConflict.class,
        () -> insert(book, FIRST, "B1", InsertShift.DOWN));
  }

  private static List<Area> merged(Workbook book) {
    return book.worksheets().getFirst().regions().merged();
  }

  private static Workbook withTable() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("First", Optional.empty(), Visibility.VISIBLE);
    builder.table(
        new Table(
            "{1}",
            1,
            "Sales",
            0,
            new Area(1, 1, 4, 2),
            true,
            false,
            true,
            new Table.TableStyle("", false, false, true, false),
            List.of(new Table.TableColumn(1, "Name"), new Table.TableColumn(2, "Sum"))));
    Workbook book = Books.type(builder.build(), "B2", "Name");
    book = Books.type(book, "C2", "Sum");
    book = Books.type(book, "C3:C5", "4");
    return Books.type(book, "F1", "=SUM(Sales[Sum])");
  }

  @Test
  void tablesGrowAndShrinkWithTheirRows() {
    Workbook book = insert(withTable(), FIRST, "4:5", InsertShift.DOWN);
    assertEquals(new Area(1, 1, 6, 2), book.tables().getFirst().area());
    assertEquals(12, Books.number(book, "F1"));
    book = delete(book, FIRST, "B6:C7", DeleteShift.UP);
    assertEquals(new Area(1, 1, 4, 2), book.tables().getFirst().area());
    assertEquals(4, Books.number(book, "F1"));
    assertEquals("SUM(Sales[Sum])", Books.formula(book, FIRST, "F1"));
  }

  @Test
  void newColumnsOfTablesGetNamesAndLostOnesBreakTheirReaders() {
    Workbook book = insert(withTable(), FIRST, "C:C", InsertShift.RIGHT);
    assertEquals("Column1", Books.text(book, "C2"));
    assertEquals("Column1", book.tables().getFirst().columns().get(1).name());
    assertEquals("SUM(Sales[Sum])", Books.formula(book, FIRST, "G1"));
    book = delete(book, FIRST, "D:D", DeleteShift.LEFT);
    assertEquals("SUM(#REF!)", Books.formula(book, FIRST, "F1"));
    assertEquals(ErrorValue.REF, Books.value(book, "F1"));
    book = delete(book, FIRST, "A:C", DeleteShift.LEFT);
    assertEquals(List.of(), book.tables());
  }

  @ParameterizedTest
  @CsvSource({"down,B3", "up,2:3", "up,3:5", "right,B3:C4", "left,B3:B4"})
  void tablesAreNotTorn(String change, String area) {
    assertThrows(WorkbookFault.InsertDeleteConflict.class, () -> change(withTable(), change, area));
  }

  @Test
  void nothingIsPushedOffTheSheet() {
    Workbook book = Books.type(Books.of("First"), "A1048576", "1");
    assertThrows(WorkbookFault.OffSheet.class, () -> insert(book, FIRST, "5:5", InsertShift.DOWN));
    assertEquals(1, Books.number(insert(book, FIRST, "B5", InsertShift.DOWN), "A1048576"));
    Workbook wide = Books.type(Books.of("First"), "XFD3", "1");
    assertThrows(WorkbookFault.OffSheet.class, () -> insert(wide, FIRST, "A3", InsertShift.RIGHT));
  }

  @Test
  void spilledArraysMoveOrSpillAgain() {
    Workbook book = Books.type(Books.of("First"), "B3", "=SEQUENCE(3)");
    book = Books.type(book, "D1", "=SUM(B3#)");
    book = insert(book, FIRST, "1:1", InsertShift.DOWN);
    assertEquals(3, Books.number(book, "B6"));
    book = insert(book, FIRST, "5:5", InsertShift.DOWN);
    assertEquals(2, Books.number(book, "B5"));
    assertEquals(6, Books.number(book, "D2"));
    book = delete(book, FIRST, "4:4", DeleteShift.UP);
    assertEquals(Optional.empty(), book.cells(FIRST).valuesArea().filter(a -> a.lastRow() > 2));
  }

  @Test
  void newCellsLookLikeThoseAbove() {
    Workbook book = formatted(Books.of("First"), "A1:B1", "0.00");
    book = insert(book, FIRST, "2:3", InsertShift.DOWN);
    assertEquals("0.00", format(book, "B3"));
    assertEquals("General", format(book, "B4"));
  }

  /// A row is formatted as a whole; one cell of it that holds something goes, one comes.
  @ParameterizedTest
  @CsvSource({"3:3, B3, B2, down", "B:B, B3, C3, right"})
  void cellsKeepTheLookOfTheRowOrColumnThatTheyLeave(
      String formatted, String leaving, String coming, String direction) {
    Workbook book = Books.type(Books.type(Books.of("First"), leaving, "x"), coming, "y");
    book = formatted(book, formatted, "0.00");
    boolean isComing = direction.equals("down");
    book = change(book, direction, isComing ? "B1" : "B3");
    assertEquals("0.00", format(book, isComing ? "B4" : "C3"));
    assertEquals("General", format(book, isComing ? "B3" : "D3"));
    assertEquals("y", Books.text(book, isComing ? "B3" : "D3"));
    assertEquals("0.00", format(book, formatted.equals("3:3") ? "C3" : "B9"));
  }

  private static Workbook formatted(Workbook book, String area, String code) {
    Optional<CellGrid<FormatEntry>> look = Optional.of(CellGrid.filled(new FormatEntry.Code(code)));
    return book.apply(
            new Edit.WriteCells(FIRST, A1.parse(area).orElseThrow(), look, Optional.empty()),
            Books.ENVIRONMENT)
        .workbook();
  }

  private static String format(Workbook book, String cell) {
    Area at = A1.parse(cell).orElseThrow();
    return book.style(FIRST, at.firstRow(), at.firstColumn()).numberFormat();
  }

  @Test
  void inManualModeNothingIsCalculatedButAllFollows() {
    Workbook book = Books.type(Books.of("First"), "A1", "=ROW()");
    book =
        book.apply(new Edit.SetCalculationMode(CalculationMode.MANUAL), Books.ENVIRONMENT)
            .workbook();
    book = insert(book, FIRST, "1:1", InsertShift.DOWN);
    assertEquals(1, Books.number(book, "A2"));
    book =
        book.apply(new Edit.Calculate(CalculationScope.RECALCULATE), Books.ENVIRONMENT).workbook();
    assertEquals(2, Books.number(book, "A2"));
    assertEquals("ROW()", book.formula(0, 1, 0, Notation.A1).orElseThrow());
  }

  @Test
  void aReplayGivesTheCellsOfBeforeAtTheirNewPlaces() {
    Workbook base = Books.type(Books.type(Books.of("First"), "A1", "1"), "B5", "=A1");
    Workbook book = Books.type(insert(base, FIRST, "1:2", InsertShift.DOWN), "A9", "5");
    Workbook replayed = base.replay(book.shiftsSince(base));
    assertEquals("A3", Books.formula(replayed, FIRST, "B7"));
    assertEquals("", Books.text(replayed, "A9"));
    assertEquals(
        book.cells(0).formula(6, 1).orElseThrow(), replayed.cells(0).formula(6, 1).orElseThrow());
  }
}
