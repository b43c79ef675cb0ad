package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.workbook.DateGroup;
import dev.quire.workbook.Edit;
import dev.quire.workbook.FilterCriteria;
import dev.quire.workbook.Table;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// A filter of a month that Excel wrote, in a workbook of another project (stands aside without
/// it).
final class DateFilterTest {
  private static final String FILE = "visible/LibreOffice+core/sc/qa/uitest/data/tdf138089.xlsx";

  private static XlsxFile file() {
    Corpus.table("fidelity.tsv");
    return Books.open(Corpus.file(FILE));
  }

  private static Table table(Workbook book) {
    return book.tables().getFirst();
  }

  private static BitSet hidden(Workbook book) {
    var layout = book.layout(table(book).sheet());
    var hidden = new BitSet();
    IntStream.rangeClosed(0, table(book).area().lastRow())
        .filter(layout::isRowHidden)
        .forEach(hidden::set);
    return hidden;
  }

  private static Workbook filtered(Workbook book, Map<Integer, FilterCriteria> filters) {
    return Books.apply(book, new Edit.FilterTable(table(book).id(), filters));
  }

  @Test
  void sameRowsAreHiddenAsByExcel() {
    Workbook book = file().workbook();
    Map<Integer, FilterCriteria> filters = table(book).filters();
    assertEquals(
        List.of(
            new FilterCriteria.Values(List.of(), false, List.of(new DateGroup(List.of(2017, 12))))),
        List.copyOf(filters.values()));
    assertEquals("{1, 2, 3, 7, 8, 9, 10}", hidden(book).toString());
    Workbook cleared = filtered(book, Map.of());
    assertEquals("{}", hidden(cleared).toString());
    assertEquals(hidden(book), hidden(filtered(cleared, filters)));
  }

  @Test
  void monthIsWrittenAsByExcelBesideAnotherFilter() throws IOException {
    XlsxFile file = file();
    Workbook book = file.workbook();
    var filters = new HashMap<>(table(book).filters());
    filters.put(
        table(book).columns().getFirst().id(), new FilterCriteria.Values(List.of("<x>"), true));
    byte[] saved = file.save(filtered(book, filters), Books.NOW).bytes();
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
      var columns =
          poi.getSheetAt(0)
              .getTables()
              .getFirst()
              .getCTTable()
              .getAutoFilter()
              .getFilterColumnList();
      assertEquals(2, columns.size());
      var month = columns.get(1).getFilters().getDomNode().getFirstChild();
      assertEquals("dateGroupItem", month.getLocalName());
      var attributes = month.getAttributes();
      assertEquals(3, attributes.getLength());
      assertEquals("2017", attributes.getNamedItem("year").getNodeValue());
      assertEquals("12", attributes.getNamedItem("month").getNodeValue());
      assertEquals("month", attributes.getNamedItem("dateTimeGrouping").getNodeValue());
    }
    assertEquals(filters, table(Books.open(saved).workbook()).filters());
  }
}
