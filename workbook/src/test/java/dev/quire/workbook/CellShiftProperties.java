package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Holds insertions and deletions to a plain model: each formula's text is shifted by itself.
class CellShiftProperties {
  private static final int ROWS = 14;
  private static final int COLUMNS = 7;
  private static final Pattern REFERENCE =
      Pattern.compile("(\\$?)([A-Z]+)(\\$?)(\\d+)(?::(\\$?)([A-Z]+)(\\$?)(\\d+))?");
  private static final List<String> FORMULAS =
      List.of("%1$s1+1", "SUM(A1:%1$s3)", "SUM($A$2:%1$s4)", "$%1$s3*A$2", "COUNTBLANK(A2:%1$s7)");

  @Property(tries = 400)
  void everyFormulaFollowsAsByItself(@ForAll long seed) {
    var random = new Random(seed);
    Workbook book = filled(random);
    boolean circles = false;
    for (int i = 0; i < 4; i++) {
      Edit edit = edit(random);
      Workbook before = book;
      try {
        book = before.apply(edit, Books.ENVIRONMENT).workbook();
      } catch (WorkbookFault refused) {
        continue;
      }
      Shift shift =
          edit instanceof Edit.InsertCells insert
              ? insert.move()
              : ((Edit.DeleteCells) edit).move();
      compare(before, book, shift);
      circles |= !shift.isWholeRows() && !shift.isWholeColumns();
    }
    if (!circles) {
      compareWithFullCalculation(book);
    }
  }

  /// Where only some columns move, a formula may come to read itself, and what circles give depends
  /// on how they came about.
  private static void compareWithFullCalculation(Workbook book) {
    Workbook full =
        book.apply(new Edit.Calculate(CalculationScope.FULL_REBUILD), Books.ENVIRONMENT).workbook();
    for (int row = 0; row < ROWS + 12; row++) {
      for (int column = 0; column < COLUMNS + 12; column++) {
        assertEquals(full.value(0, row, column), book.value(0, row, column), A1.cell(row, column));
      }
    }
  }

  private static Workbook filled(Random random) {
    Workbook book = Books.of("Sheet1");
    for (int i = 0; i < 14; i++) {
      int row = random.nextInt(ROWS);
      int column = random.nextInt(COLUMNS);
      String cells = A1.cell(row, column) + ":" + A1.cell(row + random.nextInt(5), column);
      String text =
          random.nextInt(3) == 0 || column == 0
              ? Integer.toString(random.nextInt(9))
              : "="
                  + FORMULAS
                      .get(random.nextInt(FORMULAS.size()))
                      .formatted(A1.column(random.nextInt(column)));
      book = Books.type(book, cells, text);
    }
    return book;
  }

  private static Edit edit(Random random) {
    int row = random.nextInt(ROWS);
    int column = random.nextInt(COLUMNS);
    int lastRow = row + random.nextInt(3);
    int lastColumn = column + random.nextInt(2);
    Area area =
        switch (random.nextInt(3)) {
          case 0 -> new Area(row, 0, lastRow, Grid.COLUMNS - 1);
          case 1 -> new Area(0, column, Grid.ROWS - 1, lastColumn);
          default -> new Area(row, column, lastRow, lastColumn);
        };
    return random.nextBoolean()
        ? new Edit.InsertCells(0, area, random.nextBoolean() ? InsertShift.DOWN : InsertShift.RIGHT)
        : new Edit.DeleteCells(0, area, random.nextBoolean() ? DeleteShift.UP : DeleteShift.LEFT);
  }

  private static void compare(Workbook before, Workbook after, Shift shift) {
    for (int row = 0; row < ROWS + 12; row++) {
      for (int column = 0; column < COLUMNS + 12; column++) {
        int toRow = shift.row(row, column);
        int toColumn = shift.column(row, column);
        if (toRow == Shift.GONE || toColumn == Shift.GONE) {
          continue;
        }
        String expected = shifted(Books.formula(before, 0, A1.cell(row, column)), shift);
        String where = A1.cell(row, column) + " " + shift;
        assertEquals(expected, Books.formula(after, 0, A1.cell(toRow, toColumn)), where);
        if (expected.isEmpty()) {
          assertEquals(before.value(0, row, column), after.value(0, toRow, toColumn), where);
        }
      }
    }
  }

  private static String shifted(String formula, Shift shift) {
    return REFERENCE.matcher(formula).replaceAll(match -> shifted(match, shift));
  }

  private static String shifted(MatchResult match, Shift shift) {
    Area area = A1.parse(match.group().replace("$", "")).orElseThrow();
    Optional<Area> after = shift.reference(area);
    if (after.isEmpty()) {
      return "#REF!";
    }
    Area now = after.get();
    String first = corner(match.group(1), now.firstColumn(), match.group(3), now.firstRow());
    String text =
        match.group(5) == null
            ? first
            : first + ":" + corner(match.group(5), now.lastColumn(), match.group(7), now.lastRow());
    return text.replace("$", "\\$");
  }

  private static String corner(String columnMark, int column, String rowMark, int row) {
    return columnMark + A1.column(column) + rowMark + (row + 1);
  }
}
