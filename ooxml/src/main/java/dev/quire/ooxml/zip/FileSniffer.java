package dev.quire.ooxml.zip;

import dev.quire.ooxml.guard.FileKind;
import dev.quire.ooxml.guard.XlsxFault;
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
  public static void requireZip(byte[] bytes) {
    if (bytes.length == 0) {
      throw new XlsxFault.NotWorkbook(FileKind.EMPTY);
    }
    if (bytes.length >= 8 && LittleEndian.i64(bytes, 0) == OLE2) {
      throw ole2(bytes);
    }
    int first = bytes.length < 4 ? 0 : LittleEndian.i32(bytes, 0);
    if (first == EMPTY_ZIP) {
      throw new XlsxFault.NotWorkbook(FileKind.ZIP);
    }
    if (first != ZIP) {
      throw new XlsxFault.NotWorkbook(plain(bytes));
    }
  }

  /// Whether this is a workbook behind a password.
  public static boolean isProtected(byte[] bytes) {
    return bytes.length >= 8
        && LittleEndian.i64(bytes, 0) == OLE2
        && holdsStream(bytes, "EncryptedPackage");
  }

  private static XlsxFault ole2(byte[] bytes) {
    if (holdsStream(bytes, "EncryptedPackage")) {
      return new XlsxFault.Encrypted();
    }
    boolean xls = holdsStream(bytes, "Workbook") || holdsStream(bytes, "Book");
    return new XlsxFault.NotWorkbook(xls ? FileKind.XLS : FileKind.OLE2);
  }

  /// Whether a directory entry of the container has this name: entries are 128 bytes, aligned, and
  /// begin with the name in UTF-16, whose length in bytes stands at offset 64 (MS-CFB §2.6.1).
  private static boolean holdsStream(byte[] bytes, String name) {
    byte[] wanted = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
    for (int at = 512; at + 128 <= bytes.length; at += 128) {
      if (LittleEndian.u16(bytes, at + 64) == wanted.length
          && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }

  private static FileKind plain(byte[] bytes) {
    int length = Math.min(bytes.length, LOOK_BYTES);
    String start = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
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
