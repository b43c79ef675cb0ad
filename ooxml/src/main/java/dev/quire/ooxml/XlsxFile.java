package dev.quire.ooxml;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.part.BookSink;
import dev.quire.ooxml.part.PackageParts;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.part.WorkbookReader;
import dev.quire.ooxml.zip.FileSniffer;
import dev.quire.ooxml.zip.ZipArchive;
import java.util.List;
import java.util.OptionalInt;

/// A workbook file in memory. Immutable.
public final class XlsxFile {
  private final byte[] bytes;
  private final XlsxLimits limits;
  private final List<OptionalInt> keys;

  private XlsxFile(byte[] bytes, XlsxLimits limits, List<OptionalInt> keys) {
    this.bytes = bytes;
    this.limits = limits;
    this.keys = keys;
  }

  /// Reads a workbook into a sink. Throws an [XlsxFault] for what is no workbook, is encrypted,
  /// damaged, hostile, or beyond a limit.
  ///
  /// @param bytes the file, which nobody may change afterwards
  public static XlsxFile open(byte[] bytes, XlsxLimits limits, BookSink sink) {
    FileSniffer.requireZip(bytes);
    PackageParts parts = PackageParts.of(ZipArchive.read(bytes, limits), limits);
    return new XlsxFile(bytes, limits, WorkbookReader.read(WorkbookLayout.read(parts), sink));
  }

  /// The file as it is. Not a copy; must not be changed.
  public byte[] bytes() {
    return bytes;
  }
}
