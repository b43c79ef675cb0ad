package dev.quire.workbook;

import static dev.quire.workbook.Books.ENVIRONMENT;
import static dev.quire.workbook.Books.type;
import static dev.quire.workbook.Books.value;
import static dev.quire.workbook.Books.write;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.value.TextValue;
import org.junit.jupiter.api.Test;

/// What `CELL` tells of where a cell lies (observed in Excel).
class CellAddressTest {
  private static final String OTHER = "=CELL(\"address\",'Sheet 2'!A2)";

  @Test
  void aCellOfAnotherSheetIsToldWithItsFile() {
    Workbook book = Books.of("Sheet1", "Sheet 2");
    Workbook told =
        write(book, 0, "B1", new Entry.Typed(OTHER), ENVIRONMENT.inFile("Book.xlsx")).workbook();
    assertEquals(TextValue.of("'[Book.xlsx]Sheet 2'!$A$2"), value(told, "B1"));
  }

  @Test
  void aCellOfTheSameSheetIsToldAlone() {
    Workbook book = Books.of("Sheet1", "Sheet 2");
    Workbook told =
        write(
                book,
                0,
                "B1",
                new Entry.Typed("=CELL(\"address\",A2)"),
                ENVIRONMENT.inFile("Book.xlsx"))
            .workbook();
    assertEquals(TextValue.of("$A$2"), value(told, "B1"));
  }

  @Test
  void aWorkbookInNoFileTellsTheSheetOnly() {
    Workbook told = type(Books.of("Sheet1", "Sheet 2"), "B1", OTHER);
    assertEquals(TextValue.of("'Sheet 2'!$A$2"), value(told, "B1"));
  }
}
