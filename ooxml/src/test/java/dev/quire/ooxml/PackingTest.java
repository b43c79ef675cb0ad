package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.engine.value.NumberValue;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.Workbook;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackingTest {
  @Test
  void fileThatGrewBeyondItsLimitByQuickPackingIsPackedHard() {
    String rows =
        IntStream.rangeClosed(1, 5_000)
            .mapToObj(
                row -> "<row r=\"%d\"><c r=\"A%d\"><v>%d.5</v></c></row>".formatted(row, row, row))
            .collect(Collectors.joining());
    byte[] bytes = TestPackage.rows(rows).bytes();
    XlsxFile free = Books.open(bytes);
    Workbook changed = Books.number(free.workbook(), 0, "A1", 7);
    int quick = free.save(changed, Books.NOW).bytes().length;
    XlsxFile file = XlsxFile.open(bytes, limited(quick - 1), Books.ENVIRONMENT);
    byte[] saved = file.save(Books.number(file.workbook(), 0, "A1", 7), Books.NOW).bytes();
    assertTrue(saved.length < quick, () -> saved.length + " of " + quick);
    assertEquals(new NumberValue(7), Books.value(Books.open(saved).workbook(), 0, "A1"));
  }

  private static XlsxLimits limited(long fileBytes) {
    XlsxLimits usual = XlsxLimits.DEFAULT;
    return new XlsxLimits(
        fileBytes,
        usual.entries(),
        usual.nameBytes(),
        usual.partBytes(),
        usual.packageBytes(),
        usual.packageRatio(),
        usual.packageFloorBytes(),
        usual.depth(),
        usual.attributes(),
        usual.tokenBytes(),
        usual.treeBytes(),
        usual.treeElements(),
        usual.modelBytes(),
        usual.styles(),
        usual.names(),
        usual.deflateLevel(),
        usual.readingTime());
  }
}
