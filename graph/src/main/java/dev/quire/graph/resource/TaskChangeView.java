package dev.quire.graph.resource;

import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.TaskChange;
import dev.quire.workbook.Workbook;

/// Something that was done to a task.
record TaskChangeView(TaskView owner, TaskChange change) implements View {
  @Override
  public Workbook book() {
    return owner.book();
  }

  @Override
  public TaskChangeView in(Workbook later) {
    TaskView now = owner.in(later);
    return now.task().history().stream()
        .filter(each -> each.id().equals(change.id()))
        .findFirst()
        .map(each -> new TaskChangeView(now, each))
        .orElseThrow(() -> new NoSuchEntity("change", change.id()));
  }

  @Override
  public String type() {
    return "workbookDocumentTaskChange";
  }

  @Override
  public String path() {
    return owner.path() + "/changes(%27" + PathPrinter.text(change.id()) + "%27)";
  }
}
