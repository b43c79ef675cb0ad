package dev.quire.bench.files;

import dev.quire.engine.numfmt.FormatContext;
import dev.quire.engine.numfmt.NumberFormat;
import dev.quire.engine.numfmt.NumberFormats;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.store.Aside;
import dev.quire.store.FolderDrive;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorksheetKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.IOUtils;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Does one piece of work in a process of its own, several times, and prints a line with what it
/// took: [FileTimes].
final class FileTask {
  private static final List<String> CODES =
      List.of("General", "#,##0.00", "0.0%", "yyyy-mm-dd hh:mm", "0.00E+00", "#,##0;[Red](#,##0)");
  private static final int FORMATS = 1_000_000;

  private FileTask() {}

  /// A piece of work.
  @FunctionalInterface
  interface Work {
    Object run() throws IOException;
  }

  /// What is measured: each gives, unmeasured, the work that is.
  private enum Task {
    QUIRE_LOAD(asServed(bytes -> () -> quire(bytes, SheetReading.AT_ONCE))),
    QUIRE_LOAD_TWO(asServed(bytes -> () -> quire(bytes, threads()))),
    QUIRE_RANGE(asServed(bytes -> () -> ranges(bytes))),
    QUIRE_SAVE(asServed(FileTask::quireSave)),
    QUIRE_INSERT(asServed(FileTask::quireInsert)),
    QUIRE_FORMAT(_ -> FileTask::quireFormat),
    POI_LOAD(onHeap(bytes -> () -> poi(bytes))),
    POI_SAVE(onHeap(FileTask::poiSave)),
    POI_INSERT(onHeap(FileTask::poiInsert)),
    POI_FORMAT(_ -> FileTask::poiFormat),
    FASTEXCEL_LOAD(onHeap(bytes -> () -> fastexcel(bytes)));

    private final Preparation preparation;

    Task(Preparation preparation) {
      this.preparation = preparation;
    }
  }

  /// What is done before, unmeasured.
  @FunctionalInterface
  private interface Preparation {
    Work of(Path file) throws IOException;
  }

  /// The same for a file that was read.
  @FunctionalInterface
  private interface Reading<T> {
    Work of(T bytes) throws IOException;
  }

  /// The file as a drive hands it to a session.
  private static Preparation asServed(Reading<ByteBuffer> reading) {
    return file -> {
      Path folder = file.toAbsolutePath().getParent();
      FolderDrive drive = FolderDrive.open(folder, Files.createTempDirectory("quire-bench"));
      String id = drive.findByPath(file.getFileName().toString()).orElseThrow().id();
      return reading.of(drive.snapshot(id).bytes());
    };
  }

  private static Preparation onHeap(Reading<byte[]> reading) {
    return file -> reading.of(Files.readAllBytes(file));
  }

  /// Prints the line.
  ///
  /// @param args name of a task, a file, a number of rounds
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException {
    var task = Task.valueOf(args[0]);
    Path file = Path.of(args[1]);
    var times = new FileTimes.Measuring();
    for (int round = 0; round < Integer.parseInt(args[2]); round++) {
      times.round(task.preparation.of(file));
    }
    System.out.println(times.result());
    System.exit(0);
  }

  private static SheetReading threads() {
    return new SheetReading(workers(), 2, Long.MAX_VALUE);
  }

  private static SheetReading late() {
    return new SheetReading(workers(), 2, 1 << 20);
  }

  private static ExecutorService workers() {
    return Executors.newVirtualThreadPerTaskExecutor();
  }

  private static XlsxFile quire(ByteBuffer bytes, SheetReading how) {
    return XlsxFile.open(
        bytes,
        Optional.empty(),
        XlsxLimits.DEFAULT,
        CalculationEnvironment.TIMELESS,
        WorksheetKeys.FRESH,
        how);
  }

