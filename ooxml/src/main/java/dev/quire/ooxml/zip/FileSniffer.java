package dev.quire.ooxml.zip;

import dev.quire.ooxml.guard.FileKind;
import dev.quire.ooxml.guard.XlsxFault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Tells from its bytes what a file is when it is no zip archive.
public final class FileSniffer {
  private static final long OLE2 = 0xE11AB1A1_E011CFD0L;
  private static final int ZIP = 0x04034b50;
  private static final int EMPTY_ZIP = 0x06054b50;
  private static final int LOOK_BYTES = 512;

  private FileSniffer() {}

  /// Does nothing for a zip archive. Throws [XlsxFault.Encrypted] for a protected workbook and
  /// [XlsxFault.NotWorkbook] for everything else.
  public static void requireZip(ByteBuffer file) {
    ByteBuffer bytes = LittleEndian.of(file);
    if (bytes.limit() == 0) {
      throw new XlsxFault.NotWorkbook(FileKind.EMPTY);
    }
    if (isOle2(bytes)) {
      throw ole2(bytes);
    }
    int first = bytes.limit() < 4 ? 0 : bytes.getInt(0);
    if (first == EMPTY_ZIP) {
      throw new XlsxFault.NotWorkbook(FileKind.ZIP);
    }
    if (first != ZIP) {
      throw new XlsxFault.NotWorkbook(plain(bytes));
    }
  }

  /// Whether this is a workbook behind a password.
  public static boolean isProtected(ByteBuffer file) {
    ByteBuffer bytes = LittleEndian.of(file);
    return isOle2(bytes) && holdsStream(bytes, "EncryptedPackage");
  }

  private static boolean isOle2(ByteBuffer bytes) {
    return bytes.limit() >= 8 && bytes.getLong(0) == OLE2;
  }

  private static XlsxFault ole2(ByteBuffer bytes) {
    if (holdsStream(bytes, "EncryptedPackage")) {
      return new XlsxFault.Encrypted();
    }
    boolean xls = holdsStream(bytes, "Workbook") || holdsStream(bytes, "Book");
    return new XlsxFault.NotWorkbook(xls ? FileKind.XLS : FileKind.OLE2);
  }

  /// Whether a directory entry of the container has this name: entries are 128 bytes, aligned, and
  /// begin with the name in UTF-16, whose length in bytes stands at offset 64 (MS-CFB §2.6.1).
  private static boolean holdsStream(ByteBuffer bytes, String name) {
    ByteBuffer wanted = StandardCharsets.UTF_16LE.encode(name + "\0");
    for (int at = 512; at + 128 <= bytes.limit(); at += 128) {
      if (LittleEndian.u16(bytes, at + 64) == wanted.limit()
          && bytes.slice(at, wanted.limit()).equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static FileKind plain(ByteBuffer bytes) {
    var look = new byte[Math.min(bytes.limit(), LOOK_BYTES)];
    bytes.get(0, look);
    String start = new String(look, StandardCharsets.ISO_8859_1);
    if (start.startsWith("%PDF")) {
      return FileKind.PDF;
    }
    String text = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
    if (text.stripLeading().startsWith("<")) {
      return FileKind.MARKUP;
    }
    boolean utf16 = start.startsWith("\u00FF\u00FE") || start.startsWith("\u00FE\u00FF");
    boolean printable = text.chars().allMatch(c -> c >= ' ' || c == '\t' || c == '\r' || c == '\n');
    return utf16 || printable ? FileKind.TEXT : FileKind.OTHER;
  }
}
