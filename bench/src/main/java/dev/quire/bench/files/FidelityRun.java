package dev.quire.bench.files;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.FileDifference;
import dev.quire.ooxml.SaveReport;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.Worksheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// `./quire fidelity [--corpus=DIR]`: opens each workbook of a corpus, saves it unchanged, changes
/// one cell and saves it again, and prints how many files keep everything else: files, passed,
/// reasons.
public final class FidelityRun {
  private static final double MARK = 4711.25;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  /// What is asked of each file, in the order of the table.
  private enum Check {
    OPENS("opens, or says why not"),
    SAME("saved unchanged: the same bytes"),
    ONLY("one cell changed: only the entries that had to differ"),
    BACK("the value is read back"),
    OTHER("the value is read back by another reader, if it could read the file before");

    private final String words;

    Check(String words) {
      this.words = words;
    }
  }

  private final Map<Check, Integer> passed = new LinkedHashMap<>();
  private final Map<Check, Integer> asked = new LinkedHashMap<>();
  private final List<String> reasons = new ArrayList<>();

  private FidelityRun() {}

  /// Prints the table.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException {
    String folder = args.length > 0 ? args[0].replaceFirst("^--corpus=", "") : "../shared/corpus";
    Path corpus = Path.of(folder);
    Path list = corpus.resolve("fidelity.tsv");
    if (!Files.exists(list)) {
      System.out.println("No corpus in " + corpus.toAbsolutePath().normalize() + ".");
      return;
    }
    var run = new FidelityRun();
    for (String line : Files.readAllLines(list).subList(1, Files.readAllLines(list).size())) {
      String path = line.split("\t")[0];
      run.file(path, Files.readAllBytes(corpus.resolve(path)));
    }
    run.print(System.out);
  }

  private void file(String path, byte[] bytes) {
    try {
      XlsxFile file = XlsxFile.open(bytes, XlsxLimits.DEFAULT, CalculationEnvironment.TIMELESS);
      note(Check.OPENS, true, path);
      note(Check.SAME, file.save(file.workbook(), NOW).bytes() == bytes, path);
      change(path, bytes, file);
    } catch (XlsxFault refused) {
      note(Check.OPENS, true, path);
      reasons.add("not opened: " + path + ": " + refused.getMessage());
    } catch (WorkbookFault refused) {
      note(Check.OPENS, false, path + ": " + refused.getMessage());
    }
  }

  private void change(String path, byte[] bytes, XlsxFile file) {
    Workbook book = file.workbook();
    Optional<Worksheet> open =
        book.worksheets().stream().filter(each -> each.protection().isEmpty()).findFirst();
    if (open.isEmpty()) {
      reasons.add("not changed: " + path + ": all worksheets are protected");
      return;
    }
    Worksheet sheet = open.get();
    int row = Math.min(book.usedArea(sheet.key(), false).lastRow() + 2, Grid.ROWS - 1);
    CellGrid<Entry> mark = CellGrid.filled(new Entry.Constant(new NumberValue(MARK)));
    var edit =
        new Edit.WriteCells(sheet.key(), Area.cell(row, 1), Optional.empty(), Optional.of(mark));
    Workbook changed = book.apply(edit, CalculationEnvironment.TIMELESS).workbook();
    XlsxFile.Saved saved = file.save(changed, NOW);
    XlsxFile again =
        XlsxFile.open(saved.bytes(), XlsxLimits.DEFAULT, CalculationEnvironment.TIMELESS);
    note(Check.ONLY, isOnly(FileDifference.of(file, again, XlsxLimits.DEFAULT), saved), path);
    int key = again.workbook().findWorksheet(sheet.name()).orElseThrow().key();
    note(Check.BACK, again.workbook().value(key, row, 1).equals(new NumberValue(MARK)), path);
    if (isReadable(bytes)) {
      note(Check.OTHER, isMarked(saved.bytes(), sheet.name(), row), path);
    }
  }

  private static boolean isOnly(FileDifference difference, XlsxFile.Saved saved) {
    SaveReport report = saved.report();
    return new TreeSet<>(difference.rewritten()).equals(new TreeSet<>(report.rewritten()))
        && new TreeSet<>(difference.removed()).equals(new TreeSet<>(report.removed()))
        && difference.rewritten().stream()
            .allMatch(part -> part.contains("sheet") || isAllowed(part));
  }

  /// The list of parts goes along when the chain of calculation or a signature goes.
  private static boolean isAllowed(String part) {
    return part.contains("docProps/")
        || part.contains("core-properties/")
        || part.contains("sharedStrings")
        || part.equals("[Content_Types].xml")
        || part.endsWith(".rels");
  }

  private static boolean isReadable(byte[] bytes) {
    try (var other = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      return other.getNumberOfSheets() > 0;
    } catch (IOException | RuntimeException no) {
      return false;
    }
  }

  private static boolean isMarked(byte[] bytes, String sheet, int row) {
    try (var other = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      return other.getSheet(sheet).getRow(row).getCell(1).getNumericCellValue() == MARK;
    } catch (IOException | RuntimeException no) {
      return false;
    }
  }

  private void note(Check check, boolean good, String path) {
    asked.merge(check, 1, Integer::sum);
    passed.merge(check, good ? 1 : 0, Integer::sum);
    if (!good) {
      reasons.add(check.words + ": " + path);
    }
  }

  private void print(PrintStream out) {
    out.printf("%8s %8s%n", "files", "passed");
    for (Check each : Check.values()) {
      out.printf(
          "%8d %8d  %s%n", asked.getOrDefault(each, 0), passed.getOrDefault(each, 0), each.words);
    }
    reasons.forEach(each -> out.println("  " + each));
  }
}
