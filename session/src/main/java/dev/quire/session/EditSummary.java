package dev.quire.session;

import dev.quire.engine.ref.Area;
import dev.quire.session.BookEvent.Edited;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Tab;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.encoding.EditRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Says in a few words what a change was about.
final class EditSummary {
  private EditSummary() {}

  private record Cells(int sheet, Area area) {}

  /// @param workbook a workbook that has the worksheet
  static Edited of(OptionalLong number, Edit edit, Workbook workbook, Instant at) {
    Optional<Cells> cells = cells(edit);
    return new Edited(
        number,
        at,
        EditRecord.kind(edit),
        cells.flatMap(each -> workbook.tab(each.sheet())).map(Tab::name),
        cells.map(each -> each.area().toString()));
  }

  /// Most changes are about tables, names, charts: those are read anew by whoever shows them.
  private static Optional<Cells> cells(Edit edit) {
    return Optional.ofNullable(
        switch (edit) {
          case Edit.WriteCells e -> new Cells(e.sheet(), e.area());
          case Edit.ClearCells e -> new Cells(e.sheet(), e.area());
          case Edit.FormatCells e -> new Cells(e.sheet(), e.area());
          case Edit.DrawBorders e -> new Cells(e.sheet(), e.area());
          case Edit.InsertCells e -> new Cells(e.sheet(), e.area());
          case Edit.DeleteCells e -> new Cells(e.sheet(), e.area());
          case Edit.MergeCells e -> new Cells(e.sheet(), e.area());
          case Edit.UnmergeCells e -> new Cells(e.sheet(), e.area());
          case Edit.SortRange e -> new Cells(e.sheet(), e.area());
          case Edit.AddTable e -> new Cells(e.sheet(), e.area());
          default -> null;
        });
  }
}
