package dev.quire.ooxml;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.chart.ChartsReader;
import dev.quire.ooxml.crypt.ProtectedPackage;
import dev.quire.ooxml.guard.Deadline;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.part.PackageParts;
import dev.quire.ooxml.part.SheetIndexes;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.part.WorkbookReader;
import dev.quire.ooxml.patch.PackagePatch;
import dev.quire.ooxml.patch.Patched;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.zip.FileSniffer;
import dev.quire.ooxml.zip.ZipArchive;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.SheetReading;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookBuilder;
import dev.quire.workbook.WorksheetKeys;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// A workbook file, and the workbook that it holds. Immutable: a save gives another one.
public final class XlsxFile {
  private final ZipArchive archive;
  private final XlsxLimits limits;
  private final List<OptionalInt> keys;
  private final Workbook workbook;
  private final Optional<Protection> protection;
  private final SheetIndexes indexes;

  /// What stands around the package of a file with a password.
  ///
  /// @param file the file as it is stored
  private record Protection(ProtectedPackage opened, byte[] file) {}

  /// What a save gives.
  ///
  /// @param file the saved file, from which the next save starts
  /// @param report what was done
  public record Saved(XlsxFile file, SaveReport report) {
    /// The file as it is to be stored; see [XlsxFile#bytes].
    public byte[] bytes() {
      return file.bytes();
    }
  }

  private XlsxFile(
      ZipArchive archive,
      XlsxLimits limits,
      List<OptionalInt> keys,
      Workbook workbook,
      Optional<Protection> protection,
      SheetIndexes indexes) {
    this.indexes = indexes;
    this.archive = archive;
    this.limits = limits;
    this.keys = keys;
    this.workbook = workbook;
    this.protection = protection;
  }

  /// Reads a workbook. Throws an [XlsxFault] for what is no workbook, is encrypted, damaged,
  /// hostile, or beyond a limit, and what [WorkbookBuilder#build] throws.
  ///
  /// @param bytes the file, which nobody may change afterwards
  /// @param environment what calculations take from the world
  public static XlsxFile open(byte[] bytes, XlsxLimits limits, CalculationEnvironment environment) {
    return open(bytes, limits, environment, WorksheetKeys.FRESH);
  }

  /// The same for a file that was open before and has not been changed by others since.
  ///
  /// @param known what its worksheets were known by
  public static XlsxFile open(
      byte[] bytes, XlsxLimits limits, CalculationEnvironment environment, WorksheetKeys known) {
    return open(bytes, Optional.empty(), limits, environment, known);
  }

  /// The same for a file that may be behind a password. Throws [XlsxFault.Encrypted] when it is and
  /// none is given, and [XlsxFault.WrongPassword] when another one is.
  public static XlsxFile open(
      byte[] bytes,
      Optional<String> password,
      XlsxLimits limits,
      CalculationEnvironment environment,
      WorksheetKeys known) {
    return open(bytes, password, limits, environment, known, SheetReading.AT_ONCE);
  }

  /// The same with a say in how its sheets are read. Of damages in those that are read late
  /// [dev.quire.workbook.WorkbookFault.Unreadable] tells whoever asks for them.
  public static XlsxFile open(
      byte[] bytes,
      Optional<String> password,
      XlsxLimits limits,
      CalculationEnvironment environment,
      WorksheetKeys known,
      SheetReading reading) {
    return open(ByteBuffer.wrap(bytes), password, limits, environment, known, reading);
  }

  /// The same for a file that need not lie on the heap. It stays where it is; what was behind a
  /// password comes to lie on the heap, so that nothing of it is written anywhere in the clear.
  public static XlsxFile open(
      ByteBuffer bytes,
      Optional<String> password,
      XlsxLimits limits,
      CalculationEnvironment environment,
      WorksheetKeys known,
      SheetReading reading) {
    if (!FileSniffer.isProtected(bytes)) {
      return unprotected(bytes, Optional.empty(), limits, environment, known, reading);
    }
    if (bytes.limit() > limits.fileBytes()) {
      throw new XlsxFault.TooLarge("bytes in the file", limits.fileBytes());
    }
    byte[] file = onHeap(bytes);
    ProtectedPackage opened = ProtectedPackage.open(file, password, limits);
    return unprotected(
        ByteBuffer.wrap(opened.content()),
        Optional.of(new Protection(opened, file)),
        limits,
        environment,
        known,
        reading);
  }

  private static byte[] onHeap(ByteBuffer bytes) {
    if (bytes.hasArray() && bytes.array().length == bytes.limit()) {
      return bytes.array();
    }
    var copy = new byte[bytes.limit()];
    bytes.get(0, copy);
    return copy;
  }

