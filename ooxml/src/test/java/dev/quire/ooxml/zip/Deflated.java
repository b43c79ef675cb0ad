package dev.quire.ooxml.zip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Random contents as the JDK compresses them: what [Inflate] and [Splice] have to live with.
final class Deflated {
  private Deflated() {}

  /// Noise, something like a worksheet, repetitions far and near, or long runs.
  static byte[] content(Random random, int length) {
    var bytes = new byte[length];
    int kind = random.nextInt(4);
    String sheet = "<c r=\"A1\"><v>0123456789";
    for (int at = 0; at < length; at++) {
      bytes[at] =
          (byte)
              switch (kind) {
                case 0 -> random.nextInt();
                case 1 -> sheet.charAt(random.nextInt(sheet.length()));
                case 2 ->
                    at > 40_000 && random.nextInt(20) != 0
                        ? bytes[at - 1 - random.nextInt(random.nextInt(1, 32_768))]
                        : random.nextInt(30);
                default -> at / 9_000;
              };
    }
    return bytes;
  }

  /// Compresses with a random level and strategy, here and there with a new block.
  static byte[] pack(Random random, byte[] content) {
    try (var deflater = new Deflater(random.nextInt(10), true)) {
      deflater.setStrategy(random.nextInt(3));
      var packed = new ByteArrayOutputStream();
      var buffer = new byte[1 << 12];
      for (int at = 0; at < content.length; ) {
        int length = Math.min(content.length - at, 1 + random.nextInt(content.length));
        int flush = random.nextBoolean() ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH;
        deflater.setInput(content, at, length);
        at += length;
        int got;
        do {
          got = deflater.deflate(buffer, 0, buffer.length, flush);
          packed.write(buffer, 0, got);
        } while (got == buffer.length || !deflater.needsInput());
      }
      deflater.finish();
      while (!deflater.finished()) {
        packed.write(buffer, 0, deflater.deflate(buffer));
      }
      return packed.toByteArray();
    }
  }

  /// What the JDK unpacks.
  static byte[] unpack(byte[] packed) throws DataFormatException {
    try (var inflater = new Inflater(true)) {
      inflater.setInput(packed);
      var content = new ByteArrayOutputStream();
      var buffer = new byte[1 << 16];
      while (!inflater.finished()) {
        int got = inflater.inflate(buffer);
        content.write(buffer, 0, got);
        if (got == 0 && !inflater.finished()) {
          throw new DataFormatException("cut off");
        }
      }
      return content.toByteArray();
    }
  }

  /// The same bytes where no array can hold them.
  static ByteBuffer besideTheHeap(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /// What we unpack, from the heap and from beside it.
  static byte[] inflate(byte[] packed) throws Inflate.Damaged {
    byte[] content = inflate(ByteBuffer.wrap(packed));
    assertArrayEquals(content, inflate(besideTheHeap(packed)));
    return content;
  }

  /// What we unpack.
  static byte[] inflate(ByteBuffer packed) throws Inflate.Damaged {
    var inflate = new Inflate(new BitInput(packed, 0, packed.limit()));
    var content = new ByteArrayOutputStream();
    while (!inflate.isFinished()) {
      int got = inflate.advance();
      content.writeBytes(Arrays.copyOfRange(inflate.bytes(), inflate.end() - got, inflate.end()));
    }
    return content.toByteArray();
  }
}
