package dev.quire.bench.files;

import com.sun.management.OperatingSystemMXBean;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// `./quire bench files [ROWS]`: inserts ten rows in the middle of a sheet of numbers with a column
/// of formulas and saves it, beside Apache POI in the same run. Few rows unless said otherwise:
/// what POI takes grows with their square. CPU seconds of the process; the first round of each is
/// cold, the others warm.
public final class InsertBenchmark {
  private static final int COLUMNS = 10;
  private static final int ROUNDS = 3;

  private InsertBenchmark() {}

  /// A piece of work.
  @FunctionalInterface
  private interface Work {
    Object run() throws IOException;
  }

  /// Prints the table.
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    byte[] file = file(rows);
    System.out.printf("%,d rows x %d columns, %,d bytes%n", rows, COLUMNS + 1, file.length);
    System.out.printf("%-8s %8s %10s %10s%n", "", "open", "insert", "save");
    for (int round = 0; round < ROUNDS; round++) {
      quire(file, rows / 2);
    }
    for (int round = 0; round < ROUNDS - 1; round++) {
      poi(file, rows / 2);
    }
  }

  private static byte[] file(int rows) throws IOException {
    try (var book = new SXSSFWorkbook(100);
        var out = new ByteArrayOutputStream()) {
      var sheet = book.createSheet("Data");
      for (int row = 0; row < rows; row++) {
        var cells = sheet.createRow(row);
        for (int column = 0; column < COLUMNS; column++) {
          cells.createCell(column).setCellValue(row * 31.25 + column);
        }
        cells.createCell(COLUMNS).setCellFormula("A" + (row + 1) + "+B" + (row + 1));
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static void quire(byte[] bytes, int row) throws IOException {
    double[] seconds = new double[3];
    XlsxFile file =
        (XlsxFile)
            timed(
                seconds,
                0,
                () -> XlsxFile.open(bytes, XlsxLimits.DEFAULT, CalculationEnvironment.TIMELESS));
    var area = new Area(row, 0, row + 9, Grid.COLUMNS - 1);
    var edit =
        new Edit.InsertCells(file.workbook().worksheets().getFirst().key(), area, InsertShift.DOWN);
    Workbook changed =
        (Workbook)
            timed(
                seconds,
                1,
                () -> file.workbook().apply(edit, CalculationEnvironment.TIMELESS).workbook());
    timed(seconds, 2, () -> file.save(changed, Instant.EPOCH));
    print("quire", seconds);
  }

  private static void poi(byte[] bytes, int row) throws IOException {
    double[] seconds = new double[3];
    XSSFWorkbook book =
        (XSSFWorkbook) timed(seconds, 0, () -> new XSSFWorkbook(new ByteArrayInputStream(bytes)));
    XSSFSheet sheet = book.getSheetAt(0);
    timed(
        seconds,
        1,
        () -> {
          sheet.shiftRows(row, sheet.getLastRowNum(), 10);
          return sheet;
        });
    timed(
        seconds,
        2,
        () -> {
          var out = new ByteArrayOutputStream();
          book.write(out);
          return out;
        });
    print("poi", seconds);
  }

  private static Object timed(double[] seconds, int step, Work work) throws IOException {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long before = system.getProcessCpuTime();
    Object result = work.run();
    seconds[step] = (system.getProcessCpuTime() - before) / 1e9;
    return result;
  }

  @SuppressWarnings("SystemOut")
  private static void print(String who, double[] seconds) {
    System.out.printf("%-8s %8.2f %10.3f %10.2f%n", who, seconds[0], seconds[1], seconds[2]);
  }
}
