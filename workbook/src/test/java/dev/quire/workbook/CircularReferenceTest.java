package dev.quire.workbook;

import static dev.quire.workbook.Books.number;
import static dev.quire.workbook.Books.put;
import static dev.quire.workbook.Books.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.recalc.Iteration;
import dev.quire.engine.value.NumberValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Formulas that lead back to themselves, where the workbook works them out and where not.
class CircularReferenceTest {
  private static Workbook iterating(int count, double delta) {
    WorkbookBuilder builder =
        new WorkbookBuilder(Books.ENVIRONMENT).iteration(Optional.of(new Iteration(count, delta)));
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    return builder.build();
  }

  @Test
  void interestOnItsOwnSumIsWorkedOutUntilItStandsStill() {
    Workbook book = put(iterating(100, 0.001), "E4", 6);
    book = type(book, "E6", "=E4+E5");
    book = type(book, "E5", "=0.1*(E4+E6)");
    assertEquals(1.3333, number(book, "E5"), 0.001);
    assertEquals(number(book, "E6"), number(book, "E5") + 6, 1e-9);
  }

  @Test
  void aCounterCountsAsOftenAsIterationsAreAllowed() {
    assertEquals(7, number(type(iterating(7, 0.001), "A1", "=A1+1"), "A1"));
  }

  @Test
  void cellsBehindACircleSeeItsLastValues() {
    Workbook book = type(iterating(10, 0), "B1", "=A1*2");
    book = type(book, "A1", "=A1+1");
    assertEquals(20, number(book, "B1"));
  }

  @Test
  void cellsBetweenTwoOfACircleTakePartInIt() {
    Workbook book = iterating(100, 1e-12);
    book = type(book, "C1", "=A1/4");
    book = type(book, "B1", "=A1/4");
    book = type(book, "A1", "=B1+C1+1");
    assertEquals(2, number(book, "A1"), 1e-9);
    assertEquals(0.5, number(book, "C1"), 1e-9);
  }

  @Test
  void iterationStartsFromTheValuesOfTheFile() {
    WorkbookBuilder builder =
        new WorkbookBuilder(Books.ENVIRONMENT).iteration(Optional.of(new Iteration(1, 0.001)));
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    builder.sheet(0).formula(0, 0, -1, "A1+B1", Optional.of(new NumberValue(40)));
    Workbook book = put(builder.build(), "B1", 2);
    assertEquals(42, number(book, "A1"));
  }

  @Test
  void aCircleThroughABranchNotTakenIsNone() {
    Workbook book = type(put(Books.of("Sheet1"), "C1", 1), "A1", "=IF(C1,5,B1)");
    book = type(book, "B1", "=A1+1");
    assertEquals(5, number(book, "A1"));
    assertEquals(6, number(book, "B1"));
    book = put(book, "C1", 0);
    assertEquals(0, number(book, "A1"));
  }

  @Test
  void aCircleIsToldWhereIterationIsOff() {
    Outcome outcome = Books.write(Books.of("Sheet1"), 0, "A1", new Entry.Typed("=A1+1"));
    assertEquals(
        "Sheet1!A1 is part of a circular reference, whose cells show 0.",
        outcome.notices().getFirst());
  }

  /// A formula may yield a reference that holds its own cell, which is read only afterwards.
  @Test
  void anArrayThatHoldsItsOwnCellIsACircleHoweverOftenItIsCalculated() {
    Workbook book = type(put(Books.of("Sheet1"), "B1", 1), "A2", "=2+3");
    book = type(book, "A1", "=IF(B1>0,A1:A3)");
    assertEquals(NumberValue.ZERO, Books.value(book, "A1"));
    assertEquals(NumberValue.ZERO, Books.value(put(book, "B1", 2), "A1"));
    assertEquals(NumberValue.ZERO, Books.value(put(put(book, "B1", 2), "A2", 7), "A1"));
  }
}
