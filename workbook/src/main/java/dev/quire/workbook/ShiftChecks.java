package dev.quire.workbook;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;

/// Refuses to insert and delete cells where Excel refuses: when something would be torn or pushed
/// off the sheet.
final class ShiftChecks {
  private ShiftChecks() {}

  static void check(Workbook book, Worksheet sheet, Shift shift) {
    SheetCells cells = book.cells(sheet.key());
    shift
        .pushedOff()
        .flatMap(area -> cells.usedWithin(area, true))
        .ifPresent(area -> {
          throw new WorkbookFault.OffSheet(book.addressOf(sheet.key(), A1.print(area)));
        });
    for (Area each : sheet.regions().merged()) {
      if (shift.meetsBand(each) && !shift.holdsInBand(each) && isReached(each, shift)) {
        throw conflict("the merged cells", each);
      }
    }
    for (Area each : sheet.regions().locked()) {
      if (!shift.preserves(each)) {
        throw conflict("the pivot table or data table", each);
      }
    }
    for (ArrayArea each : cells.arrays()) {
      if (!each.dynamic() && !shift.preserves(each.area()) && !goes(each.area(), shift)) {
        throw conflict("the array formula", each.area());
      }
    }
    book.tables().stream()
        .filter(each -> each.sheet() == sheet.key())
        .forEach(each -> check(each, shift));
  }

  private static void check(Table table, Shift shift) {
    Area area = table.area();
    if (shift.preserves(area) || goes(area, shift)) {
      return;
    }
    if (!shift.holdsInBand(area)) {
      throw conflict("the table " + table.name(), area);
    }
    if (shift.isVertical() && !shift.inserts()) {
      boolean header = table.showHeaders() && shift.first() <= area.firstRow();
      int top = area.firstRow() + (table.showHeaders() ? 1 : 0);
      int bottom = area.lastRow() - (table.showTotals() ? 1 : 0);
      boolean body = shift.first() <= top && shift.last() >= bottom;
      if (header || body) {
        throw new WorkbookFault.InsertDeleteConflict(
            "The %s of the table %s cannot be deleted without the table."
                .formatted(header ? "header" : "last row", table.name()));
      }
    }
  }

  private static boolean isReached(Area area, Shift shift) {
    return (shift.isVertical() ? area.lastRow() : area.lastColumn()) >= shift.first();
  }

  private static boolean goes(Area area, Shift shift) {
    return !shift.inserts() && shift.area().contains(area);
  }

  private static WorkbookFault conflict(String what, Area area) {
    return new WorkbookFault.InsertDeleteConflict(
        "This would tear %s in %s.".formatted(what, A1.print(area)));
  }
}
