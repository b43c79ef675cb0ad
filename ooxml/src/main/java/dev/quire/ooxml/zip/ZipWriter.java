package dev.quire.ooxml.zip;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes a zip archive into memory: entries of another archive as they are, new ones deflated. The
/// same calls give the same bytes, whenever they are made.
public final class ZipWriter {
  /// 1 January 1980, midnight: the first moment that a zip archive can name.
  private static final int NO_TIME = 0x0021_0000;

  private static final int VERSION = 20;

  private final ByteArrayOutputStream out;
  private final int level;
  private final List<Written> written = new ArrayList<>();

  private record Written(ZipEntry entry, int header) {}

  /// @param expectedBytes about how long the archive will be
  /// @param level how hard new entries are compressed, 1 to 9
  public ZipWriter(int expectedBytes, int level) {
    this.out = new ByteArrayOutputStream(expectedBytes);
    this.level = level;
  }

  /// Copies an entry with its compressed bytes as they are.
  public void copy(ZipArchive source, ZipEntry entry) {
    int header = out.size();
    header(entry);
    out.write(source.bytes(), entry.offset(), entry.storedBytes());
    written.add(new Written(entry, header));
  }

  /// Adds an entry with this content.
  public void add(String name, byte[] content) {
    add(
        name,
        to -> {
          try {
            to.write(content);
          } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  /// Adds an entry whose content is written piece by piece.
  public void add(String name, Consumer<OutputStream> content) {
    var packed = new DeflatedContent(level);
    content.accept(packed);
    packed.finish();
    var entry =
        new ZipEntry(
            name,
            ZipEntry.DEFLATED,
            name.chars().allMatch(c -> c < 128) ? 0 : ZipEntry.UTF8_NAME,
            NO_TIME,
            (int) packed.crc.getValue(),
            0,
            packed.packed.size(),
            packed.count);
    int header = out.size();
    header(entry);
    packed.packed.writeTo(out);
    written.add(new Written(entry, header));
  }

  /// The finished archive.
  public byte[] finish() {
    int start = out.size();
    for (Written each : written) {
      central(each.entry, each.header);
    }
    int size = out.size() - start;
    u32(0x06054b50);
    u32(0);
    u16(written.size());
    u16(written.size());
    u32(size);
    u32(start);
    u16(0);
    return out.toByteArray();
  }

  private void header(ZipEntry entry) {
    byte[] name = name(entry);
    u32(0x04034b50);
    common(entry, name.length);
    u16(0);
    out.writeBytes(name);
  }

  private void central(ZipEntry entry, int header) {
    byte[] name = name(entry);
    u32(0x02014b50);
    u16(VERSION);
    common(entry, name.length);
    u16(0);
    u16(0);
    u16(0);
    u16(0);
    u32(0);
    u32(header);
    out.writeBytes(name);
  }

  private void common(ZipEntry entry, int nameBytes) {
    u16(VERSION);
    u16(entry.flags());
    u16(entry.method());
    u32(entry.dosTime());
    u32(entry.crc());
    u32(entry.storedBytes());
    u32((int) entry.bytes());
    u16(nameBytes);
  }

  private static byte[] name(ZipEntry entry) {
    return (entry.flags() & ZipEntry.UTF8_NAME) != 0
        ? entry.name().getBytes(StandardCharsets.UTF_8)
        : entry.name().getBytes(CentralDirectory.OLD_NAMES);
  }

  private void u16(int value) {
    out.write(value);
    out.write(value >>> 8);
  }

  private void u32(int value) {
    u16(value);
    u16(value >>> 16);
  }

  /// Compresses and counts what is written to it.
  private static final class DeflatedContent extends OutputStream {
    private final Packed packed = new Packed();
    private final CRC32 crc = new CRC32();
    private final Deflater deflater;
    private final byte[] buffer = new byte[1 << 14];
    private long count;

    DeflatedContent(int level) {
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
    void writeTo(ByteArrayOutputStream to) {
      to.write(buf, 0, count);
    }
  }
}
