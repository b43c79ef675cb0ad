package dev.quire.workbook;

import java.util.List;

/// Adds to the history of tasks.
final class TaskChanges {
  private TaskChanges() {}

  static Outcome apply(Workbook base, Edit.ChangeTask change) {
    Worksheet sheet = CellFormatting.existing(base, change.sheet());
    DocumentTask task =
        sheet.regions().tasks().stream()
            .filter(each -> each.id().equals(change.task()) && !each.isDeleted())
            .findFirst()
            .orElseThrow(() -> new WorkbookFault.NotFound("task", change.task()));
    for (TaskChange each : change.changes()) {
      if (each.deed() instanceof TaskChange.Undone(String undone)
          && task.history().stream().noneMatch(known -> known.id().equals(undone))) {
        throw new WorkbookFault.NotFound("change of the task", undone);
      }
    }
    List<DocumentTask> tasks =
        sheet.regions().tasks().stream()
            .map(each -> each == task ? each.with(change.changes()) : each)
            .toList();
    return new Outcome(
        base.with(
            base.contents()
                .replacing(sheet.laidOut(sheet.layout(), sheet.regions().withTasks(tasks))),
            base.model()),
        List.of());
  }
}
