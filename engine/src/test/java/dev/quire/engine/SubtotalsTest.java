package dev.quire.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Value;
import org.junit.jupiter.api.Test;

/// What subtotals pass over: hidden rows, errors, and one another.
final class SubtotalsTest {
  private final MapWorkspace workspace =
      new MapWorkspace("One", "Two")
          .with("A1", new NumberValue(1))
          .with("A2", new NumberValue(2))
          .with("A3", new NumberValue(4))
          .withFormula("A4", "SUBTOTAL(9,A1:A3)+0")
          .withHiddenRow(1);

  @Test
  void functionsFrom101PassOverHiddenRows() {
    assertEquals(new NumberValue(5), value("SUBTOTAL(109,A1:A3)"));
    assertEquals(new NumberValue(2), value("SUBTOTAL(102,A1:A3)"));
  }

  @Test
  void functionsTo11CountHiddenRows() {
    assertEquals(new NumberValue(7), value("SUBTOTAL(9,A1:A3)"));
  }

  @Test
  void rowsThatAFilterHidesNeverCount() {
    workspace.withFilteredRow(2);
    assertEquals(new NumberValue(3), value("SUBTOTAL(9,A1:A3)"));
    assertEquals(new NumberValue(1), value("SUBTOTAL(109,A1:A3)"));
  }

  @Test
  void subtotalsAreNotCountedTwice() {
    assertEquals(new NumberValue(14), value("SUM(A1:A4)"));
    assertEquals(new NumberValue(7), value("SUBTOTAL(9,A1:A4)"));
    assertEquals(new NumberValue(7), value("AGGREGATE(9,0,A1:A4)"));
  }

  @Test
  void optionsOfAggregateSayWhatIsPassedOver() {
    workspace.with("A5", ErrorValue.NA);
    assertEquals(new NumberValue(5), value("AGGREGATE(9,3,A1:A5)"));
    assertEquals(new NumberValue(14), value("AGGREGATE(9,6,A1:A5)"));
    assertEquals(new NumberValue(12), value("AGGREGATE(9,7,A1:A5)"));
    assertEquals(ErrorValue.NA, value("AGGREGATE(9,5,A1:A5)"));
    assertEquals(new NumberValue(12), value("AGGREGATE(9,5,A1:A4)"));
    assertEquals(new NumberValue(14), value("AGGREGATE(9,4,A1:A4)"));
  }

  @Test
  void referencesAcrossSheetsAreRefused() {
    assertEquals(ErrorValue.VALUE, value("SUBTOTAL(9,One:Two!A1)"));
  }

  private Value value(String formula) {
    return workspace.evaluate(formula, "H20");
  }
}
