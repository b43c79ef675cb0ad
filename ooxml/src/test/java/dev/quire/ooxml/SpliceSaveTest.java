package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.ref.A1;
import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.zip.ZipArchive;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.Edit;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorksheetKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Few cells of a large sheet change: what is saved is the same as when the whole sheet is written,
/// but most of it is not compressed anew.
class SpliceSaveTest {
  private static final int ROWS = 40_000;
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final byte[] LARGE = large(true);

  /// @param isTold whether rows tell their number
  private static byte[] large(boolean isTold) {
    var random = new Random(5);
    var rows = new StringBuilder();
    for (int row = 1; row <= ROWS; row++) {
      rows.append(isTold ? "<row r=\"%d\">".formatted(row * 2) : "<row>");
      for (int column = 0; column < 4; column++) {
        String cell = A1.cell(row * 2 - 1, column);
        rows.append(
            "<c%s><v>%s</v></c>"
                .formatted(isTold ? " r=\"" + cell + "\"" : "", random.nextDouble()));
      }
      rows.append("</row>");
    }
    return new TestPackage()
        .sheetPart(
            "Large",
            "<worksheet xmlns=\"%s\"><dimension ref=\"A2:D%d\"/><sheetData>%s</sheetData></worksheet>"
                .formatted(TestPackage.MAIN, ROWS * 2, rows))
        .sheet("Small", "<row r=\"1\"><c r=\"A1\"><f>Large!A2*2</f></c></row>")
        .bytes();
  }

  @Property(tries = 8)
  void savedFileIsTheSameAsWhenAllOfTheSheetIsWritten(@ForAll long seed) {
    var random = new Random(seed);
    XlsxFile file = Books.open(LARGE);
    for (int time = 0; time < 3; time++) {
      Workbook book = changed(file.workbook(), random);
      byte[] whole = file.save(book, Books.NOW, FilePlace.HEAP, false).bytes();
      FilePlace place = time == 0 ? SpliceSaveTest::besideTheHeap : FilePlace.HEAP;
      XlsxFile.Saved saved = file.save(book, Books.NOW, place);
      assertSameContents(whole, saved.bytes());
      // A formula that goes may be one that others share, for which all of them are looked at.
      assertTrue(time > 0 || sharesMost(file.bytes(), saved.bytes()));
      file = saved.file();
    }
    assertEquals(
        file.workbook().usedArea(0, true), Books.open(file.bytes()).workbook().usedArea(0, true));
  }

