package dev.quire.workbook;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.workbook.style.LookChange;
import java.util.Optional;

/// Refuses what a protected worksheet does not let people do (semantics §6.3, §7): changes of
/// locked cells, and all others that its protection does not allow. What concerns the worksheet as
/// a whole, names and calculation are not its business.
final class ProtectionGuard {
  private final Workbook book;
  private final Worksheet sheet;
  private final SheetProtection protection;

  private ProtectionGuard(Workbook book, Worksheet sheet, SheetProtection protection) {
    this.book = book;
    this.sheet = sheet;
    this.protection = protection;
  }

  /// @throws WorkbookFault.Protected when the worksheet that the edit changes does not allow it
  static void check(Workbook book, Edit edit) {
    if (book.worksheets().stream().noneMatch(each -> each.protection().isPresent())) {
      return;
    }
    switch (edit) {
      case Edit.WriteCells write -> on(book, write.sheet()).ifPresent(guard -> guard.check(write));
      case Edit.ClearCells clear -> on(book, clear.sheet()).ifPresent(guard -> guard.check(clear));
      case Edit.FormatCells format ->
          on(book, format.sheet()).ifPresent(guard -> guard.check(format));
      case Edit.DrawBorders draw -> needs(book, draw.sheet(), SheetAction.FORMAT_CELLS);
      case Edit.SetColumns set -> needs(book, set.sheet(), SheetAction.FORMAT_COLUMNS);
      case Edit.SetRows set -> needs(book, set.sheet(), SheetAction.FORMAT_ROWS);
      case Edit.FitColumns fit -> needs(book, fit.sheet(), SheetAction.FORMAT_COLUMNS);
      case Edit.FitRows fit -> needs(book, fit.sheet(), SheetAction.FORMAT_ROWS);
      case Edit.InsertCells insert ->
          on(book, insert.sheet()).ifPresent(guard -> guard.check(insert));
      case Edit.DeleteCells delete ->
          on(book, delete.sheet()).ifPresent(guard -> guard.check(delete));
      case Edit.MergeCells merge -> never(book, merge.sheet(), "cells cannot be merged");
      case Edit.UnmergeCells unmerge -> never(book, unmerge.sheet(), "cells cannot be unmerged");
      case Edit.SortRange sort -> sorts(book, sort.sheet(), sort.area());
      case Edit.AddTable add -> never(book, add.sheet(), "no table can be made");
      case Edit.UpdateTable update -> changesTable(book, update.table());
      case Edit.DeleteTable delete -> changesTable(book, delete.table());
      case Edit.AddTableRows add -> changesTable(book, add.table());
      case Edit.DeleteTableRow delete -> changesTable(book, delete.table());
      case Edit.AddTableColumn add -> changesTable(book, add.table());
      case Edit.RenameTableColumn rename -> changesTable(book, rename.table());
      case Edit.DeleteTableColumn delete -> changesTable(book, delete.table());
      case Edit.FilterTable filter ->
          needs(book, TableChanges.existing(book, filter.table()).sheet(), SheetAction.AUTO_FILTER);
      case Edit.SortTable sort -> sorts(book, TableChanges.existing(book, sort.table()));
      case Edit.RefreshPivots refresh -> needs(book, refresh.sheet(), SheetAction.PIVOT_TABLES);
      case Edit.DeletePivot delete -> needs(book, delete.sheet(), SheetAction.PIVOT_TABLES);
      case Edit.RenamePivot rename -> needs(book, rename.sheet(), SheetAction.PIVOT_TABLES);
      case Edit.AddChart add -> never(book, add.sheet(), "no chart can be added");
      case Edit.ChangeChart change -> never(book, change.sheet(), "its charts cannot be changed");
      case Edit.DeleteChart delete -> never(book, delete.sheet(), "its charts cannot be deleted");
      case Edit.AddComment add -> never(book, add.sheet(), "no comments can be added");
      case Edit.AddReply add -> never(book, add.sheet(), "its comments cannot be answered");
      case Edit.ChangeComment change ->
          never(book, change.sheet(), "its comments cannot be changed");
      case Edit.DeleteComment delete ->
          never(book, delete.sheet(), "its comments cannot be deleted");
      case Edit.ChangeTask change -> never(book, change.sheet(), "its tasks cannot be changed");
      case Edit.ProtectSheet protect ->
          never(book, protect.sheet(), "it cannot be protected again");
      case Edit.UnprotectSheet unprotect ->
          on(book, unprotect.sheet()).ifPresent(ProtectionGuard::checkPassword);
      case Edit.Several _,
          Edit.AddWorksheet _,
          Edit.UpdateWorksheet _,
          Edit.DeleteWorksheet _,
          Edit.AddName _,
          Edit.UpdateName _,
          Edit.DeleteName _,
          Edit.SetCalculationMode _,
          Edit.Calculate _ -> {}
    }
  }

