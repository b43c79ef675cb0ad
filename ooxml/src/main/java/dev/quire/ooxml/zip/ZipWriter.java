package dev.quire.ooxml.zip;

import dev.quire.ooxml.zip.BitOutput.Piece;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Puts a zip archive together: entries of another archive as they are, and new ones. The same
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

    long localBytes() {
      return LOCAL_BYTES + (long) name.length + entry.storedBytes();
    }

    long centralBytes() {
      return CENTRAL_BYTES + (long) name.length;
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

  /// The finished archive as an array. Throws [ArithmeticException] for one that no array can hold.
  public byte[] finish() {
    return joined(pieces()).array();
  }

  /// These pieces, each all of its buffer, one behind the other in an array.
  public static ByteBuffer joined(List<ByteBuffer> pieces) {
    long bytes = pieces.stream().mapToLong(ByteBuffer::limit).sum();
    ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(bytes));
    pieces.forEach(piece -> all.put(piece.duplicate().rewind()));
    return all.flip();
  }

  /// The finished archive in pieces to be put one behind the other; what was compressed before is
  /// not copied. Throws [ArithmeticException] for an archive that no buffer can hold.
  public List<ByteBuffer> pieces() {
    var pieces = new ArrayList<ByteBuffer>();
    int[] headers = new int[written.size()];
    int start = 0;
    for (int at = 0; at < headers.length; at++) {
      headers[at] = start;
      Written each = written.get(at);
      pieces.add(local(each));
      each.pieces.forEach(piece -> pieces.add(piece.bytes().slice(piece.from(), piece.length())));
      start = Math.addExact(start, Math.toIntExact(each.localBytes()));
    }
    pieces.add(directory(headers, start));
    return List.copyOf(pieces);
  }

  private static ByteBuffer local(Written each) {
    ByteBuffer out = empty(LOCAL_BYTES + each.name.length).putInt(LOCAL);
    common(each, out);
    return out.putShort((short) 0).put(each.name).flip();
  }

  private ByteBuffer directory(int[] headers, int start) {
    long size = written.stream().mapToLong(Written::centralBytes).sum();
    ByteBuffer out = empty(Math.toIntExact(size + END_BYTES));
    for (int at = 0; at < headers.length; at++) {
      central(written.get(at), headers[at], out);
    }
    out.putInt(END).putInt(0);
    out.putShort((short) headers.length).putShort((short) headers.length);
    out.putInt((int) size).putInt(start).putShort((short) 0);
    return out.flip();
  }

  private static ByteBuffer empty(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
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
