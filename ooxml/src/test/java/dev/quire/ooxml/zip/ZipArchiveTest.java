package dev.quire.ooxml.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.FileKind;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ZipArchiveTest {
  private static byte[] zip(String... namesAndTexts) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new java.util.zip.ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static ZipArchive read(byte[] bytes) {
    return ZipArchive.read(ByteBuffer.wrap(bytes), XlsxLimits.DEFAULT);
  }

  private static String text(ZipArchive archive, String name) throws IOException {
    ZipEntry entry = archive.find(name).orElseThrow();
    try (var in = archive.open(entry, new Budget("bytes", 1 << 20))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void entriesWithDataDescriptorsAreRead() throws IOException {
    ZipArchive archive = read(zip("a/b.xml", "text", "c", ""));
    assertEquals("text", text(archive, "A/B.XML"));
    assertEquals("", text(archive, "c"));
  }

  @Test
  void backslashesAndLeadingSlashesAreNormalised() throws IOException {
    assertEquals("x", text(read(zip("\\xl\\a.xml", "x")), "xl/a.xml"));
  }

  @Test
  void namesThatDifferInCaseAreRefused() throws IOException {
    byte[] bytes = zip("a.xml", "x", "A.xml", "y");
    assertThrows(XlsxFault.Hostile.class, () -> read(bytes));
  }

  @Test
  void aLocalHeaderWithAnotherNameIsRefused() throws IOException {
    byte[] bytes = zip("a.xml", "x");
    bytes[30] = 'b';
    assertThrows(XlsxFault.Hostile.class, () -> read(bytes));
  }

  @Test
  void overlappingEntriesAreRefused() throws IOException {
    byte[] bytes = zip("a.xml", "same", "b.xml", "same");
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    int second = all.lastIndexOf("PK\1\2");
    int first = all.indexOf("PK\1\2");
    System.arraycopy(bytes, first + 42, bytes, second + 42, 4);
    System.arraycopy("a.xmk".getBytes(StandardCharsets.US_ASCII), 0, bytes, second + 46, 5);
    assertThrows(XlsxFault.Hostile.class, () -> read(bytes));
  }

  @Test
  void damagedDataAndWrongChecksumsAreNoticed() throws IOException {
    byte[] bytes = zip("a.xml", "some text that is compressed");
    ZipEntry entry = read(bytes).entries().getFirst();
    byte[] flipped = bytes.clone();
    flipped[entry.offset() + 5] ^= 0x55;
    assertThrows(XlsxFault.Damaged.class, () -> text(read(flipped), "a.xml"));
  }

  @Test
  void inflationIsCountedAndNotBelieved() throws IOException {
    byte[] bytes = zip("a.xml", "0".repeat(100_000));
    ZipArchive archive = read(bytes);
    ZipEntry entry = archive.entries().getFirst();
    var budget = new Budget("bytes when unpacked", 1_000);
    assertThrows(XlsxFault.TooLarge.class, () -> archive.verify(entry, budget));
  }

  @Test
  void whatIsNoZipIsNamed() {
    var kinds =
        Map.of("a,b\n1,2\n", FileKind.TEXT, "<html>", FileKind.MARKUP, "%PDF-1.4", FileKind.PDF);
    kinds.forEach((text, kind) -> {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      var fault = assertThrows(XlsxFault.NotWorkbook.class, () -> FileSniffer.requireZip(bytes));
      assertEquals(kind, fault.kind());
    });
  }

  @Test
  void copiesKeepTheirCompressedBytes() throws IOException {
    byte[] bytes = zip("ä.xml", "text".repeat(100), "b.xml", "more");
    ZipArchive source = read(bytes);
    var writer = new ZipWriter();
    source.entries().forEach(each -> writer.copy(source, each));
    writer.add(PackedEntry.of("n.xml", 9, out -> {}));
    ZipArchive copy = read(writer.finish());
    for (ZipEntry each : source.entries()) {
      ZipEntry other = copy.find(each.name()).orElseThrow();
      assertArrayEquals(
          Arrays.copyOfRange(bytes, each.offset(), each.offset() + each.storedBytes()),
          Arrays.copyOfRange(copy.array(), other.offset(), other.offset() + other.storedBytes()));
    }
    assertEquals("", text(copy, "n.xml"));
  }

  @Property(tries = 300)
  void damagedArchivesGiveFaultsAndNothingElse(@ForAll long seed) throws IOException {
    byte[] bytes = zip("a.xml", "some text", "b/c.xml", "0".repeat(500));
    var random = new Random(seed);
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    byte[] cut =
        Arrays.copyOf(bytes, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
    try {
      ZipArchive archive = read(cut);
      archive.entries().forEach(each -> archive.verify(each, new Budget("bytes", 1 << 20)));
      assertTrue(archive.entries().size() <= 2);
    } catch (XlsxFault fault) {
      assertTrue(fault.getMessage().length() > 5);
    }
  }
}
