package dev.quire.ooxml.zip;

import dev.quire.ooxml.zip.DeflateIndex.Place;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;

/// Changes the content of an entry here and there and leaves its compressed bytes elsewhere as they
/// are, so that the cost follows the size of the change.
///
/// A stretch of blocks around each change is compressed anew. What follows is copied; where it
/// begins in the middle of a byte, blocks that say nothing lead there. Checksums follow from those
/// of the stretches by [Crc].
public final class Splice {
  private final ByteBuffer archive;
  private final ZipEntry entry;
  private final DeflateIndex index;
  private final List<Stretch> stretches = new ArrayList<>();

  /// A change of the content.
  ///
  /// @param from offset of the first byte to replace
  /// @param to offset behind the last one
  /// @param bytes what to put there
  public record Replacement(long from, long to, byte[] bytes) {}

  /// A changed entry.
  ///
  /// @param entry the entry with its compressed content
  /// @param index places in it
  /// @param seams what was compressed anew
  public record Spliced(PackedEntry entry, DeflateIndex index, List<Seam> seams) {
    /// Copies the seams.
    public Spliced {
      seams = List.copyOf(seams);
    }

    /// Whether the entry, as it lies in an archive, unpacks around each seam to what it should.
    public boolean holds(ZipArchive archive) {
      ZipEntry found = archive.find(entry.entry().name()).orElseThrow();
      return found.crc() == entry.entry().crc()
          && seams.stream()
              .allMatch(each ->
                  index.leadsTo(archive.bytes(), found, each.from(), each.to(), each.crc()));
    }
  }

  /// A stretch that was compressed anew.
  ///
  /// @param from where in the new content it begins
  /// @param to where it ends
  /// @param crc checksum of the new content up to its end
  record Seam(long from, long to, int crc) {}

  private Splice(ByteBuffer archive, ZipEntry entry, DeflateIndex index) {
    this.archive = archive;
    this.entry = entry;
    this.index = index;
  }

  /// Prepares changes between the given offsets; empty when the entry cannot be unpacked from its
  /// places.
  ///
  /// @param ranges pairs of offsets, in order and apart
  public static Optional<Splice> at(
      ZipArchive archive, ZipEntry entry, DeflateIndex index, List<long[]> ranges) {
    var splice = new Splice(archive.bytes(), entry, index);
    try {
      for (long[] each : ranges) {
        splice.reach(each[0], each[1]);
      }
      return Optional.of(splice);
    } catch (Inflate.Damaged damaged) {
      return Optional.empty();
    }
  }

  private void reach(long from, long to) throws Inflate.Damaged {
    if (!stretches.isEmpty() && from < stretches.getLast().end()) {
      stretches.getLast().extend(to);
    } else {
      stretches.add(new Stretch(archive, entry, index, from, to));
    }
  }

  /// The content between two of the offsets.
  public byte[] read(long from, long to) {
    return stretch(from).slice(from, to);
  }

  private Stretch stretch(long from) {
    return stretches.stream()
        .filter(each -> each.start() <= from && from < each.end())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nothing prepared at " + from));
  }

  /// Makes changes.
  ///
  /// @param changes in order and apart, each within a range that was prepared
  public Spliced apply(List<Replacement> changes) {
    return new Assembly().run(changes);
  }

  /// The new content while it is put together.
  private final class Assembly {
    private final BitOutput out = new BitOutput();
    private final List<Place> places = new ArrayList<>();
    private final List<Seam> seams = new ArrayList<>();
    private int placesSeen;
    private boolean ended;
    private long copiedBits;

    /// Where in the old content that ends which was seen last.
    private long seen;

    /// How much longer the new content is so far, and how much longer its compressed form.
    private long longer;

    private long longerBits;

    /// How the checksum of all content before [#seen] differs from what it was.
    private int difference;

