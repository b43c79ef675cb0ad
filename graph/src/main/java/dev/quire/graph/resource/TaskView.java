package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.DocumentTask;
import dev.quire.workbook.Workbook;

/// A task that hangs on a comment.
///
/// @param sheet key of its worksheet
record TaskView(Workbook book, int sheet, DocumentTask task) implements View {
  @Override
  public TaskView in(Workbook later) {
    return TaskResource.of(later, sheet).stream()
        .filter(each -> each.task().id().equals(task.id()))
        .findFirst()
        .orElseThrow(() -> new NoSuchEntity("task", task.id()));
  }

  @Override
  public String type() {
    return "workbookDocumentTask";
  }

  @Override
  public String path() {
    return new SheetView(book, sheet).path() + "/tasks(%27" + PathPrinter.text(task.id()) + "%27)";
  }
}