  private static Workbook changed(Workbook book, Random random) {
    Workbook changed = book;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int row = random.nextInt(ROWS * 2 + 10);
      String address = A1.cell(row, random.nextInt(6));
      changed =
          switch (random.nextInt(4)) {
            case 0 -> Books.number(changed, 0, address, random.nextInt());
            case 1 -> Books.text(changed, 0, address, "text " + random.nextInt(3));
            case 2 -> Books.formula(changed, 0, address, "F1+" + random.nextInt(9));
            default -> Books.format(changed, 0, address, "0.0" + "0".repeat(random.nextInt(3)));
          };
    }
    return changed;
  }

  @Test
  void rowsBeforeTheFirstAndBehindTheLastAreAdded() {
    XlsxFile file = Books.open(LARGE);
    Workbook book = Books.number(file.workbook(), 0, "B1", 1);
    book = Books.number(book, 0, "C" + (ROWS * 2 + 5), 2);
    XlsxFile.Saved saved = file.save(book, Books.NOW);
    assertSameContents(file.save(book, Books.NOW, FilePlace.HEAP, false).bytes(), saved.bytes());
    String sheet = Parts.text(saved.bytes(), SHEET);
    assertTrue(sheet.contains("<dimension ref=\"A1:D" + (ROWS * 2 + 5) + "\"/>"));
    assertTrue(sheet.contains("<sheetData><row r=\"1\"><c r=\"B1\">"));
  }

  @Test
  void appendingAgainAndAgainStaysCheap() {
    XlsxFile file = Books.open(LARGE);
    int last = ROWS * 2;
    for (int time = 0; time < 4; time++) {
      Workbook book = file.workbook();
      for (int row = 0; row < 1_000; row++) {
        book = Books.number(book, 0, "A" + ++last, row + 0.125);
      }
      XlsxFile.Saved saved = file.save(book, Books.NOW);
      assertTrue(sharesMost(file.bytes(), saved.bytes()));
      file = saved.file();
    }
    Workbook again = Books.open(file.bytes()).workbook();
    assertEquals(new NumberValue(999.125), Books.value(again, 0, "A" + last));
  }

  @Test
  void otherReadersReadIt() throws IOException {
    XlsxFile file = Books.open(LARGE);
    byte[] saved =
        file.save(Books.number(file.workbook(), 0, "B20000", 4711.25), Books.NOW).bytes();
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
      assertEquals(4711.25, poi.getSheetAt(0).getRow(19_999).getCell(1).getNumericCellValue());
    }
  }

  @Test
  void rowsThatDoNotTellTheirNumberAreWrittenAsAWhole() {
    byte[] bytes = large(false);
    XlsxFile file = Books.open(bytes);
    Workbook book = Books.number(file.workbook(), 0, "B700", 4711.25);
    byte[] saved = file.save(book, Books.NOW).bytes();
    assertArrayEquals(file.save(book, Books.NOW, FilePlace.HEAP, false).bytes(), saved);
    assertEquals(new NumberValue(4711.25), Books.value(Books.open(saved).workbook(), 0, "B700"));
  }

  @Test
  void changesOfMoreThanRowsAreWrittenAsAWhole() {
    XlsxFile file = Books.open(LARGE);
    Workbook merged =
        Books.apply(
            file.workbook(), new Edit.MergeCells(0, A1.parse("A1:B2").orElseThrow(), false));
    assertNotEquals(file.bytes(), file.save(merged, Books.NOW).bytes());
    assertArrayEquals(
        file.save(merged, Books.NOW, FilePlace.HEAP, false).bytes(),
        file.save(merged, Books.NOW).bytes());
  }

  @TestFactory
  Iterable<DynamicTest> sheetsOfOthersAreTheSameAsWhenAllOfThemIsWritten() {
    return Corpus.table("fidelity.tsv").stream()
        .filter(row -> !row[3].contains("encrypted") && !row[3].contains("hostile"))
        .filter(row -> Corpus.file(row[0]).length > 1 << 18)
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(Corpus.file(row[0]))))
        .toList();
  }

  private static void check(byte[] bytes) {
    XlsxFile file = Books.open(bytes);
    var random = new Random(1);
    Workbook book = file.workbook();
    for (var sheet : book.worksheets()) {
      if (sheet.protection().isEmpty()) {
        int rows = Math.max(1, book.usedArea(sheet.key(), false).lastRow());
        for (int cell : IntStream.range(0, 2).toArray()) {
          book = Books.number(book, sheet.key(), A1.cell(random.nextInt(rows), 200 + cell), 4711);
        }
      }
    }
    assertSameContents(
        file.save(book, Books.NOW, FilePlace.HEAP, false).bytes(),
        file.save(book, Books.NOW).bytes());
  }

  private static void assertSameContents(byte[] expected, byte[] actual) {
    var all = Parts.of(expected);
    var found = Parts.of(actual);
    assertEquals(List.copyOf(all.keySet()), List.copyOf(found.keySet()));
    all.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  /// Whether the packed sheet still has bytes of before: whatever is packed anew is so otherwise.
  @Test
  void fileBesideTheHeapIsReadAndSavedAsOneOnIt() {
    XlsxFile on = Books.open(LARGE);
    XlsxFile beside =
        XlsxFile.open(
            besideTheHeap(LARGE),
            Optional.empty(),
            XlsxLimits.DEFAULT,
            Books.ENVIRONMENT,
            WorksheetKeys.FRESH,
            SheetReading.AT_ONCE);
    assertFalse(beside.isOnHeap());
    assertEquals(LARGE.length, beside.size());
    assertArrayEquals(LARGE, beside.save(beside.workbook(), Books.NOW).bytes());
    byte[] wanted = on.save(Books.number(on.workbook(), 0, "B77", 7), Books.NOW).bytes();
    byte[] saved = beside.save(Books.number(beside.workbook(), 0, "B77", 7), Books.NOW).bytes();
    assertArrayEquals(wanted, saved);
    assertEquals(List.of(), FileDifference.of(on, beside, XlsxLimits.DEFAULT).rewritten());
  }

  @Test
  void savedFileLiesWhereItIsPutAndIsTheSameThere() {
    XlsxFile file = Books.open(LARGE);
    Workbook book = Books.number(file.workbook(), 0, "B77", 7);
    XlsxFile.Saved beside = file.save(book, Books.NOW, SpliceSaveTest::besideTheHeap);
    assertFalse(beside.file().isOnHeap());
    assertEquals(file.save(book, Books.NOW).file().content(), beside.file().content());
  }

  /// What was compressed before is handed on where it lies.
  @Test
  void savingALargeFileTakesLittleHeap() {
    XlsxFile file = Books.open(LARGE);
    Workbook book = Books.number(file.workbook(), 0, "B77", 7);
    var onHeap = new long[1];
    file.save(
        book,
        Books.NOW,
        pieces -> {
          byte[] source = file.content().array();
          onHeap[0] =
              pieces.stream()
                  .filter(piece -> piece.array() != source)
                  .mapToLong(ByteBuffer::limit)
                  .sum();
          return FilePlace.HEAP.join(pieces);
        });
    assertTrue(onHeap[0] < LARGE.length / 10, onHeap[0] + " of " + LARGE.length);
  }

  private static ByteBuffer besideTheHeap(byte[] bytes) {
    return besideTheHeap(List.of(ByteBuffer.wrap(bytes)));
  }

  private static ByteBuffer besideTheHeap(List<ByteBuffer> pieces) {
    int size = pieces.stream().mapToInt(ByteBuffer::limit).sum();
    ByteBuffer beside = ByteBuffer.allocateDirect(size);
    pieces.forEach(beside::put);
    return beside.flip();
  }

  private static boolean sharesMost(byte[] before, byte[] after) {
    byte[] old = packed(before);
    String now = new String(packed(after), StandardCharsets.ISO_8859_1);
    return IntStream.rangeClosed(1, 3)
        .map(quarter -> old.length / 4 * quarter)
        .mapToObj(at -> new String(old, at, 64, StandardCharsets.ISO_8859_1))
        .anyMatch(now::contains);
  }

  private static byte[] packed(byte[] file) {
    ZipArchive archive = ZipArchive.read(ByteBuffer.wrap(file), XlsxLimits.DEFAULT);
    ZipEntry entry = archive.find(SHEET).orElseThrow();
    return Arrays.copyOfRange(file, entry.offset(), entry.offset() + entry.storedBytes());
  }
}