  private static XlsxFile unprotected(
      ByteBuffer bytes,
      Optional<Protection> protection,
      XlsxLimits limits,
      CalculationEnvironment environment,
      WorksheetKeys known,
      SheetReading reading) {
    FileSniffer.requireZip(bytes);
    ZipArchive archive = ZipArchive.read(bytes, limits);
    var builder = new WorkbookBuilder(environment).keys(known);
    var indexes = new SheetIndexes();
    var deadline = new Deadline(environment.clock(), limits.readingTime());
    WorkbookLayout layout =
        WorkbookLayout.read(PackageParts.of(archive, limits, indexes, deadline));
    boolean late = layout.sheetBytes() >= reading.lateBytes();
    Optional<XmlElement> theme = layout.theme();
    List<OptionalInt> keys = WorkbookReader.read(layout, builder, theme, late);
    ChartsReader.read(layout, keys, builder, theme);
    return new XlsxFile(archive, limits, keys, builder.build(reading, late), protection, indexes);
  }

  /// The workbook that the file holds.
  public Workbook workbook() {
    return workbook;
  }

  /// The file; must not be changed. A copy where the file does not lie on the heap.
  public byte[] bytes() {
    return protection.map(Protection::file).orElseGet(archive::array);
  }

  /// Size of the file in bytes.
  public int size() {
    return protection.map(each -> each.file().length).orElseGet(archive::size);
  }

  /// The file, all of the buffer; must not be changed. Not a copy.
  public ByteBuffer content() {
    return protection
        .map(each -> ByteBuffer.wrap(each.file()))
        .orElseGet(() -> archive.bytes().duplicate().rewind());
  }

  /// Whether the file, or what was behind its password, lies on the heap.
  public boolean isOnHeap() {
    return archive.bytes().hasArray();
  }

  /// What the parts say that they are together when unpacked, in bytes; never more than the limits
  /// allow for a file of this size.
  public long unpackedBytes() {
    long told = archive.entries().stream().mapToLong(ZipEntry::bytes).sum();
    return Math.min(told, limits.packageBytes(archive.size()));
  }

  /// The package without a protection around it.
  ZipArchive archive() {
    return archive;
  }

  /// Whether the file has a digital signature, which does not survive a change.
  public boolean isSigned() {
    return archive.entries().stream()
        .anyMatch(each -> each.name().toLowerCase(Locale.ROOT).startsWith("_xmlsignatures/"));
  }

  /// Whether whoever knows this password, if it is given, may see the workbook.
  public boolean admits(Optional<String> password) {
    return protection.isEmpty() || protection.get().opened().isOpenedBy(password);
  }

  /// Writes a workbook that was derived from [#workbook] into this file: parts that no change
  /// touched keep their compressed bytes, and in those that are touched all stays but what changed.
  /// Without a change the bytes are the same. Throws [XlsxFault.TooLarge] when the workbook goes
  /// beyond what a file can hold.
  ///
  /// @param now the moment that the file notes as that of its last change
  public Saved save(Workbook current, Instant now) {
    return save(current, now, FilePlace.HEAP);
  }

  /// The same with a say in where the saved file lies. One behind a password comes to lie on the
  /// heap, so that nothing of it is written anywhere in the clear.
  public Saved save(Workbook current, Instant now, FilePlace place) {
    return save(current, now, protection.isPresent() ? FilePlace.HEAP : place, true);
  }

  /// The same with a say in whether large sheets may be changed without reading all of them; what
  /// is in the file does not depend on it.
  Saved save(Workbook current, Instant now, FilePlace place, boolean splices) {
    if (current == workbook) {
      return unchanged();
    }
    Optional<Patched> patched = patched(current, now, limits, splices);
    if (patched.filter(each -> each.size() > limits.fileBytes()).isPresent()) {
      // What is packed quickly may become larger than a file that can be opened again.
      patched = patched(current, now, limits.packingHard(), splices);
    }
    if (patched.isEmpty()) {
      return new XlsxFile(archive, limits, keys, current, protection, indexes).unchanged();
    }
    Patched saved = patched.get();
    ZipArchive written = ZipArchive.read(place.join(saved.pieces()), limits);
    boolean holds = saved.spliced().stream().allMatch(each -> each.holds(written));
    return holds ? saved(saved, written, current) : save(current, now, place, false);
  }

  private Saved saved(Patched saved, ZipArchive written, Workbook current) {
    Optional<Protection> closed =
        protection.map(each ->
            new Protection(
                each.opened(), each.opened().close(written.array(), new SecureRandom())));
    var file = new XlsxFile(written, limits, saved.keys(), current, closed, saved.indexes());
    return new Saved(
        file,
        new SaveReport(
            saved.rewritten(),
            saved.added(),
            saved.removed(),
            saved.identical(),
            saved.cellsChanged(),
            saved.notices()));
  }

  private Optional<Patched> patched(
      Workbook current, Instant now, XlsxLimits packing, boolean splices) {
    WorkbookLayout layout =
        WorkbookLayout.read(PackageParts.of(archive, packing, indexes, Deadline.NEVER));
    return PackagePatch.apply(layout, keys, workbook, current, now, splices);
  }

  private Saved unchanged() {
    int parts = archive.entries().size();
    var report = new SaveReport(List.of(), List.of(), List.of(), parts, 0, List.of());
    return new Saved(this, report);
  }

  /// The bytes of a new workbook with one empty worksheet, `Sheet1`.
  public static byte[] blank() {
    return BlankWorkbook.bytes();
  }
}
