package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.Worksheet;
import dev.quire.workbook.pivot.PivotTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/// A refresh of a pivot table whose source nobody has changed gives the cells that Excel stored.
final class PivotCorpusTest {
  private static final Instant NOW = Instant.parse("2026-05-04T10:11:12Z");

  /// What a refresh of a pivot table came to.
  ///
  /// @param outcome `equal`, `refused` or `differs`
  private record Result(String file, String pivot, String outcome, String detail) {}

  @Test
  void refreshWithoutEditGivesTheCellsOfTheFile() {
    var results = new ArrayList<Result>();
    for (String path : paths()) {
      byte[] bytes = Corpus.file(path);
      if (!hasPivotTables(bytes)) {
        continue;
      }
      XlsxFile file;
      try {
        file = Books.open(bytes);
      } catch (RuntimeException unreadable) {
        continue;
      }
      refresh(path, file.workbook(), results);
    }
    print(results);
    assertTrue(results.stream().filter(each -> each.outcome.equals("equal")).count() >= 1);
    assertEquals(
        List.of(), results.stream().filter(each -> each.outcome.equals("differs")).toList());
  }

  /// The names of parts stand uncompressed in a package.
  private static boolean hasPivotTables(byte[] file) {
    return new String(file, StandardCharsets.ISO_8859_1).contains("pivotTables/");
  }

  /// All workbooks of the corpus, each once.
  private static Set<String> paths() {
    var paths = new LinkedHashSet<String>();
    Corpus.table("fidelity.tsv").forEach(row -> paths.add(row[0]));
    Corpus.table("truth.tsv").forEach(row -> paths.add(row[0]));
    paths.removeIf(each -> !each.endsWith(".xlsx") && !each.endsWith(".xlsm"));
    return paths;
  }

  private static void refresh(String path, Workbook book, List<Result> results) {
    for (Worksheet sheet : book.worksheets()) {
      for (PivotTable pivot : sheet.regions().pivots()) {
        results.add(refresh(path, book, sheet, pivot));
      }
    }
  }

  private static Result refresh(String path, Workbook book, Worksheet sheet, PivotTable pivot) {
    String name = sheet.name() + "!" + A1.print(pivot.area());
    try {
      Workbook after =
          book.apply(
                  new Edit.RefreshPivots(sheet.key(), Optional.of(pivot.id()), NOW),
                  Books.ENVIRONMENT)
              .workbook();
      Optional<String> difference = difference(book, after, sheet.key(), pivot.area());
      return new Result(
          path, name, difference.isEmpty() ? "equal" : "differs", difference.orElse(""));
    } catch (WorkbookFault.NotRefreshable | WorkbookFault.PivotOverlap refused) {
      return new Result(path, name, "refused", String.valueOf(refused.getMessage()));
    }
  }

  private static Optional<String> difference(Workbook before, Workbook after, int sheet, Area old) {
    Area now =
        after.worksheet(sheet).orElseThrow().regions().pivots().stream()
            .map(PivotTable::area)
            .filter(each ->
                each.firstRow() == old.firstRow() && each.firstColumn() == old.firstColumn())
            .findFirst()
            .orElseThrow();
    var differences = new ArrayList<String>();
    Area all = old.boundingBox(now);
    for (int row = all.firstRow(); row <= all.lastRow(); row++) {
      for (int column = all.firstColumn(); column <= all.lastColumn(); column++) {
        Scalar was = before.value(sheet, row, column);
        Scalar is = after.value(sheet, row, column);
        if (!isEqual(was, is)) {
          differences.add("%s: %s became %s".formatted(A1.cell(row, column), was, is));
        }
      }
    }
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(differences.size() + " cells; " + differences.getFirst());
  }

  /// Sums may differ in the last bit, as Excel adds up in another order.
  private static boolean isEqual(Scalar was, Scalar is) {
    return was instanceof NumberValue(double a) && is instanceof NumberValue(double b)
        ? Math.abs(a - b) <= 4 * Math.ulp(a)
        : was.equals(is);
  }

  @Test
  void refreshAfterAnEditGivesWhatTheSourceHoldsAndTheFileOpensEverywhere() throws IOException {
    int checked = 0;
    for (String path : paths()) {
      byte[] bytes = Corpus.file(path);
      if (!hasPivotTables(bytes)) {
        continue;
      }
      XlsxFile file;
      try {
        file = Books.open(bytes);
      } catch (RuntimeException unreadable) {
        continue;
      }
      for (Worksheet sheet : file.workbook().worksheets()) {
        for (PivotTable pivot : sheet.regions().pivots()) {
          if (refresh(path, file.workbook(), sheet, pivot).outcome.equals("equal")
              && !pivot.data().isEmpty()) {
            edited(path, file, sheet, pivot);
            checked++;
          }
        }
      }
    }
    assertTrue(checked >= 15, "only " + checked);
  }

  /// Changes the numbers of the first data field and the text of the first axis field in one row.
  private static void edited(String path, XlsxFile file, Worksheet sheet, PivotTable pivot)
      throws IOException {
    Workbook book = file.workbook();
    var source = NaivePivot.source(book, pivot);
    Workbook changed = book;
    int row = source.area().firstRow() + 1;
    int data = source.area().firstColumn() + pivot.data().getFirst().field();
    changed = Books.number(changed, source.sheet(), A1.cell(row, data), 1234.5);
    int axis = pivot.rows().fields().isEmpty() ? -1 : pivot.rows().fields().getFirst();
    if (axis >= 0) {
      changed =
          Books.text(
              changed,
              source.sheet(),
              A1.cell(row + 1, source.area().firstColumn() + axis),
              "Quire");
    }
    Workbook after;
    try {
      after =
          Books.apply(changed, new Edit.RefreshPivots(sheet.key(), Optional.of(pivot.id()), NOW));
    } catch (WorkbookFault.PivotOverlap noRoom) {
      return;
    }
    assertEquals(List.of(), NaivePivot.differences(after, sheet.key(), pivot.id()), path);
    XlsxFile.Saved saved = file.save(after, NOW);
    assertEquals(List.of(), Lint.introduced(file.bytes(), saved.bytes()), path);
    XlsxFile again = Books.open(saved.bytes());
    Worksheet same = again.workbook().worksheets().get(after.position(sheet.key()));
    Result second =
        same.regions().pivots().stream()
            .filter(each -> each.id().equals(pivot.id()))
            .map(each -> refresh(path, again.workbook(), same, each))
            .findFirst()
            .orElseThrow();
    assertEquals("equal", second.outcome, () -> path + " " + second.detail);
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(saved.bytes()))) {
      assertTrue(!poi.getPivotTables().isEmpty());
      var definition =
          poi.getPivotTables().stream()
              .filter(each -> each.getCTPivotTableDefinition().getName().equals(pivot.name()))
              .map(each -> each.getPivotCacheDefinition().getCTPivotCacheDefinition())
              .toList();
      assertTrue(
          definition.stream()
              .anyMatch(each -> Math.abs(each.getRefreshedDate() - 46146.424444444445) < 1e-6),
          path);
    }
  }

  private static void print(List<Result> results) {
    for (Result each : results) {
      System.out.println(String.join("\t", each.outcome, each.file, each.pivot, each.detail));
    }
    var counts = new TreeMap<String, Integer>();
    results.forEach(each -> counts.merge(each.outcome, 1, Integer::sum));
    System.out.println(results.size() + " pivot tables: " + counts);
  }
}
