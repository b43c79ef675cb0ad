package dev.quire.chart.font;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The tables of a TrueType file (OpenType 1.9, "Organization of an OpenType font"). Only for the
/// files packaged with this module: they are trusted to be sound.
final class FontTables {
  private static final int DIRECTORY = 12;
  private static final int ENTRY = 16;
  private static final int TAG = 4;

  private final ByteBuffer file;
  private final Map<String, Integer> offsets = new HashMap<>();

  FontTables(byte[] bytes) {
    file = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    int count = unsigned(TAG);
    for (int at = DIRECTORY; at < DIRECTORY + count * ENTRY; at += ENTRY) {
      offsets.put(
          new String(bytes, at, TAG, StandardCharsets.ISO_8859_1), file.getInt(at + TAG * 2));
    }
  }

  /// Where a table begins.
  int table(String tag) {
    Integer offset = offsets.get(tag);
    if (offset == null) {
      throw new IllegalStateException("font without table " + tag);
    }
    return offset;
  }

  int unsigned(int at) {
    return Short.toUnsignedInt(file.getShort(at));
  }

  int signed(int at) {
    return file.getShort(at);
  }

  int signedByte(int at) {
    return file.get(at);
  }

  int unsignedByte(int at) {
    return Byte.toUnsignedInt(file.get(at));
  }

  int integer(int at) {
    return file.getInt(at);
  }
}
