package dev.quire.engine.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.quire.engine.MapWorkspace;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.Value;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions as values: made by `LAMBDA`, kept by `LET` and names, called at once or later.
final class LambdaTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final MapWorkspace workspace =
      new MapWorkspace("Sheet1")
          .with("A1", new NumberValue(1))
          .with("A2", new NumberValue(2))
          .with("A3", new NumberValue(3))
          .withName("Add", "LAMBDA(x,y,x+y)")
          .withName("Half", "LAMBDA(x,[by],IF(ISOMITTED(by),x/2,x/by))")
          .withName("Passing", "LAMBDA([y],Half(12,y))")
          .withName("Fact", "LAMBDA(n,IF(n<2,1,n*Fact(n-1)))")
          .withName("Down", "LAMBDA(n,IF(n=0,0,Down(n-1)))")
          .withName("Down2", "LAMBDA(n,m,IF(n=0,m,Down2(n-1,m)))")
          .withName("Fib", "LAMBDA(n,IF(n<2,n,Fib(n-1)+Fib(n-2)))")
          .withName("Forever", "LAMBDA(Forever())")
          .withName("Limit", "5")
          .withName("Count", "7");

  private String shown(String formula) {
    return Literals.print(
        Template.shown(
            switch (workspace.evaluate(formula, "F2")) {
              case Scalar scalar -> scalar;
              case Value other -> throw new AssertionError(other);
            }));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LAMBDA(x,x+1)(5)|6",
        "LAMBDA(x,LAMBDA(y,x*10+y))(4)(2)|42",
        "LET(f,LAMBDA(x,y,x*y),f(6,7))|42",
        "LET(x,1,f,LAMBDA(y,x+y),x,100,f(2))|3",
        "LET(f,SUM,f(A1:A3,4))|10",
        "LET(f,LAMBDA(g,n,IF(n=0,0,g(g,n-1)+1)),f(f,100))|100",
        "Add(1,2)|3",
        "add(1,Add(2,3))|6",
        "LET(f,Add,f(1,2))|3",
        "REDUCE(0,A1:A3,Add)|6",
        "Half(10)|5",
        "Half(10,5)|2",
        "Half(10,)|5",
        "Passing()|6",
        "Passing(4)|3",
        "LAMBDA(x,y,ISOMITTED(y))(1,)|TRUE",
        "LAMBDA(x,[y],x+y)(1)|1",
        "LAMBDA(x,y,x)(1)|#VALUE!",
        "LAMBDA(x,x)(1,2)|#VALUE!",
        "LAMBDA(7)()|7",
        "Fact(10)|3628800",
        "Limit(1)|#VALUE!",
        "Unheard(1)|#NAME?",
        "LAMBDA(x,x)+1|#CALC!",
        "TYPE(LAMBDA(x,x))|128",
        "SUM(BYROW(A1:A3,SUM))|6",
        "IF(TRUE,LAMBDA(x,x),1)(8)|8",
        "Count|7",
        "COUNT(A1:A3)|3",
        "SUM(MAP(A1:A3,LAMBDA(a,LET(b,a*2,b+Limit))))|27",
        "LET(a,A1,b,A3,SUM(a:b))|6",
      })
  void functionsAreCalledWithTheirArguments(String formula, String expected) {
    assertEquals(expected, shown(formula));
  }

  @Test
  void recursionGoesAsDeepAsInExcelAndNoDeeper() {
    assertEquals("0", shown("Down(8190)"));
    assertEquals("#NUM!", shown("Down(8192)"));
    assertEquals("3", shown("Down2(5400,3)"));
    assertEquals("#NUM!", shown("Down2(5462,3)"));
    assertEquals("#NUM!", shown("Forever()"));
  }

  @Test
  void callsMayBeMany() {
    assertEquals("6765", shown("Fib(20)"));
  }

  @Test
  void exponentialRecursionEndsWithItsTime() {
    workspace.withTime(Duration.ofMillis(300));
    assertTimeoutPreemptively(
        PATIENCE,
        () -> assertThrows(IllegalStateException.class, () -> workspace.evaluate("Fib(60)", "F2")));
  }

  @Test
  void manyGreatArraysEndForLackOfRoom() {
    String hungry =
        "REDUCE(0,SEQUENCE(1000),LAMBDA(a,b,IF(b=1,SEQUENCE(1048576),a+SEQUENCE(1048576))))";
    assertTimeoutPreemptively(
        PATIENCE,
        () -> assertThrows(IllegalStateException.class, () -> workspace.evaluate(hungry, "F2")));
  }

  @Test
  void aLambdaInACellIsCalc() {
    assertEquals(ErrorValue.CALC, workspace.scalar("LAMBDA(x,x)", "F2", EvaluationMode.DYNAMIC));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "BYROW(A1:C3,SUM)|BYROW(A1:C3,SUM)|_xlfn.BYROW(A1:C3,_xleta.SUM)",
        "_xlfn.BYROW(A1:C3,_xleta.SUM)|BYROW(A1:C3,SUM)|_xlfn.BYROW(A1:C3,_xleta.SUM)",
        "SUM(A1.:.E9)|SUM(A1.:.E9)|SUM(_xlfn._TRO_ALL(A1:E9))",
        "SUM(A:.A)|SUM(A:.A)|SUM(_xlfn._TRO_TRAILING(A:A))",
        "MAP(A1,Count)|MAP(A1,Count)|_xlfn.MAP(A1,Count)",
        "_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a+_xlpm.b)(1)|LAMBDA(a,[b],a+b)(1)"
            + "|_xlfn.LAMBDA(_xlpm.a,_xlop.b,_xlpm.a+_xlpm.b)(1)",
      })
  void prefixesStandInFilesOnly(String typed, String shown, String filed) {
    FormulaSite site = MapWorkspace.site("F2");
    Expression tree = workspace.parse(typed, "F2");
    assertEquals(shown, FormulaPrinter.print(tree, site, Notation.A1, workspace));
    assertEquals(filed, FormulaPrinter.printForFile(tree, site, workspace));
  }
}
