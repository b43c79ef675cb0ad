package dev.quire.workbook;

import static dev.quire.workbook.Books.number;
import static dev.quire.workbook.Books.put;
import static dev.quire.workbook.Books.type;
import static dev.quire.workbook.Books.value;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.ErrorValue;
import org.junit.jupiter.api.Test;

/// Rows that many formulas look up something in, so that an index is made of them.
class RowLookupTest {
  /// 10, 20 … 1000 in A1:CV1, their squares below; looked up in A4:A103 by what stands in B.
  private static Workbook book(String lookup) {
    Workbook book = type(Books.of("Sheet1"), "A1:CV1", "=COLUMN()*10");
    book = type(book, "A2:CV2", "=A1^2");
    book = type(book, "B4:B103", "=(ROW()-3)*10");
    return type(book, "A4:A103", lookup);
  }

  @Test
  void everyValueOfAWideRowIsFound() {
    Workbook book = book("=HLOOKUP(B4,$A$1:$CV$2,2,FALSE)");
    assertEquals(100, number(book, "A4"));
    assertEquals(40_000, number(book, "A23"));
    assertEquals(1_000_000, number(book, "A103"));
  }

  @Test
  void theFirstOfEqualValuesCountsAndTextsAreFoundWithoutCase() {
    Workbook book = book("=MATCH(B4,$A$1:$CV$1,0)");
    book = type(put(book, "C1", 500), "D1", "abc");
    book = type(book, "B90:B95", "ABC");
    assertEquals(3, number(book, "A53"));
    assertEquals(4, number(book, "A92"));
    assertEquals(ErrorValue.NA, value(book, "A6"));
  }

  @Test
  void aRowThatIsWrittenIsLookedAtAnew() {
    Workbook book = book("=XMATCH(B4,$A$1:$CV$1)");
    assertEquals(100, number(book, "A103"));
    Workbook changed = put(book, "A1", 1_000);
    assertEquals(1, number(changed, "A103"));
    assertEquals(100, number(book, "A103"));
  }

  /// What is found decides what stands in the row further to the right.
  @Test
  void aRowMayGrowFromWhatIsFoundInIt() {
    Workbook book = type(Books.of("Sheet1"), "A1:AX1", "=COLUMN()");
    book = type(book, "AY1:CV1", "=MATCH(AX1,$A$1:AX1,0)+1");
    assertEquals(51, number(book, "AY1"));
    assertEquals(100, number(book, "CV1"));
    assertEquals(2, number(put(book, "A1", 50), "AY1"));
  }
}
