package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.A1;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// Formulas that choose cells by criteria pass over changes of cells that they do not choose: what
/// they come to has to be what a calculation of everything gives.
class ChosenCellsProperties {
  private static final int ROWS = 12;
  private static final CalculationEnvironment LEAVING = Books.ENVIRONMENT.leavingMoreThan(0);
  private static final List<String> FORMULAS =
      List.of(
          "=SUMIFS($C$1:$C$12,$A$1:$A$12,E1)",
          "=SUMIFS($C$1:$C$12,$A$1:$A$12,E1,$B$1:$B$12,\">\"&F1)",
          "=SUMIF($A$1:$A$12,E1,$C$1:$C$12)",
          "=SUMIF($A$1:$A$12,E1,$C$1)",
          "=SUMIF($C$1:$C$12,\">3\")",
          "=IF(F1>2,AVERAGEIFS($C$1:$C$12,$A$1:$A$12,E1),-1)",
          "=IFERROR(AVERAGEIF($A$1:$A$12,E1,$C$1:$C$12),\"none\")",
          "=MAXIFS($C$1:$C$12,$A$1:$A$12,E1)-MINIFS($C$1:$C$12,$B$1:$B$12,F1)",
          "=SUM(SUMIFS($C$1:$C$12,$A$1:$A$12,{\"a\",\"b\"}))",
          "=SUMIFS($C$1:$C$12,$A$1:$A$12,E1)&\" of \"&SUM($C$1:$C$12)",
          "=SUMIFS($C$1:$C$12,$A$1:$A$12,E1)+G1*0",
          "=LET(k,E1,SUMIFS($C$1:$C$12,$A$1:$A$12,k))",
          "=SUMIFS(C1:C12,A1:A12,E1)");

  record Write(String cell, String text) {}

  /// Keys in A and E, numbers in B and F, amounts in C, of which G makes some.
  @Provide
  Arbitrary<List<Write>> writes() {
    Arbitrary<Integer> rows = Arbitraries.integers().between(1, ROWS);
    Arbitrary<String> keys = Arbitraries.of("a", "A", "b", "c", "7", "a*", "", "<>b");
    Arbitrary<String> numbers = Arbitraries.integers().between(-2, 9).map(String::valueOf);
    Arbitrary<String> amounts =
        Arbitraries.of("0.1", "0.2", "5", "-3", "1E+300", "x", "", "#N/A", "=G1*2", "TRUE");
    return Arbitraries.frequencyOf(
            Tuple.of(2, writes(Arbitraries.of("A", "E"), rows, keys)),
            Tuple.of(1, writes(Arbitraries.of("B", "F", "G"), rows, numbers)),
            Tuple.of(4, writes(Arbitraries.of("C"), rows, amounts)))
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  private static Arbitrary<Write> writes(
      Arbitrary<String> columns, Arbitrary<Integer> rows, Arbitrary<String> texts) {
    return Combinators.combine(columns, rows, texts)
        .as((column, row, text) -> new Write(column + row, text));
  }

  private static Workbook model(String formula) {
    Workbook book = Books.of("Sheet1");
    for (int row = 1; row <= ROWS; row++) {
      book = Books.type(book, "A" + row, List.of("a", "b", "c").get(row % 3));
      book = Books.type(book, "B" + row, String.valueOf(row % 4));
      book = Books.type(book, "C" + row, row + ".1");
      book = Books.type(book, "E" + row, List.of("a", "b", "c").get(row % 2));
      book = Books.type(book, "F" + row, String.valueOf(row % 5));
    }
    return Books.type(book, "H1:H" + ROWS, formula);
  }

  @Property(tries = 400)
  void incrementalEqualsFull(
      @ForAll("writes") List<Write> writes, @ForAll("formulas") String formula) {
    Workbook book = model(formula);
    for (Write write : writes) {
      book = write(book, write, Books.ENVIRONMENT);
      isSettled(book, write(book, new Write("D1", "1"), LEAVING));
    }
  }

  @Property(tries = 100)
  void whatIsLeftUnreadEqualsFull(
      @ForAll("writes") List<Write> writes, @ForAll("formulas") String formula) {
    Workbook book = model(formula);
    for (Write write : writes) {
      book = write(book, write, LEAVING);
    }
    isSettled(book, book);
  }

  @Provide
  Arbitrary<String> formulas() {
    return Arbitraries.of(FORMULAS);
  }

  @Example
  void theCellsAddedUpAreThoseBesideTheCellsTested() {
    Workbook book = model("=SUMIF($A$1:$A$12,\"a\",$C$2:$C$3)");
    double before = Books.number(book, "H1");
    // A9 is an "a", so that C10 counts, which is not written in the formula.
    assertEquals(before + 100 - 10.1, Books.number(Books.type(book, "C10", "100"), "H1"), 1e-9);
  }

  private static Workbook write(Workbook book, Write write, CalculationEnvironment how) {
    Entry entry = write.text().isEmpty() ? Entry.CLEAR : new Entry.Typed(write.text());
    return Books.write(book, 0, write.cell(), entry, how).workbook();
  }

  private static void isSettled(Workbook book, Workbook same) {
    Workbook full =
        book.apply(new Edit.Calculate(CalculationScope.FULL_REBUILD), Books.ENVIRONMENT).workbook();
    for (int row = 0; row < ROWS; row++) {
      assertEquals(full.value(0, row, 7), same.value(0, row, 7), A1.cell(row, 7));
      assertEquals(full.value(0, row, 7), book.value(0, row, 7), A1.cell(row, 7));
    }
  }
}
