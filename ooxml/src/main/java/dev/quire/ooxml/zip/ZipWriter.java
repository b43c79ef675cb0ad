package dev.quire.ooxml.zip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes a zip archive into memory: entries of another archive as they are, and new ones. The same
/// calls give the same bytes, whenever they are made.
public final class ZipWriter {
  private static final int VERSION = 20;
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;

  private final ByteArrayOutputStream out;
  private final List<Written> written = new ArrayList<>();

  private record Written(ZipEntry entry, int header) {}

  /// @param expectedBytes about how long the archive will be
  public ZipWriter(int expectedBytes) {
    this.out = new ByteArrayOutputStream(expectedBytes);
  }

  /// Copies an entry with its compressed bytes as they are.
  public void copy(ZipArchive source, ZipEntry entry) {
    header(entry);
    out.write(source.bytes(), entry.offset(), entry.storedBytes());
  }

  /// Adds a new entry.
  public void add(PackedEntry packed) {
    header(packed.entry());
    packed.writeTo(out);
  }

  /// The finished archive.
  public byte[] finish() {
    int start = out.size();
    for (Written each : written) {
      central(each.entry, each.header);
    }
    int size = out.size() - start;
    u32(END);
    u32(0);
    u16(written.size());
    u16(written.size());
    u32(size);
    u32(start);
    u16(0);
    return out.toByteArray();
  }

  private void header(ZipEntry entry) {
    written.add(new Written(entry, out.size()));
    byte[] name = name(entry);
    u32(LOCAL);
    common(entry, name.length);
    u16(0);
    out.writeBytes(name);
  }

  private void central(ZipEntry entry, int header) {
    byte[] name = name(entry);
    u32(CENTRAL);
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
    boolean utf8 = (entry.flags() & ZipEntry.UTF8_NAME) != 0;
    return entry.name().getBytes(utf8 ? StandardCharsets.UTF_8 : CentralDirectory.OLD_NAMES);
  }

  private void u16(int value) {
    out.write(value);
    out.write(value >>> 8);
  }

  private void u32(int value) {
    u16(value);
    u16(value >>> 16);
  }
}
