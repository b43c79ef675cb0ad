package dev.quire.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The same work by Apache POI in the same run: open a workbook of a million cells, change one
/// input of two thousand formulas and calculate them, save. CPU time of the whole process, so that
/// what the machine does besides matters little.
public final class PeerBenchmark {
  private static final int ROUNDS = 3;

  private PeerBenchmark() {}

  /// Runs all measurements and prints them.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    byte[] bytes =
        Files.readAllBytes(LargeBook.write(Files.createTempFile("quire-bench", ".xlsx")));
    System.out.printf(
        "a file of %,d bytes with 1,000,000 numbers and 2,000 formulas%n", bytes.length);
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("round " + round);
      quire(bytes);
      poi(bytes);
    }
  }

  private static void quire(byte[] bytes) throws Exception {
    var environment =
        new CalculationEnvironment(
            InstantSource.system(), ZoneOffset.UTC, new SplittableRandom(1), Duration.ofMinutes(1));
    XlsxFile file = time("Quire open", () -> XlsxFile.open(bytes, XlsxLimits.DEFAULT, environment));
    Edit edit =
        new Edit.WriteCells(
            1,
            Area.cell(0, 0),
            Optional.empty(),
            Optional.of(CellGrid.filled(new Entry.Constant(new NumberValue(7)))));
    Workbook changed =
        time("Quire edit and calculate", () -> file.workbook().apply(edit, environment).workbook());
    time("Quire save", () -> file.save(changed, Instant.now()).bytes());
  }

  private static void poi(byte[] bytes) throws Exception {
    XSSFWorkbook book = time("POI open", () -> new XSSFWorkbook(new ByteArrayInputStream(bytes)));
    time("POI edit and calculate", () -> calculate(book));
    time("POI save", () -> save(book));
    book.close();
  }

  private static int calculate(XSSFWorkbook book) {
    Sheet model = book.getSheet("Model");
    model.getRow(0).getCell(0).setCellValue(7);
    FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
    int count = 0;
    for (Row row : model) {
      Cell formula = row.getCell(1);
      evaluator.evaluateFormulaCell(formula);
      count++;
    }
    return count;
  }

  private static byte[] save(XSSFWorkbook book) throws Exception {
    var out = new ByteArrayOutputStream();
    book.write(out);
    return out.toByteArray();
  }

  @SuppressWarnings("SystemOut")
  private static <T> T time(String what, Callable<T> work) throws Exception {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.gc();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    T result = work.call();
    System.out.printf(
        "  %-26s %8.1f ms CPU, %8.1f ms%n",
        what, (system.getProcessCpuTime() - cpu) / 1e6, (System.nanoTime() - wall) / 1e6);
    return result;
  }
}
