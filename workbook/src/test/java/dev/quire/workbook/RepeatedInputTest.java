package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.value.NumberValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an input reaches is found once and remembered: the same input written again, in sessions
/// that have changed other things meanwhile, has to reach all of it and what came later.
class RepeatedInputTest {
  /// Formulas that differ, so that each stands for itself; many, so that their readers are worth
  /// remembering.
  private static final int FORMULAS = 400;

  private static final CalculationEnvironment LEAVING = Books.ENVIRONMENT.leavingMoreThan(0);

  static List<CalculationEnvironment> sessions() {
    return List.of(Books.ENVIRONMENT, LEAVING);
  }

  /// A1 and A2 are inputs; B1:B400 each add another constant to A1 or what stands above.
  private static Workbook model() {
    WorkbookBuilder builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    SheetSink sheet = builder.sheet(0);
    sheet.number(0, 0, -1, 1);
    sheet.number(1, 0, -1, 10);
    for (int row = 0; row < FORMULAS; row++) {
      String above = row % 2 == 0 ? "$A$1" : "B" + row;
      sheet.formula(row, 1, -1, above + "+" + row + "+$A$2*0", Optional.empty());
    }
    sheet.formula(0, 2, -1, "SUM(B1:B400)", Optional.empty());
    return builder
        .build()
        .apply(new Edit.Calculate(CalculationScope.FULL), Books.ENVIRONMENT)
        .workbook();
  }

  private static Workbook put(
      Workbook book, String cell, double number, CalculationEnvironment how) {
    return Books.write(book, 0, cell, new Entry.Constant(new NumberValue(number)), how).workbook();
  }

  private static Workbook type(
      Workbook book, String cell, String text, CalculationEnvironment how) {
    return Books.write(book, 0, cell, new Entry.Typed(text), how).workbook();
  }

  /// All cells equal those of a full calculation.
  private static void isSettled(Workbook book) {
    Workbook full =
        book.apply(new Edit.Calculate(CalculationScope.FULL), Books.ENVIRONMENT).workbook();
    for (int row = 0; row < FORMULAS; row++) {
      for (int column = 0; column < 8; column++) {
        assertEquals(full.value(0, row, column), book.value(0, row, column));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void theSameInputAgainReachesTheSame(CalculationEnvironment how) {
    Workbook model = model();
    double before = Books.number(model, "C1");
    for (int value = 2; value < 5; value++) {
      Workbook session = put(model, "A1", value, how);
      assertEquals(before + 400.0 * (value - 1), Books.number(session, "C1"));
      isSettled(session);
    }
    isSettled(put(put(model, "A1", 3, how), "A1", 4, how));
    assertEquals(before, Books.number(model, "C1"));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void formulasWrittenSinceAreReachedToo(CalculationEnvironment how) {
    Workbook model = model();
    put(model, "A1", 2, how);
    Workbook session = type(model, "D1", "=A1*100", how);
    assertEquals(300, Books.number(put(session, "A1", 3, how), "D1"));
    isSettled(put(session, "A1", 3, how));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void constantsInPlaceOfFormulasStay(CalculationEnvironment how) {
    Workbook model = model();
    put(model, "A1", 2, how);
    Workbook session = put(model, "B1", 1000, how);
    assertEquals(1000, Books.number(put(session, "A1", 3, how), "B1"));
    isSettled(put(session, "A1", 3, how));
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void arraysThatSpillSinceFollowTheInput(CalculationEnvironment how) {
    Workbook model = model();
    put(model, "A1", 2, how);
    Workbook session = type(model, "E1", "=SEQUENCE(A1)*A1", how);
    session = put(session, "A1", 3, how);
    assertEquals(9, Books.number(session, "E3"));
    isSettled(session);
    isSettled(put(session, "A1", 5, how));
  }

  @Test
  void anotherInputReachesWhatItReaches() {
    Workbook model = model();
    put(model, "A1", 2, LEAVING);
    isSettled(put(put(put(model, "A2", 20, LEAVING), "A1", 5, LEAVING), "A2", 30, LEAVING));
  }
}
