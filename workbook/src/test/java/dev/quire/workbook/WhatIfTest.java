package dev.quire.workbook;

import static dev.quire.workbook.Books.number;
import static dev.quire.workbook.Books.put;
import static dev.quire.workbook.Books.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Data tables show what a formula would give with other inputs.
class WhatIfTest {
  private static final Optional<Area> NONE = Optional.empty();

  private static Optional<Area> cell(String address) {
    return A1.parse(address);
  }

  /// Inputs in A1 and A2, their difference times 10 in A3, and a table.
  private static WorkbookBuilder model(WhatIfTable table) {
    WorkbookBuilder builder = new WorkbookBuilder(Books.ENVIRONMENT);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    SheetSink sheet = builder.sheet(0);
    sheet.number(0, 0, -1, 5);
    sheet.number(1, 0, -1, 3);
    sheet.formula(2, 0, -1, "10*(A1-A2)", Optional.of(new NumberValue(20)));
    sheet.whatIf(table);
    return builder;
  }

  private static WhatIfTable table(String area, Optional<Area> row, Optional<Area> column) {
    return new WhatIfTable(A1.parse(area).orElseThrow(), row, column, false);
  }

  private static Workbook filled(Workbook book, String formulaCell) {
    return type(put(put(put(put(book, "D2", 1), "E2", 2), "C3", 7), "C4", 8), formulaCell, "=A3");
  }

  @Test
  void twoInputsCrossEachOther() {
    Workbook book = filled(model(table("D3:E4", cell("A1"), cell("A2"))).build(), "C2");
    assertEquals(-60, number(book, "D3"));
    assertEquals(-50, number(book, "E3"));
    assertEquals(-60, number(book, "E4"));
    assertEquals(5, number(book, "A1"));
    assertEquals(20, number(book, "A3"));
  }

  @Test
  void oneInputGoesThroughAllFormulasBeside() {
    Workbook rows = model(table("D3:D4", NONE, cell("A1"))).build();
    rows = type(put(put(rows, "C3", 7), "C4", 8), "D2", "=A3");
    assertEquals(40, number(rows, "D3"));
    assertEquals(50, number(rows, "D4"));
    Workbook columns = model(table("D3:E3", cell("A2"), NONE)).build();
    columns = type(put(put(columns, "D2", 1), "E2", 2), "C3", "=A3");
    assertEquals(40, number(columns, "D3"));
    assertEquals(30, number(columns, "E3"));
  }

  @Test
  void whatReadsTheTableFollowsIt() {
    Workbook book = filled(model(table("D3:E4", cell("A1"), cell("A2"))).build(), "C2");
    book = type(book, "G1", "=SUM(D3:E4)");
    assertEquals(-240, number(book, "G1"));
    assertEquals(-230, number(put(book, "D2", 1.5), "G1"));
  }

  @Test
  void tablesWaitWhereTheyAreLeftOutOfCalculation() {
    WorkbookBuilder builder = model(table("D3:E4", cell("A1"), cell("A2")));
    builder.calculationMode(CalculationMode.AUTOMATIC_EXCEPT_TABLES);
    Workbook book = filled(builder.build(), "C2");
    assertEquals(0, Books.value(book, "D3") instanceof NumberValue ? 1 : 0);
    Workbook calculated =
        book.apply(new Edit.Calculate(CalculationScope.RECALCULATE), Books.ENVIRONMENT).workbook();
    assertEquals(-60, number(calculated, "D3"));
  }
}
