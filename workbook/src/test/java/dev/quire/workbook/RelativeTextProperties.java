package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.ref.Area;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Formulas that a file repeats are known by their text: what a cell has afterwards must be the
/// text that the file gives it, whatever other cells have.
class RelativeTextProperties {
  private static final int COLUMN = 25;

  /// Parts of a formula whose digits look alike: some follow the row, some stand still, some change
  /// for other reasons.
  private static final List<IntFunction<String>> PARTS =
      List.of(
          row -> "E" + row,
          row -> "$B" + row,
          row -> "C$" + row,
          row -> "$D$7",
          row -> "A" + (row + 3) + ":B" + (row + 9),
          row -> "SUM(A$1:A" + row + ")",
          row -> "Other!A" + row,
          row -> "'Q" + row + "'!A1",
          row -> "LOG10(A" + row + ")",
          row -> "\"E" + row + "\"",
          row -> "" + row,
          row -> "1.5E+" + (30 + row % 200),
          row -> row + ".5",
          row -> "year" + row + "x",
          row -> "SUM(" + row + ":" + row + ")",
          row -> "{1,2;3," + row + "}",
          row -> "INDEX(A:A," + row + ")",
          row -> "7",
          row -> "\"7\"",
          row -> "F2000",
          row -> "nosuch(B" + row + "(",
          row -> "SUM(Table[a])+A" + row,
          row -> "Ä" + row,
          row -> "SUM(B:B)",
          row -> "SUM($" + row + ":$" + row + ")");

  /// Which parts the formula of a row has; most rows have what the row above has.
  @Provide
  Arbitrary<List<List<Integer>>> columns() {
    Arbitrary<List<Integer>> parts =
        Arbitraries.integers().between(0, PARTS.size() - 1).list().ofMinSize(1).ofMaxSize(3);
    Arbitrary<Integer> times = Arbitraries.integers().between(1, 5);
    return parts
        .flatMap(each -> times.map(count -> IntStream.range(0, count).mapToObj(_ -> each).toList()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .map(runs -> runs.stream().flatMap(List::stream).toList());
  }

  @Property(tries = 2_000)
  void eachCellHasTheFormulaOfTheFile(
      @ForAll("columns") List<List<Integer>> column, @ForAll("starts") int start) {
    List<String> texts = texts(column, start);

    hasFormulas(read(start, texts), start, texts);
  }

  private static List<String> texts(List<List<Integer>> column, int start) {
    return IntStream.range(0, column.size())
        .mapToObj(at ->
            column.get(at).stream()
                .map(part -> PARTS.get(part).apply(start + at))
                .collect(Collectors.joining("&")))
        .toList();
  }

  private static void hasFormulas(Workbook book, int start, List<String> texts) {
    for (int at = 0; at < texts.size(); at++) {
      assertEquals(
          Optional.of(texts.get(at)),
          book.formula(0, start - 1 + at, COLUMN, Notation.A1),
          texts::toString);
    }
  }

  @Property(tries = 300)
  void eachCellHasTheFormulaThatWasTyped(
      @ForAll("columns") List<List<Integer>> column, @ForAll("starts") int start) {
    List<String> texts = texts(column, start).stream().filter(this::canBeTyped).toList();
    Assume.that(!texts.isEmpty());
    Area area = new Area(start - 1, COLUMN, start + texts.size() - 2, COLUMN);
    CellGrid<Entry> entries =
        CellGrid.of(texts.size(), 1, (row, _) -> new Entry.Typed("=" + texts.get(row)));

    Workbook book =
        sheets()
            .build()
            .apply(
                new Edit.WriteCells(0, area, Optional.empty(), Optional.of(entries)),
                Books.ENVIRONMENT)
            .workbook();

    hasFormulas(book, start, texts);
  }

  private boolean canBeTyped(String formula) {
    return !formula.contains("nosuch(") && !formula.contains("Table[") && !formula.contains("'Q");
  }

  @Provide
  Arbitrary<Integer> starts() {
    return Arbitraries.of(1, 7, 8, 97, 995, 1996);
  }

  @Example
  void aFormulaIsTheSameWhicheverWayItIsFilled() {
    RelativeText start = read("$B2*(1+Inputs!$B$3/12)+E1", 1, 4);

    assertEquals(start, read("$B3*(1+Inputs!$B$3/12)+E2", 2, 4));
    assertEquals(start, read("$B2*(1+Inputs!$B$3/12)+F1", 1, 5));
    assertEquals(start, read("$b9*(1+Inputs!$B$3/12)+aa8", 8, 26));
    assertNotEquals(start, read("$B2*(1+Inputs!$B$3/12)+E1", 2, 4), "another row");
    assertNotEquals(start, read("$B2*(1+Inputs!$B$3/12)+E1", 1, 5), "another column");
    assertNotEquals(start, read("$B3*(1+Inputs!$B$4/12)+E2", 2, 4), "another fixed cell");
    assertNotEquals(start, read("$B3*(1+Input!$B$3/12)+E2", 2, 4), "another sheet");
    assertNotEquals(start, read("$B3*(1+Inputs!$B$3/13)+E2", 2, 4), "another number");
    assertNotEquals(start, read("B3*(1+Inputs!$B$3/12)+E2", 2, 4), "nothing fixed");
  }

  @Example
  void whatOnlyLooksLikeACellStaysAsItIs() {
    for (String text :
        List.of(
            "LOG10(2)",
            "LOG10 (2)",
            "A1!C$3",
            "\"A1\"",
            "'A1'!C$3",
            "'It''s A1'!C$3",
            "XFE1",
            "A1048577",
            "A1.x",
            "_A1",
            "1E5",
            "A1B2",
            "AB1_",
            "A$1$",
            "\"\"\"A1\"")) {
      assertEquals(read(text, 0, 2), read(text.replace("C", "D"), 5, 3), text);
    }
  }

  @Example
  void whatTheTextAloneDoesNotSayIsRefused() {
    for (String text :
        List.of(
            "A:A",
            "$A:$A",
            "1:1",
            "SUM(2:3)",
            "A1:INDEX(B:B,3)",
            "INDEX(B1,1):A1",
            "T[@a]",
            "T[a]",
            "[1]S!A1",
            "One:Two!A1",
            "Excel|Book!A1",
            "A01",
            "$A$01",
            "A1\u00a0+B1",
            "Größe*A1",
            "A1 :B2",
            "A1: B2")) {
      assertFalse(new RelativeText().read(text, 0, 0), text);
    }
  }

  private static RelativeText read(String formula, int row, int column) {
    var text = new RelativeText();
    assertTrue(text.read(formula, row, column), formula);
    return text;
  }

  /// A workbook with formulas one below the other, as a file without shared formulas gives them.
  ///
  /// @param start number of the first row, from 1
  private static Workbook read(int start, List<String> formulas) {
    WorkbookBuilder builder = sheets();
    SheetSink sink = builder.sheet(0);
    for (int at = 0; at < formulas.size(); at++) {
      sink.formula(start - 1 + at, COLUMN, 0, formulas.get(at), Optional.empty());
    }
    return builder.build();
  }

  private static WorkbookBuilder sheets() {
    var builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet", Optional.empty(), Visibility.VISIBLE);
    builder.worksheet("Other", Optional.empty(), Visibility.VISIBLE);
    return builder;
  }
}