    Spliced run(List<Replacement> changes) {
      for (Stretch each : stretches) {
        List<Replacement> inside =
            changes.stream()
                .filter(change -> each.start() <= change.from() && change.from() < each.end())
                .toList();
        if (!inside.isEmpty()) {
          replace(each, inside);
        }
      }
      if (!ended) {
        out.copy(archive, entry.offset(), copiedBits, (long) entry.storedBytes() * 8);
        keepPlaces(index.bytes());
      }
      long bytes = index.bytes() + longer;
      var changed =
          new ZipEntry(
              entry.name(),
              entry.method(),
              entry.flags(),
              entry.dosTime(),
              entry.crc() ^ Crc.shift(difference, index.bytes() - seen),
              0,
              out.length(),
              bytes);
      return new Spliced(
          new PackedEntry(changed, out.pieces()), new DeflateIndex(places, bytes), seams);
    }

    private void replace(Stretch stretch, List<Replacement> changes) {
      keepPlaces(stretch.start());
      int startCrc = crcAt(stretch.start(), stretch.startCrc());
      if (stretch.start() + longer - places.getLast().offset() >= DeflateIndex.STRIDE / 2) {
        places.add(
            new Place(
                stretch.startBit() + longerBits,
                stretch.start() + longer,
                startCrc,
                Windows.pack(stretch.window())));
      }
      byte[] bytes = changed(stretch, changes);
      out.copy(archive, entry.offset(), copiedBits, stretch.startBit());
      out.align();
      pack(bytes, stretch);
      long oldBytes = stretch.end() - stretch.start();
      int oldCrc = Crc.join(stretch.startCrc(), stretch.crc(), oldBytes);
      int newCrc = Crc.join(startCrc, Crc.of(bytes, 0, bytes.length), bytes.length);
      long newEnd = stretch.start() + longer + bytes.length;
      seams.add(new Seam(stretch.start() + longer, newEnd, newCrc));
      difference = oldCrc ^ newCrc;
      seen = stretch.end();
      ended = stretch.endsAll();
      copiedBits = stretch.endBit();
      longer += bytes.length - oldBytes;
      longerBits = out.bits() - copiedBits;
    }

    /// Checksum of the new content before an offset of the old one behind [#seen].
    private int crcAt(long offset, int old) {
      return old ^ Crc.shift(difference, offset - seen);
    }

    /// Takes over the places from where we are up to an offset of the old content.
    private void keepPlaces(long end) {
      List<Place> all = index.places();
      for (; placesSeen < all.size() && all.get(placesSeen).offset() <= end; placesSeen++) {
        Place each = all.get(placesSeen);
        if (each.offset() >= seen) {
          places.add(
              new Place(
                  each.bit() + longerBits,
                  each.offset() + longer,
                  crcAt(each.offset(), each.crc()),
                  each.window()));
        }
      }
    }

    private byte[] changed(Stretch stretch, List<Replacement> changes) {
      var bytes = new ByteArrayOutputStream();
      long at = stretch.start();
      for (Replacement each : changes) {
        bytes.writeBytes(stretch.slice(at, each.from()));
        bytes.writeBytes(each.bytes());
        at = each.to();
      }
      bytes.writeBytes(stretch.slice(at, stretch.end()));
      return bytes.toByteArray();
    }

    /// Compresses a stretch, up to the bit of a byte at which the next block of the old one begins.
    private void pack(byte[] bytes, Stretch stretch) {
      try (var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
        deflater.setDictionary(stretch.window());
        deflater.setInput(bytes);
        int flush = Deflater.SYNC_FLUSH;
        if (stretch.endsAll()) {
          deflater.finish();
          flush = Deflater.NO_FLUSH;
        }
        int got;
        do {
          var packed = new byte[1 << 16];
          got = deflater.deflate(packed, 0, packed.length, flush);
          out.add(packed, 0, got);
        } while (got == 1 << 16 || stretch.endsAll() && !deflater.finished());
      }
      if (!stretch.endsAll()) {
        out.turnTo((int) (stretch.endBit() & 7));
      }
    }
  }
}
