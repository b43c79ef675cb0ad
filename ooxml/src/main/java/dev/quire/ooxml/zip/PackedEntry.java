package dev.quire.ooxml.zip;

import dev.quire.ooxml.zip.BitOutput.Piece;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterOutputStream;

/// A new entry, compressed and ready to be written.
public final class PackedEntry {
  /// 1 January 1980, midnight: the first moment that a zip archive can name.
  private static final int NO_TIME = 0x0021_0000;

  private final ZipEntry entry;
  private final List<Piece> pieces;

  /// @param entry of which the offset means nothing
  /// @param pieces its compressed content
  PackedEntry(ZipEntry entry, List<Piece> pieces) {
    this.entry = entry;
    this.pieces = pieces;
  }

  /// Compresses what is written piece by piece.
  ///
  /// @param level how hard, 1 to 9
  public static PackedEntry of(String name, int level, Consumer<OutputStream> content) {
    var out = new DeflatingStream(level);
    content.accept(out);
    out.finish();
    boolean ascii = name.chars().allMatch(c -> c < 128);
    var entry =
        new ZipEntry(
            name,
            ZipEntry.DEFLATED,
            ascii ? 0 : ZipEntry.UTF8_NAME,
            NO_TIME,
            (int) out.crc.getValue(),
            0,
            out.packed.size(),
            out.count);
    return new PackedEntry(entry, List.of(out.packed.piece()));
  }

  /// The content, unpacked.
  public byte[] content() {
    var unpacked = new ByteArrayOutputStream();
    try (var inflating = new InflaterOutputStream(unpacked, new Inflater(true))) {
      for (Piece each : pieces) {
        var bytes = new byte[each.length()];
        each.bytes().get(each.from(), bytes);
        inflating.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return unpacked.toByteArray();
  }

  ZipEntry entry() {
    return entry;
  }

  List<Piece> pieces() {
    return pieces;
  }

  /// Compresses and counts what is written to it.
  private static final class DeflatingStream extends OutputStream {
    private final Packed packed = new Packed();
    private final CRC32 crc = new CRC32();
    private final Deflater deflater;
    private final byte[] buffer = new byte[1 << 14];
    private long count;

    DeflatingStream(int level) {
      deflater = new Deflater(level, true);
    }

    @Override
    public void write(int value) {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) {
      crc.update(from, offset, length);
      count += length;
      deflater.setInput(from, offset, length);
      while (!deflater.needsInput()) {
        drain();
      }
    }

    void finish() {
      deflater.finish();
      while (!deflater.finished()) {
        drain();
      }
      deflater.end();
    }

    private void drain() {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
  }

  /// Compressed bytes that can be handed on without a copy.
  private static final class Packed extends ByteArrayOutputStream {
    Piece piece() {
      return new Piece(ByteBuffer.wrap(buf), 0, count);
    }
  }
}
