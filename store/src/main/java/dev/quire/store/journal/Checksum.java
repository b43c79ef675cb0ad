package dev.quire.store.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Tells whether a row still is what was written: the databases we use do not.
final class Checksum {
  private final CRC32C sum = new CRC32C();

  Checksum add(long number) {
    sum.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  Checksum add(String text) {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  /// With their length, so that what follows cannot pass for a part of them.
  Checksum add(byte[] bytes) {
    add(bytes.length);
    sum.update(bytes);
    return this;
  }

  Checksum add(FileMark mark) {
    return add(mark.sequence()).add(mark.hash()).add(mark.note());
  }

  long value() {
    return sum.getValue();
  }
}
