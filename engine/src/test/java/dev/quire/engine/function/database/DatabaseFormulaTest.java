package dev.quire.engine.function.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.MapWorkspace;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import org.junit.jupiter.api.Test;

/// Criteria that are formulas, for three ducks and their ages in A1:B4.
final class DatabaseFormulaTest {
  private final MapWorkspace ducks =
      new MapWorkspace("Sheet1")
          .with("A1", text("name"))
          .with("B1", text("age"))
          .with("A2", text("Huey"))
          .with("B2", number(6))
          .with("A3", text("Dewey"))
          .with("B3", number(7))
          .with("A4", text("Donald"))
          .with("B4", number(32))
          .with("D1", text("Formula"));

  private static Scalar text(String text) {
    return new TextValue(text);
  }

  private static Scalar number(double number) {
    return new NumberValue(number);
  }

  private Object found(String criterion, String formula) {
    // Beside the formula its cell holds a value, as in a book.
    ducks.with("D2", text("calculated")).withFormula("D2", criterion);
    return ducks.evaluate(formula, "H20");
  }

  @Test
  void aFormulaIsLookedAtBesideEachRecord() {
    assertEquals(text("Donald"), found("B2>10", "DGET(A1:B4,\"name\",D1:D2)"));
    assertEquals(number(13), found("B2<=$B$3", "DSUM(A1:B4,2,D1:D2)"));
  }

  @Test
  void aFormulaMayCallFieldsByTheirHeaders() {
    assertEquals(text("Dewey"), found("age=7", "DGET(A1:B4,\"name\",D1:D2)"));
  }

  @Test
  void aFormulaThatAsksForItselfEnds() {
    assertEquals(number(0), found("DCOUNT($A$1:$B$4,2,$D$1:$D$2)>0", "DCOUNT(A1:B4,2,D1:D2)"));
  }
}
