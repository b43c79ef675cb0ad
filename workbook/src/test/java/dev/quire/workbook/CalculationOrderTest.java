package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import org.junit.jupiter.api.Test;

class CalculationOrderTest {
  @Test
  void aChainOfAMillionCellsIsFollowedToItsEnd() {
    Workbook book = Books.type(Books.of("Sheet1"), "A2:A1000000", "=A1+1");
    assertEquals(1_000_004, Books.number(Books.put(book, "A1", 5), "A1000000"));
  }

  @Test
  void aChainMayLeadUpwardsAndToTheLeft() {
    Workbook up = Books.type(Books.of("Sheet1"), "A1:A99999", "=A2+1");
    assertEquals(100_006, Books.number(Books.put(up, "A100000", 7), "A1"));
    Workbook left = Books.type(Books.of("Sheet1"), "A1:ZY1", "=B1+1");
    assertEquals(703, Books.number(Books.put(left, "ZZ1", 2), "A1"));
  }

  @Test
  void columnsThatNeedOneAnotherTakeTurns() {
    Workbook loan = Books.put(Books.put(Books.of("Sheet1"), "G1", 1_000), "H1", 0.5);
    loan = Books.type(loan, "A1", "=G1");
    loan = Books.type(loan, "A2:A50000", "=C1");
    loan = Books.type(loan, "B1:B50000", "=A1*$H$1");
    loan = Books.type(loan, "C1:C50000", "=A1-B1+1");
    assertEquals(2, Books.number(loan, "C50000"), 1e-9);
    assertEquals(4, Books.number(Books.put(loan, "H1", 0.25), "C50000"), 1e-9);
  }

  /// Whether the other branch would make a circle does not matter while it is not taken.
  @Test
  void aBranchThatIsNotTakenMakesNoCircle() {
    Workbook book = Books.type(Books.put(Books.of("Sheet1"), "D1", 1), "A1", "=IF(D1>0,5,B1)");
    book = Books.type(book, "B1", "=IF(D1>0,A1+1,7)");
    assertEquals(6, Books.number(book, "B1"));
    Workbook other = Books.put(book, "D1", 0);
    assertEquals(7, Books.number(other, "A1"));
    assertEquals(7, Books.number(other, "B1"));
  }

  @Test
  void aSumThatGrowsSeesWhatItsOwnColumnCameTo() {
    Workbook book = Books.put(Books.of("Sheet1"), "A1", 1);
    book = Books.type(book, "A2:A40", "=SUM(A$1:A1)");
    assertEquals(Math.pow(2, 38), Books.number(book, "A40"));
    assertEquals(3 * Math.pow(2, 38), Books.number(Books.put(book, "A1", 3), "A40"));
  }

  /// The index of a column is made when it is asked for again, and forgotten when a cell changes.
  @Test
  void lookUpsFollowTheTableTheyLookIn() {
    Workbook book = Books.type(Books.of("Sheet1"), "A1:A100", "=ROW()*2");
    book = Books.type(book, "C1:C100", "=MATCH(ROW()*2,A$1:A$100,0)");
    assertEquals(60, Books.number(book, "C60"));
    Workbook moved = Books.put(book, "A10", 120);
    assertEquals(10, Books.number(moved, "C60"));
    assertEquals(60, Books.number(book, "C60"));
    Workbook named = Books.type(Books.type(book, "A7", "Été"), "D1:D9", "=MATCH(\"éTÉ\",A:A,0)");
    assertEquals(new NumberValue(7), Books.value(named, "D5"));
  }

  @Test
  void conditionalSumsFollowCriteriaAndAmounts() {
    Workbook book =
        Books.type(Books.of("Sheet1"), "A1:A200", "=IF(MOD(ROW(),2)=0,\"even\",\"odd\")");
    book = Books.type(book, "B1:B200", "=MOD(ROW(),5)");
    book = Books.type(book, "C1:C200", "=ROW()");
    book = Books.type(book, "E1:E9", "=SUMIFS(C$1:C$200,A$1:A$200,\"EVEN\",B$1:B$200,ROW()-1)");
    book = Books.type(book, "F1:F9", "=COUNTIF(A$1:A$200,\"odd\")");
    assertEquals(2_100, Books.number(book, "E1"));
    assertEquals(100, Books.number(book, "F9"));
    Workbook other = Books.type(Books.put(book, "C10", 1_010), "A1", "even");
    assertEquals(3_100, Books.number(other, "E1"));
    assertEquals(99, Books.number(other, "F9"));
    assertEquals(new TextValue("odd"), Books.value(book, "A1"));
  }
}
