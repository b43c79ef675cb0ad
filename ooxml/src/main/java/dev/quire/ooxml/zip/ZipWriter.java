package dev.quire.ooxml.zip;

import dev.quire.ooxml.zip.BitOutput.Piece;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes a zip archive into memory: entries of another archive as they are, and new ones. The same
/// calls give the same bytes, whenever they are made.
public final class ZipWriter {
  private static final short VERSION = 20;
  private static final int LOCAL = 0x04034b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int END = 0x06054b50;

  private static final int LOCAL_BYTES = 30;
  private static final int CENTRAL_BYTES = 46;
  private static final int END_BYTES = 22;

  private final List<Written> written = new ArrayList<>();

  private record Written(ZipEntry entry, byte[] name, List<Piece> pieces) {
    Written(ZipEntry entry, List<Piece> pieces) {
      this(entry, nameBytes(entry), pieces);
    }

    long bytes() {
      return LOCAL_BYTES + CENTRAL_BYTES + 2L * name.length + entry.storedBytes();
    }
  }

  /// Copies an entry with its compressed bytes as they are.
  public void copy(ZipArchive source, ZipEntry entry) {
    int end = entry.offset() + entry.storedBytes();
    written.add(new Written(entry, List.of(new Piece(source.bytes(), entry.offset(), end))));
  }

  /// Adds a new entry.
  public void add(PackedEntry packed) {
    written.add(new Written(packed.entry(), packed.pieces()));
  }

  /// The finished archive. Throws [ArithmeticException] for one that no array can hold.
  public byte[] finish() {
    long bytes = END_BYTES + written.stream().mapToLong(Written::bytes).sum();
    ByteBuffer out = ByteBuffer.allocate(Math.toIntExact(bytes)).order(ByteOrder.LITTLE_ENDIAN);
    int[] headers = new int[written.size()];
    for (int at = 0; at < headers.length; at++) {
      headers[at] = out.position();
      local(written.get(at), out);
    }
    int start = out.position();
    for (int at = 0; at < headers.length; at++) {
      central(written.get(at), headers[at], out);
    }
    int size = out.position() - start;
    out.putInt(END).putInt(0);
    out.putShort((short) headers.length).putShort((short) headers.length);
    out.putInt(size).putInt(start).putShort((short) 0);
    return out.array();
  }

  private static void local(Written each, ByteBuffer out) {
    out.putInt(LOCAL);
    common(each, out);
    out.putShort((short) 0).put(each.name);
    for (Piece piece : each.pieces) {
      out.put(out.position(), piece.bytes(), piece.from(), piece.length());
      out.position(out.position() + piece.length());
    }
  }

  private static void central(Written each, int header, ByteBuffer out) {
    out.putInt(CENTRAL).putShort(VERSION);
    common(each, out);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0);
    out.putInt(0).putInt(header).put(each.name);
  }

  private static void common(Written each, ByteBuffer out) {
    ZipEntry entry = each.entry;
    out.putShort(VERSION).putShort((short) entry.flags()).putShort((short) entry.method());
    out.putInt(entry.dosTime()).putInt(entry.crc());
    out.putInt(entry.storedBytes()).putInt((int) entry.bytes());
    out.putShort((short) each.name.length);
  }

  private static byte[] nameBytes(ZipEntry entry) {
    boolean utf8 = (entry.flags() & ZipEntry.UTF8_NAME) != 0;
    return entry.name().getBytes(utf8 ? StandardCharsets.UTF_8 : CentralDirectory.OLD_NAMES);
  }
}
