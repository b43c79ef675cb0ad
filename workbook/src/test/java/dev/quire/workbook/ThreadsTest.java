package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.A1;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns of much work are calculated on several threads, and come to the same bits.
class ThreadsTest {
  private static final int ROWS = 3_000;
  private static final CalculationEnvironment ONE = Books.ENVIRONMENT.onThreads(1, Duration.ZERO);
  private static final CalculationEnvironment FOUR = Books.ENVIRONMENT.onThreads(4, Duration.ZERO);

  /// Numbers in A, keys in B, texts in C; formulas come into E.
  private static Workbook data(CalculationEnvironment environment) {
    Workbook book = Books.of("Sheet1");
    book = type(book, "A1:A" + ROWS, "=MOD(ROW()*7919,1009)/7", environment);
    book = type(book, "B1:B" + ROWS, "=MOD(ROW()*31,97)", environment);
    return type(book, "C1:C" + ROWS, "=IF(MOD(ROW(),11)=0,\"\",\"t\"&MOD(ROW(),53))", environment);
  }

  private static Workbook type(
      Workbook book, String cells, String text, CalculationEnvironment environment) {
    return Books.write(book, 0, cells, new Entry.Typed(text), environment).workbook();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=VLOOKUP(B1,$A$1:$C$3000,3,FALSE)",
        "=SUMIFS($A$1:$A$3000,$B$1:$B$3000,B1,$C$1:$C$3000,\"t*\")",
        "=XLOOKUP(A1,$A$1:$A$3000,$C$1:$C$3000,\"none\",-1)",
        "=SUM(A$1:A1)",
        "=SUMPRODUCT((($B$1:$B$300)=B1)*$A$1:$A$300)",
        "=IFERROR(1/MATCH(A1+0.1,$A$1:$A$3000,0),C1)",
        "=RANK(A1,$A$1:$A$3000)+LARGE($A$1:$A$3000,B1+1)",
        "=LET(x,$A$1:$A$200,REDUCE(0,x,LAMBDA(a,b,a+b*B1)))",
        "=TEXTJOIN(\"-\",TRUE,$C$1:$C$200)&TEXT(A1,\"0.000\")",
        "=IF(B1>50,E2,SUM($A$1:$A$500))"
      })
  void resultsAreThoseOfOneThread(String formula) {
    Workbook one = type(data(ONE), "E1:E2000", formula, ONE);
    Workbook four = type(data(FOUR), "E1:E2000", formula, FOUR);
    same(one, four);
    same(type(one, "A77", "12.5", ONE), type(four, "A77", "12.5", FOUR));
  }

  private static void same(Workbook one, Workbook four) {
    for (int row = 0; row < 2_000; row++) {
      assertEquals(one.value(0, row, 4), four.value(0, row, 4), A1.cell(row, 4));
    }
  }

  @Test
  void whatTakesTooLongIsGivenUpOnAllThreads() {
    CalculationEnvironment brief = FOUR.within(Duration.ofMillis(50));
    Workbook book = data(FOUR);
    String endless = "=SUM(MAP(SEQUENCE(2000),LAMBDA(x,SUM(SQRT($A$1:$A$3000*x)))))";
    assertThrows(
        WorkbookFault.CalculationTooLong.class, () -> type(book, "E1:E2000", endless, brief));
  }
}
