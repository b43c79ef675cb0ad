package dev.quire.engine.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.Catalogue;
import dev.quire.engine.MapWorkspace;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {
  private final MapWorkspace workspace =
      new MapWorkspace("Sheet1", "Second", "Third")
          .with("A1", new NumberValue(1))
          .with("A2", new NumberValue(2))
          .with("A3", new NumberValue(3))
          .with("B1", new TextValue("x"))
          .with(1, "A1", new NumberValue(10))
          .with(2, "A1", new NumberValue(100))
          .with("D2", new NumberValue(7))
          .withFormula("D2", "3+4")
          .with("D3", new NumberValue(8))
          .withTable(
              new TableShape(
                  "Sales",
                  0,
                  A1.parse("D1:E3").orElseThrow(),
                  true,
                  false,
                  List.of("Units", "Price")))
          .withSpill("A1", "A1:A3")
          .withName("Numbers", "Sheet1!$A$1:$A$3")
          .withName("Twice", "SUM(Numbers)*2")
          .withName("Loop", "Loop+1")
          .withName("Wide", "Wide1+Wide1")
          .withName("Wide1", "Wide+Wide");

  private Scalar dynamic(String formula) {
    return workspace.scalar(formula, "F2", EvaluationMode.DYNAMIC);
  }

  private Scalar legacy(String formula) {
    return workspace.scalar(formula, "F2", EvaluationMode.LEGACY);
  }

  private List<Area> reads(String formula, EvaluationMode mode) {
    return workspace.template(formula, "F2", mode).reach(workspace, 0).reads().stream()
        .map(read -> read.area().at(1, 5).orElseThrow())
        .toList();
  }

  private List<Area> reads(String formula) {
    return reads(formula, EvaluationMode.DYNAMIC);
  }

  private static Area area(String address) {
    return A1.parse(address).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2+3*4^2/8|8",
        "-2^2|4",
        "2^3^2|64",
        "-5%|-0.05",
        "\"3\"+1|4",
        "TRUE+1|2",
        "A9+1|1",
        "1/3*3|1",
        "0.5-0.4-0.1|0",
        "1E308*10|#NUM!",
        "SUM('Second:Third'!A1)|110",
        "SUM('Second':'Third'!A1)|#NAME?",
        "1/0|#DIV/0!",
        "0^0|#NUM!",
        "0^-1|#DIV/0!",
        "(-8)^(1/3)|-1.9999999999999998",
        "(-8)^(2/3)|#NUM!",
        "\"a\"+1|#VALUE!",
        "#N/A+1/0|#N/A",
        "1/0+#N/A|#DIV/0!",
        "--\"1\"|1",
        "+\"a\"|\"a\"",
        "1&TRUE&A9&\"x\"|\"1TRUEx\"",
        "\"a\"=\"A\"|TRUE",
        "0.1+0.2=0.3|TRUE",
        "1<\"a\"|TRUE",
        "\"z\"<FALSE|TRUE",
        "A9=0|TRUE",
        "A9=\"\"|TRUE",
        "A9=FALSE|TRUE",
        "1=2=FALSE|TRUE",
        "SUM(A1:A3 A2:B2)|2",
        "A1:A2 B3|#NULL!",
        "SUM(Sheet1:Third!A1)|111",
        "SUM(A1#)|6",
        "D1#|#REF!",
        "SUM(D2#)|7",
        "ROWS(D2#)|1",
        "D3#|#REF!",
        "SUM(INDIRECT(\"A1#\"))|6",
        "SUM(INDIRECT(\"R1C1#\",FALSE))|6",
        "SUM(INDIRECT(\"A1:A1#\"))|#REF!",
        "SUM(Twice#)|#VALUE!",
        "SUM(Sales[Units])|15",
        "Sales[[#Headers],[Units]]&Sales[@Units]|\"7\"",
        "SUM(Sales)|15",
        "Twice|12",
        "Loop|#NUM!",
        "Wide|#NUM!",
        "nowhere|#NAME?",
        "Missing!A1|#REF!",
        "LET(a,2,b,a*3,a+b)|8",
        "LET(a,LET(b,4,b+1),a*a)|25",
        "SUM(A1:INDEX(A:A,3))|6",
        "B9|0"
      })
  void operatorsAndReferencesFollowExcel(String formula, String expected) {
    assertEquals(dynamic(expected), dynamic(formula));
  }

  @Test
  void onlyTheLastSubtractionOfAFormulaSnapsToZero() {
    assertEquals(new NumberValue(0.5 - 0.4 - 0.1), dynamic("(0.5-0.4-0.1)"));
  }

  @Test
  void legacyFormulasTakeTheCellInTheirRow() {
    assertEquals(new NumberValue(4), legacy("A1:A3*2"));
    assertEquals(new NumberValue(2), legacy("A1:A3"));
    assertEquals(ErrorValue.VALUE, legacy("A4:A9*2"));
    assertEquals(new NumberValue(14), legacy("SUMPRODUCT(A1:A3*A1:A3)"));
    assertEquals(new NumberValue(6), legacy("SUM({1,2}*2)"));
    assertEquals(new NumberValue(2), dynamic("A1:A3*2"));
    assertEquals(new NumberValue(2), dynamic("@A1:A3"));
  }

  @Test
  void arraysLiftAndWhatDoesNotFitIsMissing() {
    assertEquals(workspace.evaluate("{2;4;6}", "F2"), workspace.evaluate("A1:A3*2", "F2"));
    assertEquals(
        workspace.evaluate("{11,21;12,22}", "F2"), workspace.evaluate("{1;2}+{10,20}", "F2"));
    assertEquals(workspace.evaluate("{2,4,#N/A}", "F2"), workspace.evaluate("{1,2,3}+{1,2}", "F2"));
    assertEquals(workspace.evaluate("{1;#DIV/0!}", "F2"), workspace.evaluate("1/{1;0}", "F2"));
  }

  @Test
  void anArrayTooLargeIsRefused() {
    assertEquals(ErrorValue.NUM, workspace.evaluate("A:XFD*1", "F2"));
  }

  @Test
  void readsAreResolvedThroughNamesAndTables() {
    assertEquals(List.of(area("A1:A3")), reads("Twice+Loop"));
    assertEquals(List.of(area("D2:D3")), reads("SUM(Sales[Units])"));
    assertEquals(List.of(area("D2")), reads("Sales[@Units]"));
    assertEquals(List.of(area("A:A"), area("B2")), reads("SUM(A:A)+B2"));
    assertEquals(List.of(area("A:B")), reads("SUM(A1:INDEX(A:B,2,2))"));
    assertEquals(List.of(), reads("ROW(A1:A9)+COLUMNS(B:C)"));
    assertEquals(List.of(area("A2")), reads("A1:A3*2", EvaluationMode.LEGACY));
    assertEquals(
        List.of(0, 1, 2),
        workspace.reads("SUM(Sheet1:Third!A1)", "F2").stream().map(BoundRead::sheet).toList());
  }

  @Test
  void whatCannotBeComputedIsNamed() {
    assertEquals(
        List.of("SQL.REQUEST", "_xll.QUOTE"),
        List.copyOf(
            workspace
                .template(
                    "IFERROR(SQL.REQUEST(1,NOSUCH(_xll.QUOTE([1]Sheet1!A1))),0)",
                    "F2",
                    EvaluationMode.DYNAMIC)
                .reach(workspace, 0)
                .unsupported()));
    assertTrue(workspace.template("SUM(A1)", "F2", EvaluationMode.DYNAMIC).unsupported().isEmpty());
  }

  @Test
  void templatesTellWhatTheyMention() {
    Template template = workspace.template("SUM(Second!A1)+NOW()", "F2", EvaluationMode.DYNAMIC);
    assertTrue(template.isVolatile());
    assertTrue(template.mentionsSheet(1));
    assertFalse(template.mentionsSheet(0));
    assertFalse(template.mentionsNames());
    assertTrue(workspace.template("1+Twice", "F2", EvaluationMode.DYNAMIC).mentionsNames());
    assertTrue(workspace.template("Sales[Units]", "F2", EvaluationMode.DYNAMIC).mentionsTables());
  }

  @Test
  void deletedSheetsAreLost() {
    workspace.delete(1);
    assertEquals(ErrorValue.REF, dynamic("IF(TRUE,0+1)+#REF!"));
    Template template =
        Template.of(
            new Expression.CellReference(
                new Sheets.One(1), TableAreas.fixed(area("A1")), Extent.CELL),
            Catalogue.plain(),
            EvaluationMode.DYNAMIC);
    assertEquals(ErrorValue.REF, template.evaluateScalar(workspace, 0, 0, 0, false));
    assertEquals(List.of(), template.reach(workspace, 0).reads());
  }

  @Test
  void functionsThatAreVolatileAreMarked() {
    for (String name : List.of("RAND()", "OFFSET(A1,0,0)", "INDIRECT(\"A1\")", "TODAY()")) {
      assertTrue(workspace.template(name, "F2", EvaluationMode.DYNAMIC).isVolatile(), name);
    }
    assertEquals(LogicalValue.TRUE, dynamic("TRUE"));
  }
}
