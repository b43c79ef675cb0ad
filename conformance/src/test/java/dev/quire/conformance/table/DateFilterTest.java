package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTAutoFilter;

/// Filters that list single dates, beside texts and blanks (ECMA-376 part 1, §18.3.2.4; D:
/// Excel.FilterDatetime). The column `When` holds in rows 2 to 9: 1 January 2025, 5 March 2026, 5
/// March 2026 10:30:15, 20 March 2026, 24 December 2026, the number 46086 (5 March 2026, but not
/// shown as a date), the text `open` and nothing. The column `N` holds the numbers of the rows.
final class DateFilterTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final double[] SERIALS = {
    45_658, 46_086, 46_086 + 37_815 / 86_400.0, 46_101, 46_380, 46_086
  };
  private static final int DAYS_TO_1904 = 1_462;
  private static final Pattern FILTERS =
      Pattern.compile("<(?:\\w+:)?filters.*</(?:\\w+:)?filters>");
  private final User ann = SERVER.user("ann");

  /// A workbook whose column has a filter already.
  private static BookFile stored(boolean date1904, String filters) throws IOException {
    try (var book = new XSSFWorkbook()) {
      if (date1904) {
        book.getCTWorkbook().getWorkbookPr().setDate1904(true);
      }
      XSSFSheet sheet = book.createSheet("Data");
      fill(sheet, date1904);
      var table = sheet.createTable(new AreaReference("A1:B9", book.getSpreadsheetVersion()));
      table.setName("T");
      table.setDisplayName("T");
      String filter = "<main:filterColumn colId=\"0\">" + filters + "</main:filterColumn>";
      table
          .getCTTable()
          .setAutoFilter(
              CTAutoFilter.Factory.parse(
                  ("<xml-fragment xmlns:main=\"%s\" ref=\"A1:B9\">%s</xml-fragment>")
                      .formatted(
                          "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                          filters.isEmpty() ? "" : filter)));
      var out = new ByteArrayOutputStream();
      book.write(out);
      return SERVER.book("Dates" + COUNT.incrementAndGet() + ".xlsx", out.toByteArray());
    } catch (XmlException damaged) {
      throw new IllegalArgumentException(filters, damaged);
    }
  }

  private static void fill(XSSFSheet sheet, boolean date1904) {
    XSSFCellStyle dated = sheet.getWorkbook().createCellStyle();
    dated.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("d.m.yyyy h:mm"));
    sheet.createRow(0).createCell(0).setCellValue("When");
    sheet.getRow(0).createCell(1).setCellValue("N");
    for (int row = 1; row <= 8; row++) {
      sheet.createRow(row).createCell(1).setCellValue(row + 1);
      if (row <= SERIALS.length) {
        var cell = sheet.getRow(row).createCell(0);
        cell.setCellValue(SERIALS[row - 1] - (date1904 ? DAYS_TO_1904 : 0));
        if (row < SERIALS.length) {
          cell.setCellStyle(dated);
        }
      }
    }
    sheet.getRow(7).createCell(0).setCellValue("open");
  }

  /// The numbers of the rows that are shown.
  private String shown(BookFile book) {
    return Shown.in(ann, book, "B2:B9");
  }

  private Ask filter(BookFile book, String column, String action, String body) {
    return Ask.post(
        book.workbook() + "/tables/T/columns/" + column + "/filter/" + action,
        body.replace('`', '"'));
  }

  /// A list of values, of which `2026-03 Month` is a date with its specificity.
  private static String values(String list) {
    var values = new ArrayList<String>();
    for (String each : list.split(",", -1)) {
      String[] date = each.strip().split(" ");
      values.add(
          date.length == 2
              ? "{`date`:`%s`,`specificity`:`%s`}".formatted(date[0], date[1])
              : "`" + each.strip() + "`");
    }
    return "{`values`:[" + String.join(",", values) + "]}";
  }

  private static List<String> hidden(XSSFSheet sheet) {
    var hidden = new ArrayList<String>();
    for (int row = 1; row <= 8; row++) {
      if (sheet.getRow(row).getZeroHeight()) {
        hidden.add(Integer.toString(row + 1));
      }
    }
    return hidden;
  }

  /// What another program finds in the saved file: the elements of the filter, then the hidden
  /// rows.
  private String saved(BookFile book) throws IOException {
    byte[] content = ann.send(Ask.get(book.item() + "/content")).is(200).body();
    try (var opened = new XSSFWorkbook(new ByteArrayInputStream(content))) {
      Matcher filters = FILTERS.matcher(opened.getTable("T").getCTTable().xmlText());
      assertTrue(filters.find(), () -> opened.getTable("T").getCTTable().xmlText());
      String hidden = String.join(" ", hidden(opened.getSheetAt(0)));
      return filters.group().replaceAll("(</?)\\w+:", "$1") + " " + hidden;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-05 Day | 3 4",
        "2026-03-05 day | 3 4",
        "2026-03-05T00:00:00Z Day | 3 4",
        "2026-03-17 Month | 3 4 5",
        "2026-03 Month | 3 4 5",
        "2026 Year | 3 4 5 6",
        "2025-06-30T10:00 YEAR | 2",
        "2026-03-05T10:59:59.999 Hour | 4",
        "2026-03-05 Hour | 3",
        "2026-03-05T10:30 Minute | 4",
        "2026-03-05T10:30:15 Second | 4",
        "2026-03-05T10:30:16 Second | ''",
        "2026-03-20 Day, 2025-01-01 Day | 2 5",
        "2026-12 Month, open | 6 8",
        "2026-12 Month, open, '' | 6 8",
        "2026-12 Month, | 6 9",
        "2024 Year, 46086 | 7"
      })
  void datesBesideTextsAndBlanksAreLetThrough(String list, String shown) throws IOException {
    for (boolean date1904 : new boolean[] {false, true}) {
      BookFile book = stored(date1904, "");
      String expected = date1904 ? shown.replace(" 7", "").replace("7", "") : shown;
      ann.send(filter(book, "When", "applyValuesFilter", values(list))).is(204);
      assertEquals(expected, shown(book));
      ann.send(filter(book, "When", "clear", "")).is(204);
      assertEquals("2 3 4 5 6 7 8 9", shown(book));
    }
  }

  @Test
  void datesAreInTheFileBesideTheTexts() throws IOException {
    BookFile book = stored(false, "");
    String criteria = values("open,,2026-12-01 Month,2026-03-05T10:30:15 Second");
    ann.send(
            filter(
                book,
                "When",
                "apply",
                "{`criteria`:{`filterOn`:`Values`," + criteria.substring(1) + "}"))
        .is(204);
    assertEquals(
        """
        <filters blank="1"><filter val="open"/>\
        <dateGroupItem year="2026" month="12" dateTimeGrouping="month"/>\
        <dateGroupItem year="2026" month="3" day="5" hour="10" minute="30" second="15" \
        dateTimeGrouping="second"/></filters> 2 3 5 7\
        """,
        saved(book));
  }

  /// Also by whoever opens the file later.
  @Test
  void datesOfTheFileAreReadAndAppliedAnew() throws IOException {
    BookFile book =
        stored(
            false,
            """
            <main:filters calendarType="gregorian"><main:filter val="open"/>\
            <main:dateGroupItem year="2025" dateTimeGrouping="year"/>\
            <main:dateGroupItem year="2026" month="3" day="5" hour="10" dateTimeGrouping="hour"/>\
            </main:filters>\
            """);
    assertEquals(
        JsonParser.parseString(
            """
            ["open",{"date":"2025-01-01","specificity":"Year"},\
            {"date":"2026-03-05T10:00:00","specificity":"Hour"}]\
            """),
        ann.send(Ask.get(book.workbook() + "/tables/T/columns/When/filter"))
            .is(200)
            .json()
            .getAsJsonObject("criteria")
            .get("values"));
    ann.send(Ask.post(book.workbook() + "/tables/T/reapplyFilters", "")).is(204);
    assertEquals("2 4 8", shown(book));
    ann.send(
            Ask.patch(
                book.workbook() + "/worksheets/Data/range(address='A2')", "{\"values\":[[40000]]}"))
        .is(200);
    ann.send(filter(book, "N", "applyCustomFilter", "{`criteria1`:`<8`}")).is(204);
    assertEquals("4", shown(book));
    assertTrue(saved(book).endsWith("2 3 5 6 7 8 9"), saved(book));
  }

  /// What has been read can be sent back.
  @Test
  void criteriaThatAreReadCanBeApplied() throws IOException {
    BookFile book = stored(false, "");
    ann.send(filter(book, "When", "applyValuesFilter", values("2026-03 Month,,open"))).is(204);
    String path = book.workbook() + "/tables/T/columns/When/filter";
    JsonElement criteria = ann.send(Ask.get(path)).is(200).json().get("criteria");
    ann.send(filter(book, "When", "clear", "")).is(204);
    ann.send(Ask.patch(path, "{\"criteria\":" + criteria + "}")).is(200);
    assertEquals(criteria, ann.send(Ask.get(path)).is(200).json().get("criteria"));
    assertEquals("3 4 5 8 9", shown(book));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | values[1].date",
        "{`specificity`:`Day`} | values[1].date",
        "{`date`:`2026-03-05`} | values[1].specificity",
        "{`date`:`2026-03-05`,`specificity`:`Monday`} | values[1].specificity",
        "{`date`:`2026-03-05`,`specificity`:`Day`,`zone`:`UTC`} | zone",
        "{`date`:20260305,`specificity`:`Day`} | values[1].date",
        "{`date`:`5/3/2026`,`specificity`:`Day`} | values[1].date",
        "{`date`:`2026-02-29`,`specificity`:`Day`} | values[1].date",
        "{`date`:`2026-03-05T24:00`,`specificity`:`Day`} | values[1].date",
        "{`date`:`2026-03-05T10:00+01:00`,`specificity`:`Day`} | values[1].date",
        "{`date`:`0026-03-05`,`specificity`:`Day`} | values[1].date",
        "{`date`:`2026-03`,`specificity`:`Day`} | values[1].date",
        "{`date`:`2026`,`specificity`:`Month`} | values[1].date",
        "[`2026`] | values"
      })
  void badDatesAreRefused(String date, String named) throws IOException {
    BookFile book = stored(false, "");
    String message =
        ann.send(filter(book, "When", "applyValuesFilter", "{`values`:[`open`," + date + "]}"))
            .refuses(400, "InvalidArgument", "invalidArgument")
            .message();
    assertTrue(message.contains("'" + named + "'"), message);
    assertEquals("2 3 4 5 6 7 8 9", shown(book));
  }

  /// Dates of another calendar are kept, and never taken for what they are not.
  @Test
  void datesOfAnotherCalendarAreKept() throws IOException {
    String filters =
        "<%1$sfilters calendarType=\"hijri\"><%1$sdateGroupItem year=\"1447\" dateTimeGrouping=\"year\"/></%1$sfilters>";
    BookFile book = stored(false, filters.formatted("main:"));
    ann.send(Ask.post(book.workbook() + "/tables/T/reapplyFilters", "")).is(501);
    ann.send(filter(book, "N", "applyCustomFilter", "{`criteria1`:`>3`}")).is(204);
    assertEquals("4 5 6 7 8 9", shown(book));
    ann.send(filter(book, "N", "applyCustomFilter", "{`criteria1`:`>4`}")).is(501);
    assertEquals(filters.formatted("") + " 2 3", saved(book));
    ann.send(filter(book, "When", "clear", "")).is(204);
    ann.send(filter(book, "N", "clear", "")).is(204);
    assertEquals("2 3 4 5 6 7 8 9", shown(book));
  }
}