  private static Optional<ProtectionGuard> on(Workbook book, int sheet) {
    return book.worksheet(sheet)
        .flatMap(each ->
            each.protection().map(protection -> new ProtectionGuard(book, each, protection)));
  }

  private static void needs(Workbook book, int sheet, SheetAction action) {
    on(book, sheet).ifPresent(guard -> guard.need(action));
  }

  private static void never(Workbook book, int sheet, String what) {
    on(book, sheet)
        .ifPresent(guard -> {
          throw guard.refused(what);
        });
  }

  private static void changesTable(Workbook book, String table) {
    never(book, TableChanges.existing(book, table).sheet(), "its tables cannot be changed");
  }

  private static void sorts(Workbook book, Table table) {
    table
        .body()
        .ifPresentOrElse(
            body -> sorts(book, table.sheet(), body),
            () -> needs(book, table.sheet(), SheetAction.SORT));
  }

  private static void sorts(Workbook book, int sheet, Area area) {
    on(book, sheet)
        .ifPresent(guard -> {
          guard.need(SheetAction.SORT);
          guard.unlocked(area);
        });
  }

  private void check(Edit.WriteCells write) {
    boolean formats =
        write
            .formats()
            .filter(grid -> grid.anyMatch(FormatEntry.Code.class::isInstance))
            .isPresent();
    if (formats) {
      need(SheetAction.FORMAT_CELLS);
    }
    write
        .entries()
        .filter(_ -> isLocked(write.area()))
        .ifPresent(grid -> {
          Area area = write.area();
          for (int row = area.firstRow(); row <= area.lastRow(); row++) {
            for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
              Entry entry = grid.at(row - area.firstRow(), column - area.firstColumn());
              if (!(entry instanceof Entry.Keep)) {
                unlocked(Area.cell(row, column));
              }
            }
          }
        });
  }

  private void check(Edit.ClearCells clear) {
    if (clear.scope() != ClearScope.CONTENTS) {
      need(SheetAction.FORMAT_CELLS);
    }
    if (clear.scope() != ClearScope.FORMATS) {
      unlocked(clear.area());
    }
  }

  /// Whoever could unlock cells would not be kept from anything.
  private void check(Edit.FormatCells format) {
    need(SheetAction.FORMAT_CELLS);
    boolean unlocks =
        format.changes().stream()
            .anyMatch(each ->
                each instanceof LookChange.Locked || each instanceof LookChange.FormulaHidden);
    if (unlocks) {
      throw refused("cells cannot be locked or unlocked");
    }
  }

  private void check(Edit.InsertCells insert) {
    if (insert.area().isWholeRows()) {
      need(SheetAction.INSERT_ROWS);
    } else if (insert.area().isWholeColumns()) {
      need(SheetAction.INSERT_COLUMNS);
    } else {
      throw refused("no cells can be inserted");
    }
  }

  private void check(Edit.DeleteCells delete) {
    if (delete.area().isWholeRows()) {
      need(SheetAction.DELETE_ROWS);
    } else if (delete.area().isWholeColumns()) {
      need(SheetAction.DELETE_COLUMNS);
    } else {
      throw refused("no cells can be deleted");
    }
    unlocked(delete.area());
  }

  private void checkPassword() {
    if (protection.hasPassword()) {
      throw refused("it has a password, which cannot be given here");
    }
  }

  private void need(SheetAction action) {
    if (!protection.allows(action)) {
      throw refused("to " + action.words() + " is not allowed");
    }
  }

  private void unlocked(Area area) {
    if (isLocked(area)) {
      throw refused(
          "%s %s locked".formatted(A1.print(area), area.isCell() ? "is" : "has cells that are"));
    }
  }

  private boolean isLocked(Area area) {
    return book.stylesIn(sheet.key(), area).stream()
        .anyMatch(style -> style.look().protection().locked());
  }

  private WorkbookFault refused(String why) {
    return new WorkbookFault.Protected(sheet.name(), why);
  }
}
