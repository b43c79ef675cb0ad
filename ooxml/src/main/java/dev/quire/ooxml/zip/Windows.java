package dev.quire.ooxml.zip;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Keeps pieces of content that are seldom needed small.
final class Windows {
  private Windows() {}

  static byte[] pack(byte[] window) {
    try (var deflater = new Deflater(Deflater.BEST_SPEED, true)) {
      deflater.setInput(window);
      deflater.finish();
      var packed = new byte[window.length + 64];
      return Arrays.copyOf(packed, deflater.deflate(packed));
    }
  }

  static byte[] unpack(byte[] packed) {
    if (packed.length == 0) {
      return packed;
    }
    try (var inflater = new Inflater(true)) {
      inflater.setInput(packed);
      var window = new byte[Inflate.WINDOW];
      return Arrays.copyOf(window, inflater.inflate(window));
    } catch (DataFormatException ours) {
      throw new IllegalStateException(ours);
    }
  }
}
