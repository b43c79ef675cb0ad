package dev.quire.engine.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.quire.engine.MapWorkspace;
import dev.quire.engine.ref.A1;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormulaParserTest {
  private final MapWorkspace workspace =
      new MapWorkspace("Sheet1", "It's", "Sheet3")
          .withTable(
              new TableShape(
                  "Table1",
                  0,
                  A1.parse("D1:E3").orElseThrow(),
                  true,
                  false,
                  List.of("Col A", "b")));

  private String shown(String formula, String address) {
    return FormulaPrinter.print(
        workspace.parse(formula, address), MapWorkspace.site(address), Notation.A1, workspace);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1+2*3^-4%",
        "-2^2",
        "IF(A1,,\"a\"\"b\")",
        "SUM((A1,B2:C3) A1:D4)",
        "'It''s'!A1+Sheet1:Sheet3!B2",
        "Missing!A1",
        "[1]Sheet1!A1",
        "'C:\\dir\\[Book 1.xlsx]Tab 2'!$A$1",
        "#REF!A1+Sheet1!#REF!",
        "{1,-2;\"a\",TRUE}",
        "Table1[[#Headers],[Col A]:[b]]",
        "Table1[#All]",
        "A1#:B2",
        "@A1:A9",
        "LOG10(1)+SUM(1:1,$2:3,A:$B)",
        "LAMBDA(x,[y],x+y)(1)",
        "LET(f,LAMBDA(x,x),f(1))",
        "A1:INDEX(B:B,2)",
        " SUM( A1 ,\n2 )  /  3 ",
        "\\name.1+_x?",
        "0.0000001+1E+22",
        "Sheet1!name+myMacro(1)"
      })
  void excelsSpellingComesBackUnchanged(String formula) {
    assertEquals(formula, shown(formula, "B2"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum(a1,true)|SUM(A1,TRUE)",
        "B2:A1|A1:B2",
        "Sheet1!A1:Sheet1!B2|Sheet1!A1:B2",
        "_xlfn.SINGLE(A1)|@A1",
        "_xlfn.ANCHORARRAY(A1)|A1#",
        "_xlfn._xlws.SORT(A1:A3)|SORT(A1:A3)",
        "_xlfn.LET(_xlpm.x,1,_xlpm.x)|LET(x,1,x)",
        "SUM (A1)|SUM(A1)",
        "Table1[[#This Row],[b]]|Table1[@b]",
        "Table1['@b]|Table1[[@b]]",
        "Table1[[#This Row],[@b]]|Table1[@[@b]]",
        "#n/a|#N/A"
      })
  void otherSpellingsAreReadToo(String formula, String expected) {
    assertEquals(expected, shown(formula, "B9"));
  }

  @Test
  void theTableAroundAFormulaNeedNotBeNamed() {
    assertEquals("[@b]", shown("Table1[[#This Row],[b]]", "E2"));
    assertEquals("Table1[b]", shown("[b]", "E2"));
  }

  @Test
  void filesGetPrefixesAndLongForms() {
    assertEquals(
        "_xlfn.XLOOKUP(_xlfn.SINGLE(A1:A3),Table1[[#This Row],[b]],_xlfn._xlws.SORT(E2:E3))",
        FormulaPrinter.printForFile(
            workspace.parse("XLOOKUP(@A1:A3,[@b],SORT(E2:E3))", "D2"),
            MapWorkspace.site("D2"),
            workspace));
  }

  @Test
  void filledFormulasAreEqual() {
    assertEquals(workspace.parse("A1*$B$1", "C1"), workspace.parse("A7*$B$1", "C7"));
    assertNotEquals(workspace.parse("A1", "C1"), workspace.parse("A1", "C2"));
  }

  @Test
  void renamedAndDeletedSheetsShowAtOnce() {
    Expression formula = workspace.parse("Sheet3!A1", "A1");
    workspace.delete(2);
    assertEquals(
        "#REF!A1", FormulaPrinter.print(formula, MapWorkspace.site("A1"), Notation.A1, workspace));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1+",
        "(1",
        "SUM(1",
        "\"a",
        "'x",
        "{1,2",
        "{1,2;3}",
        "{A1}",
        "A1)",
        "1 2",
        "#FOO!",
        "Table1[[a],[b],[c],[d]]",
        "Table1[",
        "{}",
        "A1 \"x\"",
        "Sheet1!",
        "*1",
        ".",
        "1..2"
      })
  void whatIsNoFormulaIsRefusedWithItsPlace(String text) {
    FormulaSyntaxException fault =
        assertThrows(
            FormulaSyntaxException.class,
            () -> FormulaParser.parse(text, MapWorkspace.site("A1"), Notation.A1, workspace));
    assertEquals(true, fault.position() >= 0 && fault.position() <= text.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "SUM(", "{", "[", "'", "A1:", "IF(1,", "Table1[["})
  void deepNestingIsRefusedNotOverflown(String piece) throws InterruptedException {
    String text = piece.repeat(FormulaParser.MAX_LENGTH / piece.length());
    onSmallStack(() ->
        assertThrows(
            FormulaSyntaxException.class,
            () -> FormulaParser.parse(text, MapWorkspace.site("A1"), Notation.A1, workspace)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1+", "1=", "1^", "A1,", "A1 ", "A1:B2:", "1&", "-1*"})
  void longChainsNeedNoDeepStack(String piece) throws InterruptedException {
    String text = piece.repeat(FormulaParser.MAX_LENGTH / piece.length() - 1) + "A1";
    onSmallStack(() -> {
      Expression formula = workspace.parse(text, "C9");
      assertEquals(formula, workspace.parse(shown(text, "C9"), "C9"));
      workspace.evaluate(text, "C9");
    });
  }

  @Test
  void nestedFunctionsEvaluateOnASmallStack() throws InterruptedException {
    String text = "IF(1,(1+2*3^(1&".repeat(60) + "1" + ")))".repeat(60);
    onSmallStack(() -> workspace.evaluate(text, "C9"));
  }

  private static void onSmallStack(Runnable test) throws InterruptedException {
    Throwable[] failure = new Throwable[1];
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                test.run();
              } catch (Throwable e) {
                failure[0] = e;
              }
            },
            "small stack",
            512 * 1024);
    thread.start();
    thread.join();
    if (failure[0] != null) {
      throw new AssertionError(failure[0]);
    }
  }
}
