package dev.quire.ooxml.zip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Places in the compressed content of an entry from which it can be unpacked without what comes
/// before. Immutable.
public final class DeflateIndex {
  /// Unpacked bytes from one place to the next, about: fewer make a save quicker, and cost memory.
  static final long STRIDE = 1 << 21;

  private final List<Place> places;
  private final long bytes;

  /// Where a block begins.
  ///
  /// @param bit where in the compressed content
  /// @param offset where in the content
  /// @param crc checksum of the content up to here
  /// @param window the last bytes of the content up to here, compressed
  record Place(long bit, long offset, int crc, byte[] window) {
    static final Place START = new Place(0, 0, 0, new byte[0]);

    Place(long bit, long offset, int crc, Inflate at) {
      this(bit, offset, crc, Windows.pack(at.window()));
    }

    /// Unpacks from here on.
    Inflate open(ByteBuffer archive, ZipEntry entry) throws Inflate.Damaged {
      int end = entry.offset() + entry.storedBytes();
      return new Inflate(
          new BitInput(archive, entry.offset(), end, bit), Windows.unpack(window), offset);
    }
  }

  DeflateIndex(List<Place> places, long bytes) {
    this.places = List.copyOf(places);
    this.bytes = bytes;
  }

  /// Size of the content.
  public long bytes() {
    return bytes;
  }

  /// All places, the begin first.
  List<Place> places() {
    return places;
  }

  /// The last place that does not lie behind this offset of the content.
  Place before(long offset) {
    int low = 0;
    for (int high = places.size(); high - low > 1; ) {
      int middle = (low + high) >>> 1;
      if (places.get(middle).offset() <= offset) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return places.get(low);
  }

  /// Whether the content unpacks to something with this checksum, and goes on behind it as it
  /// should.
  ///
  /// @param entry where the content lies now
  /// @param from an offset in the content
  /// @param to another one
  /// @param crc checksum of the content up to there
  boolean leadsTo(ByteBuffer archive, ZipEntry entry, long from, long to, int crc) {
    try {
      Place place = before(from);
      Inflate content = place.open(archive, entry);
      int found = place.crc();
      while (content.total() < to && !content.isFinished()) {
        int got = content.advance();
        int end = content.end() - (int) Math.max(0, content.total() - to);
        int begin = content.end() - got;
        found = Crc.join(found, Crc.of(content.bytes(), begin, end), (long) end - begin);
      }
      if (!content.isFinished()) {
        content.advance();
      }
      return content.total() >= to && found == crc;
    } catch (Inflate.Damaged damaged) {
      return false;
    }
  }

  /// Collects places while a content is unpacked from its begin.
  static final class Builder {
    private final List<Place> places = new ArrayList<>(List.of(Place.START));
    private long next = STRIDE;

    /// Looks whether this is a place.
    ///
    /// @param soFar checksum of what was unpacked up to here
    void see(Inflate content, CRC32 soFar) {
      if (content.total() >= next && content.isBetweenBlocks()) {
        int crc = (int) soFar.getValue();
        places.add(new Place(content.bit(), content.total(), crc, content));
        next = content.total() + STRIDE;
      }
    }

    DeflateIndex index(long bytes) {
      return new DeflateIndex(places, bytes);
    }
  }
}
