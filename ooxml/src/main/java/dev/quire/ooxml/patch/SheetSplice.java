package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.SheetIndex;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.XmlInput;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.zip.Splice;
import dev.quire.ooxml.zip.ZipEntry;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Changes some rows of a large worksheet part without reading the others.
///
/// The rows around the changes, with all that stands before the first row, are made a small
/// worksheet part that is changed like any other, and what becomes of them is put back in their
/// place.
final class SheetSplice {
  /// Packed size below which reading all of a part is quick enough.
  private static final int LEAST_BYTES = 1 << 17;

  /// Unpacked bytes before the first row up to which they are worth reading.
  private static final long MOST_HEAD = 1 << 20;

  /// Changed rows up to which it is worth finding out where to enter a part.
  private static final int MOST_ROWS = 10_000;

  /// Unpacked bytes that are read and packed beside each change, about.
  private static final long BESIDE = 1 << 18;

  /// A part is read as a whole when more than one in so many of its bytes would be packed.
  private static final int SHARE = 3;

  private final WorkbookLayout layout;
  private final String part;
  private final String prefix;
  private final SheetPlan plan;
  private final BookPatch book;

  /// @param prefix prefix of the main namespace with its colon, empty for none
  SheetSplice(WorkbookLayout layout, String part, String prefix, SheetPlan plan, BookPatch book) {
    this.layout = layout;
    this.part = part;
    this.prefix = prefix;
    this.plan = plan;
    this.book = book;
  }

  /// Changes the part, if that is worth it.
  ///
  /// @return false when nothing was done
  boolean apply(PackageEdit edit) {
    Optional<ZipEntry> entry = layout.parts().archive().find(part).filter(ZipEntry::isDeflated);
    if (entry.isEmpty() || entry.get().storedBytes() < LEAST_BYTES || !isAboutRows()) {
      return false;
    }
    int[] rows = plan.touchedRows();
    if (rows.length > MOST_ROWS && layout.parts().indexes().find(part).isEmpty()) {
      return false;
    }
    Optional<SheetIndex> index = layout.parts().index(part, prefix);
    if (index.isEmpty()) {
      return false;
    }
    List<RowStretch> stretches = RowStretch.around(rows, index.get().rows());
    return isWorthIt(stretches, index.get()) && apply(entry.get(), index.get(), stretches, edit);
  }

  private boolean isAboutRows() {
    return book.renames().isEmpty()
        && plan.tables().isEmpty()
        && plan.goneSlicers().isEmpty()
        && !plan.columnsChange()
        && !plan.formulasReplaced()
        && plan.elements(prefix).isEmpty();
  }

  private static boolean isWorthIt(List<RowStretch> stretches, SheetIndex index) {
    long cost = stretches.stream().mapToLong(each -> each.bytes() + BESIDE).sum();
    return !stretches.isEmpty()
        && index.rows().offset(0) <= MOST_HEAD
        && cost <= index.content().bytes() / SHARE;
  }

  private boolean apply(
      ZipEntry entry, SheetIndex index, List<RowStretch> stretches, PackageEdit edit) {
    long headEnd = index.rows().offset(0);
    var ranges = new ArrayList<long[]>(List.of(new long[] {0, headEnd}));
    stretches.forEach(each -> ranges.add(new long[] {each.from(), each.to()}));
    Optional<Splice> splice = Splice.at(layout.parts().archive(), entry, index.content(), ranges);
    if (splice.isEmpty()) {
      return false;
    }
    byte[] head = splice.get().read(0, headEnd);
    if (!XmlInput.isUnchanged(part, head)) {
      return false;
    }
    var small = new ByteArrayOutputStream();
    small.writeBytes(head);
    for (RowStretch each : stretches) {
      small.writeBytes(splice.get().read(each.from(), each.to()));
    }
    small.writeBytes(Ascii.bytes("</" + prefix + "sheetData></" + prefix + "worksheet>"));
    var watch = new StretchWatch(index.rows(), stretches, headEnd);
    byte[] written = patched(small.toByteArray(), watch);
    List<Splice.Replacement> changes = new ArrayList<>();
    replacement(0, head, written, 0, watch.start(0)).ifPresent(changes::add);
    for (int at = 0; at < stretches.size(); at++) {
      RowStretch each = stretches.get(at);
      byte[] old = splice.get().read(each.from(), each.to());
      replacement(each.from(), old, written, watch.start(at), watch.end(at))
          .ifPresent(changes::add);
    }
    if (!changes.isEmpty()) {
      edit.splice(part, new SplicedSheet(splice.get().apply(changes), watch.marks()));
    }
    return true;
  }

  private byte[] patched(byte[] small, RowWatch watch) {
    var written = new ByteArrayOutputStream();
    try (var out = new Bytes(written)) {
      var scanner = new XmlScanner(part, small, layout.parts().limits());
      new SheetPatch(scanner, plan, book, prefix, out, watch).run();
    }
    return written.toByteArray();
  }

  /// What of some bytes became what else; empty when all are as before.
  ///
  /// @param at where in the part the old ones stand
  private static Optional<Splice.Replacement> replacement(
      long at, byte[] old, byte[] written, int from, int to) {
    int shorter = Math.min(old.length, to - from);
    int same = 0;
    while (same < shorter && old[same] == written[from + same]) {
      same++;
    }
    int sameEnd = 0;
    while (sameEnd < shorter - same && old[old.length - 1 - sameEnd] == written[to - 1 - sameEnd]) {
      sameEnd++;
    }
    if (same == old.length && same == to - from) {
      return Optional.empty();
    }
    return Optional.of(
        new Splice.Replacement(
            at + same,
            at + old.length - sameEnd,
            Arrays.copyOfRange(written, from + same, to - sameEnd)));
  }
}
