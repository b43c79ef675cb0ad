package dev.quire.ooxml;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.zip.ZipArchive;
import dev.quire.ooxml.zip.ZipEntry;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// In what two workbook files differ.
///
/// @param identical number of parts with the same compressed bytes
/// @param rewritten parts that both have, with other bytes
/// @param added parts that only the second has
/// @param removed parts that only the first has
/// @param cells cells that differ in value or formula, worksheet by worksheet
public record FileDifference(
    int identical,
    List<String> rewritten,
    List<String> added,
    List<String> removed,
    List<SheetDifference> cells) {

  /// Cells of one worksheet that differ.
  ///
  /// @param sheet name of the worksheet; those that only one file has count with all their cells
  /// @param count how many cells
  /// @param examples the first of them, as sentences
  public record SheetDifference(String sheet, long count, List<String> examples) {}

  private static final int EXAMPLES = 10;

  /// Compares two files, of which the first comes before the second.
  public static FileDifference of(XlsxFile before, XlsxFile after, XlsxLimits limits) {
    ZipArchive old = before.archive();
    ZipArchive now = after.archive();
    int identical = 0;
    var rewritten = new ArrayList<String>();
    var added = new ArrayList<String>();
    var removed = new ArrayList<String>();
    for (ZipEntry each : old.entries()) {
      Optional<ZipEntry> same = now.find(each.name());
      if (same.isEmpty()) {
        removed.add(each.name());
      } else if (isSame(old, each, now, same.get())) {
        identical++;
      } else {
        rewritten.add(each.name());
      }
    }
    now.entries().stream()
        .map(ZipEntry::name)
        .filter(name -> old.find(name).isEmpty())
        .forEach(added::add);
    return new FileDifference(
        identical, rewritten, added, removed, cells(before.workbook(), after.workbook()));
  }

  private static boolean isSame(ZipArchive old, ZipEntry then, ZipArchive now, ZipEntry entry) {
    return old.bytes()
        .slice(then.offset(), then.storedBytes())
        .equals(now.bytes().slice(entry.offset(), entry.storedBytes()));
  }

  private static List<SheetDifference> cells(Workbook before, Workbook after) {
    var found = new ArrayList<SheetDifference>();
    for (Worksheet each : before.worksheets()) {
      sheet(before, after, each.name()).ifPresent(found::add);
    }
    for (Worksheet each : after.worksheets()) {
      if (before.findWorksheet(each.name()).isEmpty()) {
        sheet(before, after, each.name()).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static Optional<SheetDifference> sheet(Workbook before, Workbook after, String name) {
    Optional<Worksheet> old = before.findWorksheet(name);
    Optional<Worksheet> now = after.findWorksheet(name);
    var tally = new Tally();
    old.ifPresent(sheet ->
        visit(
            before,
            sheet,
            (at, row, column) ->
                tally.compare(at, text(before, old, row, column), text(after, now, row, column))));
    now.ifPresent(sheet ->
        visit(
            after,
            sheet,
            (at, row, column) -> {
              if (text(before, old, row, column).isEmpty()) {
                tally.compare(at, "", text(after, now, row, column));
              }
            }));
    return tally.count == 0
        ? Optional.empty()
        : Optional.of(new SheetDifference(name, tally.count, List.copyOf(tally.examples)));
  }

  private static final class Tally {
    private long count;
    private final List<String> examples = new ArrayList<>();

    void compare(String at, String before, String after) {
      if (!before.equals(after)) {
        count++;
        if (examples.size() < EXAMPLES) {
          examples.add("%s: %s, now %s".formatted(at, shown(before), shown(after)));
        }
      }
    }

    private static String shown(String cell) {
      return cell.isEmpty() ? "empty" : cell.length() <= 60 ? cell : cell.substring(0, 57) + "...";
    }
  }

  @FunctionalInterface
  private interface CellVisitor {
    void visit(String at, int row, int column);
  }

  private static void visit(Workbook book, Worksheet sheet, CellVisitor visitor) {
    book.cells(sheet.key())
        .visit(
            Area.SHEET,
            (row, column, _) -> {
              visitor.visit(A1.cell(row, column), row, column);
              return true;
            });
  }

  private static String text(Workbook book, Optional<Worksheet> sheet, int row, int column) {
    if (sheet.isEmpty()) {
      return "";
    }
    int key = sheet.get().key();
    String formula =
        book.formula(key, row, column, Notation.A1).map(each -> "=" + each + " ").orElse("");
    String value = book.text(key, row, column);
    return formula + value;
  }
}
