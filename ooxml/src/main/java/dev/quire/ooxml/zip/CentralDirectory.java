package dev.quire.ooxml.zip;

import static dev.quire.ooxml.zip.LittleEndian.u16;
import static dev.quire.ooxml.zip.LittleEndian.u32;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the central directory of a zip archive (APPNOTE 6.3.10, §4.3) and checks each entry
/// against its local header.
final class CentralDirectory {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR64 = 0x07064b50;
  private static final int LOCATOR64_BYTES = 20;
  private static final int END64 = 0x06064b50;
  private static final int END64_BYTES = 56;
  private static final int CENTRAL = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int ENCRYPTED = 1;
  private static final int DATA_DESCRIPTOR = 1 << 3;
  private static final long IN_ZIP64 = 0xFFFF_FFFFL;
  static final Charset OLD_NAMES = Charset.forName("IBM437");

  private final ByteBuffer bytes;
  private final XlsxLimits limits;

  CentralDirectory(ByteBuffer bytes, XlsxLimits limits) {
    this.bytes = LittleEndian.of(bytes);
    this.limits = limits;
  }

  /// The entries in the order of the directory.
  List<ZipEntry> entries() {
    int end = endRecord();
    long count = u16(bytes, end + 10);
    long size = u32(bytes, end + 12);
    long start = u32(bytes, end + 16);
    int end64 = endRecord64(end);
    if (end64 >= 0) {
      count = bytes.getLong(end64 + 32);
      size = bytes.getLong(end64 + 40);
      start = bytes.getLong(end64 + 48);
    }
    if (start < 0 || size < 0 || start > end || size > end - start) {
      throw damaged(end, "the central directory lies outside the file");
    }
    if (count < 0 || count > limits.entries()) {
      throw new XlsxFault.TooLarge("zip entries", limits.entries());
    }
    var found = new ArrayList<ZipEntry>();
    int at = (int) start;
    for (int i = 0; i < count; i++) {
      if (at + CENTRAL_BYTES > start + size || bytes.getInt(at) != CENTRAL) {
        throw damaged(at, "an entry of the central directory is missing");
      }
      found.add(entry(at, (int) start));
      at += CENTRAL_BYTES + u16(bytes, at + 28) + u16(bytes, at + 30) + u16(bytes, at + 32);
    }
    return found;
  }

  private int endRecord() {
    int lowest = Math.max(0, bytes.limit() - END_BYTES - 0xFFFF);
    for (int at = bytes.limit() - END_BYTES; at >= lowest; at--) {
      if (bytes.getInt(at) == END && at + END_BYTES + u16(bytes, at + 20) <= bytes.limit()) {
        return at;
      }
    }
    throw damaged(bytes.limit(), "the end of the zip archive is missing");
  }

  private int endRecord64(int end) {
    int locator = end - LOCATOR64_BYTES;
    if (locator < 0 || bytes.getInt(locator) != LOCATOR64) {
      return -1;
    }
    long at = bytes.getLong(locator + 8);
    if (at < 0 || at > locator - END64_BYTES || bytes.getInt((int) at) != END64) {
      throw damaged(locator, "the zip64 end record is missing");
    }
    return (int) at;
  }

  private ZipEntry entry(int at, int directory) {
    int flags = u16(bytes, at + 8);
    int method = u16(bytes, at + 10);
    int nameBytes = u16(bytes, at + 28);
    int extraBytes = u16(bytes, at + 30);
    int commentBytes = u16(bytes, at + 32);
    if (nameBytes > limits.nameBytes()) {
      throw new XlsxFault.TooLarge("bytes in the name of a zip entry", limits.nameBytes());
    }
    if (at + CENTRAL_BYTES + nameBytes + extraBytes + commentBytes > bytes.limit()) {
      throw damaged(at, "an entry of the central directory is cut off");
    }
    if ((flags & ENCRYPTED) != 0) {
      throw new XlsxFault.Encrypted();
    }
    int extra = at + CENTRAL_BYTES + nameBytes;
    var wide = new Wide(extra, extra + extraBytes);
    long size = wide.next(u32(bytes, at + 24));
    long stored = wide.next(u32(bytes, at + 20));
    long local = wide.next(u32(bytes, at + 42));
    int content = content(at, nameBytes, local, method, directory);
    if (stored < 0 || stored > directory - content) {
      throw damaged(at, "the content of an entry lies outside the file");
    }
    return new ZipEntry(
        name(at + CENTRAL_BYTES, nameBytes, flags),
        method,
        flags & ZipEntry.UTF8_NAME,
        bytes.getInt(at + 12),
        bytes.getInt(at + 16),
        content,
        (int) stored,
        size);
  }

  /// Where the content begins, after a look at the local header.
  private int content(int central, int nameBytes, long local, int method, int directory) {
    if (local < 0 || local > directory - LOCAL_BYTES || bytes.getInt((int) local) != LOCAL) {
      throw damaged(central, "an entry has no local header");
    }
    int at = (int) local;
    int name = at + LOCAL_BYTES;
    int content = name + u16(bytes, at + 26) + u16(bytes, at + 28);
    boolean sameName =
        u16(bytes, at + 26) == nameBytes
            && content <= directory
            && bytes.slice(name, nameBytes).equals(bytes.slice(central + CENTRAL_BYTES, nameBytes));
    boolean sameSize =
        (u16(bytes, at + 6) & DATA_DESCRIPTOR) != 0
            || u32(bytes, at + 18) == u32(bytes, central + 20)
            || u32(bytes, at + 18) == IN_ZIP64;
    if (!sameName || !sameSize || u16(bytes, at + 8) != method) {
      throw new XlsxFault.Hostile("zip", "a local header contradicts the central directory");
    }
    return content;
  }

  private String name(int at, int length, int flags) {
    Charset charset = (flags & ZipEntry.UTF8_NAME) != 0 ? StandardCharsets.UTF_8 : OLD_NAMES;
    var spelled = new byte[length];
    bytes.get(at, spelled);
    String name = new String(spelled, charset).replace('\\', '/');
    int start = 0;
    while (start < name.length() && name.charAt(start) == '/') {
      start++;
    }
    return name.substring(start);
  }

  private static XlsxFault damaged(long at, String why) {
    return new XlsxFault.Damaged("zip", at, why);
  }

  /// The 64-bit numbers of an entry, which follow one another in its extra field.
  private final class Wide {
    private int at = -1;
    private int end = -1;

    Wide(int from, int to) {
      for (int field = from; field + 4 <= to; field += 4 + u16(bytes, field + 2)) {
        if (u16(bytes, field) == 1) {
          at = field + 4;
          end = Math.min(to, at + u16(bytes, field + 2));
          return;
        }
      }
    }

    long next(long narrow) {
      if (narrow != IN_ZIP64) {
        return narrow;
      }
      if (at < 0 || at + 8 > end) {
        throw damaged(at, "a zip64 number is missing");
      }
      at += 8;
      return bytes.getLong(at - 8);
    }
  }
}
