package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.Worksheet;
import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.style.Color;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Charts in workbooks of other projects: they are listed, stay byte for byte when nobody touches
/// them, and say the same after saving when somebody did. A slice of the corpus in each build, all
/// of it with `-Dquire.corpus=all`.
class ChartCorpusTest {
  private static final int SLICE = 12;

  @TestFactory
  Iterable<DynamicTest> chartsOfOthersAreReadChangedAndSaved() {
    List<String> files =
        Corpus.table("fidelity.tsv").stream()
            .filter(row -> row[3].contains("chart") && !row[3].contains("encrypted"))
            .map(row -> row[0])
            .toList();
    return Corpus.tests(files, SLICE, ChartCorpusTest::check);
  }

  private static void check(byte[] bytes) {
    XlsxFile file = Books.open(bytes);
    Workbook book = file.workbook();
    for (Worksheet sheet : book.worksheets()) {
      for (Chart chart : sheet.charts().all()) {
        assertEquals(
            chart.space().series().size(),
            book.chartData(sheet.key(), chart).series().size(),
            chart.name());
      }
    }
    assertArrayEquals(bytes, file.save(book, Books.NOW).bytes());
    Workbook changed = changed(book);
    byte[] saved = file.save(changed, Books.NOW).bytes();
    assertEquals(List.of(), Lint.introduced(bytes, saved));
    Workbook again = Books.open(saved).workbook();
    for (Worksheet sheet : changed.worksheets()) {
      assertEquals(
          sheet.charts().all(),
          again.findWorksheet(sheet.name()).orElseThrow().charts().all(),
          sheet.name());
    }
  }

  /// A row comes in the first sheet, and each chart changes in some way.
  private static Workbook changed(Workbook before) {
    int first = before.worksheets().getFirst().key();
    Workbook book =
        tried(
            before,
            new Edit.InsertCells(first, new Area(1, 0, 1, Grid.COLUMNS - 1), InsertShift.DOWN));
    for (Worksheet sheet : book.worksheets()) {
      for (Chart chart : sheet.charts().all()) {
        for (ChartChange change : CHANGES) {
          book = tried(book, new Edit.ChangeChart(sheet.key(), chart.id(), change));
        }
      }
    }
    return book;
  }

  private static final List<ChartChange> CHANGES =
      List.of(
          new ChartChange.SetTitle(
              Optional.empty(), Optional.of("Changed"), Optional.empty(), Optional.empty()),
          new ChartChange.SetGridlines(AxisRole.VALUE, true, true),
          new ChartChange.SetFill(new ChartElement.Whole(), new Fill.Solid(new Color(0xFFEEDD), 1)),
          new ChartChange.SetFill(
              new ChartElement.OfSeries(0), new Fill.Solid(new Color(0x123456), 1)),
          new ChartChange.NameSeries(0, "Renamed"));

  private static Workbook tried(Workbook book, Edit edit) {
    try {
      return Books.apply(book, edit);
    } catch (WorkbookFault refused) {
      return book;
    }
  }
}
