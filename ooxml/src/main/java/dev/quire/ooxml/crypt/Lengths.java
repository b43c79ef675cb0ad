package dev.quire.ooxml.crypt;

import dev.quire.ooxml.guard.XlsxFault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The length that stands before an encrypted package, which is filled up to whole blocks.
final class Lengths {
  private Lengths() {}

  static int of(byte[] stream) {
    if (stream.length < 8) {
      throw damaged();
    }
    long length = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    if (length < 0 || length > stream.length - 8L) {
      throw damaged();
    }
    return (int) length;
  }

  static byte[] cut(byte[] content, int length) {
    if (length > content.length) {
      throw damaged();
    }
    return Arrays.copyOf(content, length);
  }

  static byte[] before(int length, byte[] body) {
    return ByteBuffer.allocate(8 + body.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(length)
        .put(body)
        .array();
  }

  private static XlsxFault damaged() {
    return new XlsxFault.Damaged("EncryptedPackage", -1, "it is shorter than it says");
  }
}
