package dev.quire.ooxml.zip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A part of a content, unpacked, that begins with a block and ends with one, or with the content.
final class Stretch {
  private final Inflate content;
  private final Unpacked bytes = new Unpacked();
  private long startBit;
  private long start;
  private int startCrc;
  private byte[] window;

  /// Unpacks what is needed to change the content between two offsets.
  Stretch(ByteBuffer archive, ZipEntry entry, DeflateIndex index, long from, long to)
      throws Inflate.Damaged {
    DeflateIndex.Place place = index.before(from);
    content = place.open(archive, entry);
    startBit = place.bit();
    start = place.offset();
    startCrc = place.crc();
    window = content.window();
    while (!content.isFinished() && content.total() < from) {
      advance();
      if (content.isBetweenBlocks() && content.total() <= from) {
        startHere();
      }
    }
    extend(to);
  }

  /// Unpacks so much more that the content can be changed up to another offset: what follows must
  /// not refer to changed bytes.
  void extend(long to) throws Inflate.Damaged {
    while (!content.isFinished()
        && !(content.isBetweenBlocks() && content.total() >= to + Inflate.WINDOW)) {
      advance();
    }
  }

  private void advance() throws Inflate.Damaged {
    int got = content.advance();
    bytes.write(content.bytes(), content.end() - got, got);
  }

  private void startHere() {
    startCrc = Crc.join(startCrc, crc(), bytes.size());
    startBit = content.bit();
    start = content.total();
    window = content.window();
    bytes.reset();
  }

  /// Where in the content it begins.
  long start() {
    return start;
  }

  /// Where in the content it ends.
  long end() {
    return start + bytes.size();
  }

  /// Where in the compressed content it begins.
  long startBit() {
    return startBit;
  }

  /// Where in the compressed content it ends.
  long endBit() {
    return content.bit();
  }

  /// Whether the content ends with it.
  boolean endsAll() {
    return content.isFinished();
  }

  /// Checksum of the content before it.
  int startCrc() {
    return startCrc;
  }

  /// Checksum of it alone.
  int crc() {
    return Crc.of(bytes.array(), 0, bytes.size());
  }

  /// The last bytes before it.
  byte[] window() {
    return window;
  }

  /// A copy of the content between two offsets that lie in it.
  byte[] slice(long from, long to) {
    return Arrays.copyOfRange(bytes.array(), (int) (from - start), (int) (to - start));
  }

  /// Bytes that can be read without a copy.
  private static final class Unpacked extends ByteArrayOutputStream {
    byte[] array() {
      return buf;
    }
  }
}
