package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.chart.Chart;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Charts survive saving and reopening, here and in Apache POI.
class ChartSaveTest {
  private static final int SHEET = 0;

  private static byte[] save(Workbook book) {
    return Books.open(XlsxFile.blank()).save(book, Books.NOW).bytes();
  }

  @ParameterizedTest
  @EnumSource(ChartType.class)
  void newChartOfEachTypeIsReadAsItWasMade(ChartType type) throws IOException {
    Workbook book = Charts.sales();
    if (type.seriesNeeded() == 5) {
      for (int row = 1; row <= 5; row++) {
        book = Books.number(book, SHEET, "F" + row, row);
      }
      book = Books.text(book, SHEET, "F1", "Close");
    }
    book = Charts.add(book, SHEET, type, Charts.source(type));
    XlsxFile.Saved saved = Books.open(XlsxFile.blank()).save(book, Books.NOW);
    assertEquals(List.of(), Lint.of(saved.bytes()));
    assertEquals(Charts.of(book, SHEET), Charts.of(Books.open(saved.bytes()).workbook(), SHEET));
    assertValid(saved.bytes(), 1);
  }

  /// POI finds the charts, and nothing in them that the schema forbids.
  private static List<XSSFChart> assertValid(byte[] file, int charts) throws IOException {
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var drawing = poi.getSheetAt(0).getDrawingPatriarch();
      List<XSSFChart> found = drawing == null ? List.of() : drawing.getCharts();
      assertEquals(charts, found.size());
      for (XSSFChart each : found) {
        var errors = new ArrayList<XmlError>();
        each.getCTChart().validate(new XmlOptions().setErrorListener(errors));
        assertEquals(List.of(), errors);
      }
      return found;
    }
  }

  @Test
  void poiReadsTypeReferencesAndTitleOfANewChart() throws IOException {
    Workbook book = Charts.add(Charts.sales(), SHEET, ChartType.COLUMN_CLUSTERED, "A1:C5");
    XSSFChart chart = assertValid(save(book), 1).getFirst();
    var data = chart.getChartSeries().getFirst();
    assertEquals(2, data.getSeriesCount());
    assertEquals("Sheet1!$B$2:$B$5", data.getSeries(0).getValuesData().getDataRangeReference());
    assertEquals("Sheet1!$A$2:$A$5", data.getSeries(0).getCategoryData().getDataRangeReference());
    assertEquals("Q1", data.getSeries(0).getCategoryData().getPointAt(0));
    assertEquals(120.0, data.getSeries(0).getValuesData().getPointAt(0).doubleValue());
  }

  @Property(tries = 60)
  void anyChangesSurviveSavingAndReopening(@ForAll long seed) throws IOException {
    var random = new Random(seed);
    Workbook book = Charts.sales();
    int charts = 1 + random.nextInt(2);
    for (int at = 0; at < charts; at++) {
      ChartType type = ChartType.values()[random.nextInt(ChartType.values().length)];
      book = Charts.add(book, SHEET, type.seriesNeeded() == 0 ? type : ChartType.LINE, "A1:D5");
    }
    XlsxFile file = Books.open(XlsxFile.blank());
    for (int round = 0; round < 3; round++) {
      for (int i = random.nextInt(6); i > 0; i--) {
        try {
          book =
              Charts.change(book, SHEET, random.nextInt(charts), Charts.any(random, book, SHEET));
        } catch (WorkbookFault refused) {
          assertFalse(refused.getMessage().isEmpty());
        }
      }
      XlsxFile.Saved saved = file.save(book, Books.NOW);
      file = saved.file();
      assertEquals(List.of(), Lint.of(saved.bytes()));
      assertEquals(Charts.of(book, SHEET), Charts.of(Books.open(saved.bytes()).workbook(), SHEET));
      assertValid(saved.bytes(), charts);
    }
  }

  @Test
  void deletedChartTakesItsPartAlong() throws IOException {
    Workbook book = Charts.add(Charts.sales(), SHEET, ChartType.PIE, "A1:B5");
    book = Charts.add(book, SHEET, ChartType.AREA, "A1:C5");
    XlsxFile.Saved first = Books.open(XlsxFile.blank()).save(book, Books.NOW);
    Chart pie = Charts.of(book, SHEET).getFirst();
    Workbook less = Books.apply(book, new Edit.DeleteChart(SHEET, pie.id()));
    XlsxFile.Saved second = first.file().save(less, Books.NOW);
    assertEquals(List.of("xl/charts/chart1.xml"), second.report().removed());
    assertEquals(Charts.of(less, SHEET), Charts.of(Books.open(second.bytes()).workbook(), SHEET));
    assertEquals(List.of(), Lint.of(second.bytes()));
    assertValid(second.bytes(), 1);
  }

  @Test
  void changedChartRemembersWhatItsCellsHoldNow() throws IOException {
    Workbook book = Charts.add(Charts.sales(), SHEET, ChartType.LINE, "A1:C5");
    XlsxFile.Saved first = Books.open(XlsxFile.blank()).save(book, Books.NOW);
    Workbook later = Books.number(book, SHEET, "B2", 777);
    later = Charts.change(later, SHEET, 0, new ChartChange.NameSeries(1, "Named"));
    byte[] second = first.file().save(later, Books.NOW).bytes();
    var series = assertValid(second, 1).getFirst().getChartSeries().getFirst().getSeries(0);
    assertEquals(777.0, series.getValuesData().getPointAt(0).doubleValue());
  }

  @Test
  void savingAnUntouchedChartChangesNoByte() {
    byte[] saved = save(Charts.add(Charts.sales(), SHEET, ChartType.BUBBLE, "B1:D5"));
    XlsxFile file = Books.open(saved);
    assertEquals(1, Charts.of(file.workbook(), SHEET).size());
    assertTrue(Arrays.equals(saved, file.save(file.workbook(), Books.NOW).bytes()));
  }
}
