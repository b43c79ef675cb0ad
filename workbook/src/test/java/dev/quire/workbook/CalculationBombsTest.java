package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small formulas that ask for more time or room than there is. Each ends soon: with a value, or
/// with a refusal that leaves the workbook as it was.
class CalculationBombsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final CalculationEnvironment HASTE =
      Books.ENVIRONMENT.within(Duration.ofMillis(600));

  private static Workbook book() {
    WorkbookBuilder builder = new WorkbookBuilder(HASTE);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    name(builder, "Fib", "LAMBDA(n,IF(n<2,n,Fib(n-1)+Fib(n-2)))");
    name(builder, "Forever", "LAMBDA(n,Forever(n+1))");
    name(builder, "Again", "LAMBDA(n,Again(Again(n)))");
    name(builder, "P", "Q+1");
    name(builder, "Q", "P+1");
    name(builder, "Level0", "SEQUENCE(100)");
    for (int level = 1; level < 60; level++) {
      String below = "Level" + (level - 1);
      name(builder, "Level" + level, "SUM(" + below + ")+SUM(" + below + ")");
    }
    return builder.build();
  }

  private static void name(WorkbookBuilder builder, String name, String formula) {
    builder.name(name, OptionalInt.empty(), formula, Optional.empty(), true);
  }

  private static Scalar calculated(String formula) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () ->
            Books.value(
                Books.write(book(), 0, "A1", new Entry.Typed("=" + formula), HASTE).workbook(),
                "A1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Fib(100)",
        "Again(1)",
        "Level59",
        "SUM(REDUCE(0,SEQUENCE(2000),LAMBDA(a,b,a+SEQUENCE(1000000))))",
        "SUM(MAP(SEQUENCE(1000000,2),LAMBDA(x,SUM(SEQUENCE(100000)))))",
        "SUM(MAKEARRAY(1000,1000,LAMBDA(r,c,SUM(SEQUENCE(10000)))))",
        "SUM(MMULT(SEQUENCE(1400,1400),SEQUENCE(1400,1400)))",
        "LET(f,LAMBDA(g,n,IF(n=0,0,g(g,n-1)+g(g,n-1))),f(f,80))",
        "SUM(LEN(REPT(\"x\",SEQUENCE(1000000)*0+32767)))",
        "ROWS(REDUCE(\"\",SEQUENCE(1000000),LAMBDA(a,b,VSTACK(a,b))))",
        "ROWS(GROUPBY(SEQUENCE(1000000),SEQUENCE(1000000),SUM))",
        "SUM(LINEST(RANDARRAY(1000),RANDARRAY(1000,900)))",
        "REDUCE(0,SEQUENCE(1000000),LAMBDA(a,b,a+SUM(SORT(RANDARRAY(10000)))))",
        "REDUCE(0,SEQUENCE(1000),LAMBDA(a,b,a+XIRR(VSTACK(-9,SEQUENCE(200000)),SEQUENCE(200001))))",
        "REDUCE(0,SEQUENCE(1000),LAMBDA(a,b,a+IRR(VSTACK(-9,SEQUENCE(200000)))))",
        "SUM(SUBTOTAL(9,OFFSET(B1:B1000000,SEQUENCE(1000000)-1,0)),SUMIF(OFFSET(B1,SEQUENCE(900000),0,9),9))",
        "SUM(FORECAST.ETS(SEQUENCE(1000),RANDARRAY(10000),SEQUENCE(10000)))",
      })
  void whatTakesTooLongIsRefused(String formula) {
    assertThrows(WorkbookFault.CalculationTooLong.class, () -> calculated(formula));
  }

  /// Found by a mutated file: what a file leaves to be calculated ends as soon as what is typed.
  @Test
  void fileWhoseFormulasTakeTooLongIsRefused() {
    WorkbookBuilder builder = new WorkbookBuilder(HASTE);
    int sheet = builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    builder
        .sheet(sheet)
        .formula(
            0,
            0,
            SheetCells.NO_STYLE,
            "SUM(MAP(SEQUENCE(1000000,2),LAMBDA(x,SUM(SEQUENCE(100000)))))",
            Optional.empty());
    assertTimeoutPreemptively(
        PATIENCE,
        () -> assertThrows(WorkbookFault.CalculationTooLong.class, () -> builder.build()));
  }

  /// A million elements are too many or just not, as the machine is: in no case do they take many
  /// times as long as they may.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ROWS(UNIQUE(SEQUENCE(1000000)))",
        "ROWS(UNIQUE(RANDARRAY(500000,2)))",
        "ROWS(UNIQUE(SEQUENCE(1000000)&\"x\"))",
        "SUM(FREQUENCY(RANDARRAY(1000000),RANDARRAY(1000000)))",
        "SUM(SORT(RANDARRAY(500000,2),{1,2}))",
        "ROWS(SORT(SEQUENCE(1000000)&\"x\"))",
        "MODE.SNGL(SEQUENCE(1000000))",
        "XIRR(VSTACK(-9,SEQUENCE(200000)),SEQUENCE(200001))",
        "SUM(PERCENTILE(RANDARRAY(1000000),SEQUENCE(1000)/1001))",
        "SUM(SMALL(RANDARRAY(1000000),SEQUENCE(1000)))",
        "SUM(RANK(SEQUENCE(1000),A2:B1000000))",
      })
  void aMillionElementsTakeNotMuchLongerThanTheyMay(String formula) {
    Duration patience = Duration.ofSeconds(5);
    assertTimeoutPreemptively(
        patience,
        () -> {
          try {
            assertNotEquals(ErrorValue.NAME, calculated(formula));
          } catch (WorkbookFault.CalculationTooLong refused) {
            assertFalse(refused.getMessage().isEmpty());
          }
        });
  }

  @Test
  void arraysLargerThanAnyAreErrors() {
    assertEquals(ErrorValue.NUM, calculated("SUM(SEQUENCE(1048576,16384))"));
    assertEquals(ErrorValue.NUM, calculated("SUM(MAKEARRAY(100000,100000,LAMBDA(r,c,r*c)))"));
    assertEquals(
        ErrorValue.NUM, calculated("SUMPRODUCT(($B$1:$XFD$1048576=1)*($B$1:$XFD$1048576=1))"));
    assertEquals(ErrorValue.VALUE, calculated("LEN(REPT(REPT(\"x\",32767),32767))"));
  }

  @Test
  void regularExpressionsThatGrowAreErrors() {
    // A condition is written twice, and again in each condition around it.
    assertEquals(
        ErrorValue.VALUE, calculated("REGEXTEST(\"a\",REPT(\"(?(?=\",60)&\"a\"&REPT(\")b)\",60))"));
    // A group is written with all the numbers it has.
    assertEquals(
        ErrorValue.VALUE,
        calculated("REGEXTEST(\"a\",\"(?|\"&REPT(\"(a)|\",3000)&\"(a))\"&REPT(\"\\1\",9000))"));
    String whole = "REPT(\"$0\",16000)";
    assertEquals(
        ErrorValue.VALUE, calculated("REGEXREPLACE(REPT(\"x\",32767),\".+\"," + whole + ")"));
  }

  @Test
  void callsAndNamesWithoutEndAreErrors() {
    assertEquals(ErrorValue.NUM, calculated("Forever(1)"));
    assertEquals(ErrorValue.NUM, calculated("P"));
  }

  @Test
  void circlesAreFoundHoweverTheyAreHidden() {
    assertEquals(NumberValue.ZERO, calculated("A1+1"));
    assertEquals(NumberValue.ZERO, calculated("INDIRECT(\"A1\")+1"));
  }

  /// Their readers must not run out of stack, nor may what is nested reach a calculation.
  @ParameterizedTest
  @ValueSource(
      strings = {"A1#", "-", "(", "IF(1,", "LET(a,1,", "LAMBDA(x,", "A1:", "1%", "2^", "{"})
  void formulasOfOneSignRepeatedAreReadOrRefused(String sign) {
    String formula =
        sign.equals("A1#") ? "A1" + "#".repeat(8_000) : sign.repeat(8_000 / sign.length());
    for (String end : new String[] {"", "1", "A1"}) {
      assertTimeoutPreemptively(
          PATIENCE,
          () -> {
            try {
              calculated(formula + end);
            } catch (WorkbookFault refused) {
              assertFalse(refused.getMessage().isEmpty());
            }
          });
    }
  }

  @Test
  void spansOfMillionsOfDaysAreCountedAndNotWalked() {
    String late = "=SUM(WORKDAY.INTL(SEQUENCE(10000),400000,\"1111110\"))";
    Workbook counted =
        assertTimeoutPreemptively(PATIENCE, () -> Books.type(Books.of("Sheet1"), "A1", late));
    assertEquals(true, Books.value(counted, "A1") instanceof NumberValue);
    assertEquals(ErrorValue.NUM, calculated("WORKDAY(1,2147483647)"));
    assertEquals(ErrorValue.NUM, calculated("WORKDAY(2958465,-2147483647)"));
  }
}
