package dev.quire.engine.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A1+1|false",
        "SUM(A1:A3)|false",
        "SUM(A1:A3)+ABS(A1)*2|false",
        "IF(A1>0,B1,C1)|false",
        "VLOOKUP(A1,B1:C9,2,FALSE)|false",
        "SUMPRODUCT(A1:A3*B1:B3)|false",
        "A1:A3|true",
        "A1:A3*2|true",
        "SUM(A1:A3*B1:B3)|true",
        "ABS(A1:A3)|true",
        "IF(A1:A3>0,1,2)|true",
        "IF(A1>0,A1:A3)|true",
        "{1,2}|true",
        "INDEX(A1:A3,2)|true",
        "SUM(INDEX(A1:A3,2))|false",
        "@A1:A3|false"
      })
  void aFormulaDependsOnTheModeWhenSeveralCellsMeetAPlaceForOne(String text, boolean depends)
      throws FormulaSyntaxException {
    Expression expression =
        FormulaParser.parse(text, new FormulaSite(0, 0, 9), Notation.A1, new OpenBindings());
    var functions = Catalogue.standard(2026);
    assertEquals(
        depends, Template.of(expression, functions, EvaluationMode.DYNAMIC).dependsOnMode());
  }
}