  /// Often enough for the clock of this machine.
  private static Object ranges(ByteBuffer bytes) {
    Object last = bytes;
    for (int time = 0; time < 20; time++) {
      last = read(quire(bytes, late()).workbook());
    }
    return last;
  }

  /// A range of a sheet in the middle.
  private static Object read(Workbook book) {
    int sheet = book.tabs().get(book.tabs().size() / 2).key();
    var text = new StringBuilder();
    for (int row = 0; row < 100; row++) {
      for (int column = 0; column < 10; column++) {
        text.append(book.text(sheet, row, column));
      }
    }
    return text;
  }

  private static Work quireSave(ByteBuffer bytes) {
    XlsxFile file = quire(bytes, SheetReading.AT_ONCE);
    Workbook book = file.workbook();
    CellGrid<Entry> value = CellGrid.filled(new Entry.Constant(new NumberValue(4711.25)));
    int row = book.usedArea(0, true).lastRow() / 2;
    var edit = new Edit.WriteCells(0, Area.cell(row, 2), Optional.empty(), Optional.of(value));
    Workbook changed = book.apply(edit, CalculationEnvironment.TIMELESS).workbook();
    return () -> file.save(changed, Instant.EPOCH, Aside::join);
  }

  private static Work quireInsert(ByteBuffer bytes) {
    XlsxFile file = quire(bytes, SheetReading.AT_ONCE);
    int row = file.workbook().usedArea(0, true).lastRow() / 2;
    var edit =
        new Edit.InsertCells(0, new Area(row, 0, row + 9, Grid.COLUMNS - 1), InsertShift.DOWN);
    return () ->
        file.save(
            file.workbook().apply(edit, CalculationEnvironment.TIMELESS).workbook(), Instant.EPOCH);
  }

  private static Object quireFormat() {
    var formats = new NumberFormats();
    List<NumberFormat> compiled = CODES.stream().map(formats::format).toList();
    long length = 0;
    for (int at = 0; at < FORMATS; at++) {
      NumberFormat format = compiled.get(at % compiled.size());
      length += format.format(new NumberValue(at * 1.37), FormatContext.EN_US).length();
    }
    return length;
  }

  private static XSSFWorkbook poi(byte[] bytes) throws IOException {
    // Beyond 100 MB it asks to be told that this is meant.
    IOUtils.setByteArrayMaxOverride(Integer.MAX_VALUE);
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  private static Work poiSave(byte[] bytes) throws IOException {
    XSSFWorkbook book = poi(bytes);
    XSSFSheet sheet = book.getSheetAt(0);
    sheet.getRow(sheet.getLastRowNum() / 2).getCell(2).setCellValue(4711.25);
    return () -> written(book);
  }

  private static Work poiInsert(byte[] bytes) throws IOException {
    XSSFWorkbook book = poi(bytes);
    XSSFSheet sheet = book.getSheetAt(0);
    return () -> {
      sheet.shiftRows(sheet.getLastRowNum() / 2, sheet.getLastRowNum(), 10);
      return written(book);
    };
  }

  private static Object written(XSSFWorkbook book) throws IOException {
    var out = new ByteArrayOutputStream();
    book.write(out);
    return out;
  }

  private static Object poiFormat() {
    var formatter = new DataFormatter(Locale.ROOT);
    long length = 0;
    for (int at = 0; at < FORMATS / 10; at++) {
      String code = CODES.get(at % CODES.size());
      length += formatter.formatRawCellContents(at * 1.37, -1, code).length();
    }
    return length;
  }

  /// Reads every value and keeps none.
  private static Object fastexcel(byte[] bytes) throws IOException {
    long[] cells = new long[1];
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      for (var sheet : book.getSheets().toList()) {
        try (Stream<Row> rows = sheet.openStream()) {
          rows.forEach(row -> {
            for (Cell cell : row) {
              cells[0] += cell == null || cell.getValue() == null ? 0 : 1;
            }
          });
        }
      }
    }
    return cells;
  }
}
