package dev.quire.ooxml;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.guard.*;
import dev.quire.ooxml.part.*;
import dev.quire.ooxml.zip.*;
import dev.quire.workbook.*;
import java.util.*;

public final class XlsxFile {
  private final byte[] bytes;
  private final Workbook workbook;

  public record Saved(XlsxFile file, byte[] bytes) {}

  private XlsxFile(byte[] bytes, Workbook workbook) {
    this.bytes = bytes;
    this.workbook = workbook;
  }

  public static XlsxFile open(byte[] bytes, XlsxLimits limits, CalculationEnvironment environment) {
    FileSniffer.requireZip(bytes);
    PackageParts parts = PackageParts.of(ZipArchive.read(bytes, limits), limits);
    var builder = new WorkbookBuilder(environment);
    WorkbookReader.read(
        WorkbookLayout.read(parts),
        new BookSink() {
          public void date1904(boolean d) {
            builder.date1904(d);
          }

          public void calculation(CalculationMode mode, boolean full) {
            builder.calculationMode(mode).fullCalculationOnLoad(full);
          }

          public void styles(List<CellStyle> styles) {
            builder.styles(styles);
          }

          public int worksheet(String name, Optional<String> uid, Visibility v) {
            return builder.worksheet(name, uid, v);
          }

          public void table(Table t) {
            builder.table(t);
          }

          public void name(String n, OptionalInt k, String f, Optional<String> c, boolean v) {
            builder.name(n, k, f, c, v);
          }

          public SheetSink sheet(int key) {
            return builder.sheet(key);
          }
        });
    return new XlsxFile(bytes, builder.build());
  }

  public Workbook workbook() {
    return workbook;
  }

  public Saved save(Workbook current, java.time.Instant now) {
    return new Saved(new XlsxFile(bytes, current), bytes);
  }
}
