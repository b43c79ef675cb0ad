package dev.quire.ooxml.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.zip.Splice.Replacement;
import dev.quire.ooxml.zip.Splice.Spliced;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Changes here and there in compressed contents, read back by the JDK.
class SpliceProperties {
  private static final String NAME = "part";

  @Property(tries = 30)
  void changedContentIsWhatItShouldBe(@ForAll long seed) throws IOException, DataFormatException {
    var random = new Random(seed);
    byte[] content = Deflated.content(random, 1 + random.nextInt(6_000_000));
    ZipArchive archive = archive(content, Deflated.pack(random, content));
    DeflateIndex index = index(archive);
    for (int time = 0; time < 3; time++) {
      List<Replacement> changes = changes(random, content.length);
      content = changed(content, changes);
      Spliced spliced = splice(archive, index, changes);
      archive = archive(spliced);
      index = spliced.index();
      assertTrue(spliced.holds(archive));
      assertArrayEquals(content, unpacked(archive));
      assertEquals(Crc.of(content, 0, content.length), entry(archive).crc());
      assertEquals(content.length, entry(archive).bytes());
      assertEquals(content.length, index.bytes());
      assertEachPlaceLeadsToTheEnd(archive, index, content);
    }
  }

  @Test
  void whatFollowsAChangeBeginsAtEachBitOfAByte() throws IOException, DataFormatException {
    var random = new Random(8);
    var phases = new BitSet();
    while (phases.cardinality() < 8) {
      byte[] content = Deflated.content(random, 800_000);
      ZipArchive archive = archive(content, Deflated.pack(random, content));
      long at = random.nextInt(content.length - 1);
      var stretch = stretch(archive, at);
      var change = new Replacement(at, at + 1, new byte[] {1, 2, 3});
      ZipArchive now = archive(splice(archive, index(archive), List.of(change)));
      assertArrayEquals(changed(content, List.of(change)), unpacked(now));
      if (!stretch.endsAll()) {
        phases.set((int) stretch.endBit() & 7);
      }
    }
  }

  private static Stretch stretch(ZipArchive archive, long at) throws IOException {
    try {
      return new Stretch(archive.bytes(), entry(archive), index(archive), at, at + 1);
    } catch (Inflate.Damaged e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void seamThatDoesNotHoldIsNoticed() throws IOException {
    var random = new Random(3);
    byte[] content = new byte[500_000];
    random.nextBytes(content);
    for (int at = 0; at < content.length; at++) {
      content[at] &= 15;
    }
    ZipArchive archive = archive(content, Deflated.pack(new Random(2), content));
    var change = new Replacement(200_000, 200_010, new byte[] {7});
    Spliced spliced = splice(archive, index(archive), List.of(change));
    ZipArchive now = archive(spliced);
    assertTrue(spliced.holds(now));
    ZipEntry entry = entry(now);
    int at = entry.offset() + entry.storedBytes() * 2 / 5;
    now.bytes().put(at, (byte) (now.bytes().get(at) ^ 4));
    assertEquals(false, spliced.holds(now));
  }

  private static void assertEachPlaceLeadsToTheEnd(
      ZipArchive archive, DeflateIndex index, byte[] content) {
    int crc = Crc.of(content, 0, content.length);
    for (DeflateIndex.Place each : index.places()) {
      assertEquals(Crc.of(content, 0, (int) each.offset()), each.crc());
      assertTrue(
          index.leadsTo(archive.bytes(), entry(archive), each.offset(), content.length, crc));
    }
  }

  private static List<Replacement> changes(Random random, int length) {
    var changes = new ArrayList<Replacement>();
    int at = random.nextInt(length);
    for (int i = random.nextInt(5); i >= 0 && at < length; i--) {
      int to = Math.min(length, at + random.nextInt(random.nextInt(1, 50_000)));
      var bytes = new byte[random.nextInt(random.nextInt(1, 50_000))];
      random.nextBytes(bytes);
      changes.add(new Replacement(at, to, bytes));
      at = to + 1 + random.nextInt(length);
    }
    return changes;
  }

  private static byte[] changed(byte[] content, List<Replacement> changes) {
    var changed = new ByteArrayOutputStream();
    int at = 0;
    for (Replacement each : changes) {
      changed.write(content, at, (int) each.from() - at);
      changed.writeBytes(each.bytes());
      at = (int) each.to();
    }
    changed.write(content, at, content.length - at);
    return changed.toByteArray();
  }

  private static Spliced splice(ZipArchive archive, DeflateIndex index, List<Replacement> changes) {
    List<long[]> ranges =
        changes.stream().map(each -> new long[] {each.from(), each.to()}).toList();
    return Splice.at(archive, entry(archive), index, ranges).orElseThrow().apply(changes);
  }

  private static ZipArchive archive(byte[] content, byte[] packed) {
    var entry =
        new ZipEntry(
            NAME,
            ZipEntry.DEFLATED,
            0,
            0,
            Crc.of(content, 0, content.length),
            0,
            packed.length,
            content.length);
    var pieces = List.of(new BitOutput.Piece(ByteBuffer.wrap(packed), 0, packed.length));
    return archive(new PackedEntry(entry, pieces));
  }

  private static ZipArchive archive(Spliced spliced) {
    return archive(spliced.entry());
  }

  private static ZipArchive archive(PackedEntry entry) {
    var writer = new ZipWriter();
    writer.add(entry);
    return ZipArchive.read(Deflated.besideTheHeap(writer.finish()), XlsxLimits.DEFAULT);
  }

  private static ZipEntry entry(ZipArchive archive) {
    return archive.find(NAME).orElseThrow();
  }

  private static DeflateIndex index(ZipArchive archive) throws IOException {
    try (IndexedStream in =
        archive.openIndexed(entry(archive), new Budget("bytes", Long.MAX_VALUE))) {
      in.readAllBytes();
      return in.index().orElseThrow();
    }
  }

  private static byte[] unpacked(ZipArchive archive) throws DataFormatException {
    ZipEntry entry = entry(archive);
    int end = entry.offset() + entry.storedBytes();
    return Deflated.unpack(Arrays.copyOfRange(archive.array(), entry.offset(), end));
  }
}
