package dev.quire.workbook;

import static dev.quire.workbook.Books.number;
import static dev.quire.workbook.Books.put;
import static dev.quire.workbook.Books.type;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.A1;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Workbooks that keep of numbers only what is displayed.
class PrecisionAsDisplayedTest {
  private static Workbook rounding(boolean asDisplayed, String code) {
    WorkbookBuilder builder = new WorkbookBuilder(Books.ENVIRONMENT).keepsAsDisplayed(asDisplayed);
    builder.worksheet("Sheet1", Optional.empty(), Visibility.VISIBLE);
    var format = Optional.of(CellGrid.<FormatEntry>filled(new FormatEntry.Code(code)));
    return builder
        .build()
        .apply(
            new Edit.WriteCells(0, A1.parse("A1:B2").orElseThrow(), format, Optional.empty()),
            Books.ENVIRONMENT)
        .workbook();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.00     | 2.345   | 2.35",
        "0        | -2.5    | -3",
        "0.0%     | 0.12345 | 0.123",
        "#,##0,   | 123456  | 123000",
        "0.0E+00  | 12345   | 12000",
        "General  | 2.345   | 2.345",
        "0.0;-0   | -2.45   | -2",
        "0.00     | 1.005   | 1.01",
        "General  | 0.12345678901234567 | 0.123456789012346",
        "d/m/yyyy | 45000.12345678901234 | 45000.123456789",
        "##0.0E+0 | 0.04567 | 0.046",
        ";0.0     | 4.56    | 4.6",
        "0.0;;0   | -4.56   | -5",
        "[>50]0;0.0 | 4.56  | 5",
        "[>50]0;0.0 | -4.56 | -4.6",
        "# ?/?    | 4.66    | 4.666666666666667",
        "# ?/?    | 1.68    | 1.6666666666666665",
        "# ??/??  | -2.29   | -2.2903225806451615",
        "?/?      | 1.68    | 1.6666666666666665",
        "# ?/8    | 5.3     | 5.25",
        "# ??/16  | 0.97    | 1",
        "# ?/?    | -0.04   | 0"
      })
  void whatIsWrittenAndWhatIsCalculatedIsRounded(String code, double value, double kept) {
    Workbook book = put(rounding(true, code), "A1", value);
    assertEquals(kept, number(book, "A1"));
    book = put(book, "D1", value);
    assertEquals(kept, number(type(book, "B2", "=D1*1"), "B2"));
  }

  @Test
  void sumsAreOfWhatIsDisplayed() {
    Workbook book = rounding(true, "0.0");
    book = put(book, "D1", 1.04);
    book = type(book, "A1", "=D1");
    book = type(book, "A2", "=D1");
    assertEquals(2.0, number(type(book, "D2", "=A1+A2"), "D2"));
  }

  @Test
  void otherWorkbooksKeepAllDigits() {
    assertEquals(2.345, number(put(rounding(false, "0"), "A1", 2.345), "A1"));
  }
}
