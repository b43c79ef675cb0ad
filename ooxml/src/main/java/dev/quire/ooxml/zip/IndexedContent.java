package dev.quire.ooxml.zip;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// Unpacks an entry and notes places on the way.
final class IndexedContent {
  private final Inflate content;
  private final DeflateIndex.Builder places = new DeflateIndex.Builder();
  private int left;

  IndexedContent(ByteBuffer archive, ZipEntry entry) {
    int end = entry.offset() + entry.storedBytes();
    content = new Inflate(new BitInput(archive, entry.offset(), end));
  }

  /// Unpacks some more.
  ///
  /// @param soFar checksum of what was handed out
  /// @return number of bytes, 0 at the end
  int read(byte[] to, int offset, int length, CRC32 soFar) throws Inflate.Damaged {
    while (left == 0) {
      if (content.isFinished()) {
        return 0;
      }
      places.see(content, soFar);
      left = content.advance();
    }
    int got = Math.min(left, length);
    System.arraycopy(content.bytes(), content.end() - left, to, offset, got);
    left -= got;
    return got;
  }

  DeflateIndex index() {
    return places.index(content.total());
  }
}
