package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.DocumentTasks;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.DocumentTask;
import dev.quire.workbook.TaskChange;
import dev.quire.workbook.TaskPerson;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Adds to the histories of tasks ([MS-OTASKXML] 2.3) what was done to them.
final class TaskParts {
  private final WorkbookLayout layout;
  private final PackageEdit edit;

  TaskParts(WorkbookLayout layout, PackageEdit edit) {
    this.layout = layout;
    this.edit = edit;
  }

  /// Changes the tasks of one worksheet.
  void apply(Tab tab, Workbook base, Worksheet sheet) {
    List<DocumentTask> before =
        base.worksheet(sheet.key()).map(each -> each.regions().tasks()).orElse(List.of());
    if (tab.isNew() || before.equals(sheet.regions().tasks())) {
      return;
    }
    Map<String, Integer> known = new HashMap<>();
    before.forEach(each -> known.put(each.id(), each.history().size()));
    for (XmlTree tree : DocumentTasks.trees(layout.parts(), tab.part())) {
      for (XmlElement element : tree.root().children("Task")) {
        sheet.regions().tasks().stream()
            .filter(each -> each.id().equals(element.attributeOr("id", "")))
            .findFirst()
            .ifPresent(task -> {
              int old = known.getOrDefault(task.id(), 0);
              append(tree, element, task.history().subList(old, task.history().size()));
            });
      }
    }
  }

  private void append(XmlTree tree, XmlElement task, List<TaskChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    var events = new StringBuilder();
    changes.forEach(each -> events.append(event(task, each)));
    task.child("History")
        .ifPresentOrElse(
            history -> edit.slices(tree).append(history, events.toString()),
            () -> edit.slices(tree).append(task, element(task, "History", "", events.toString())));
  }

  private static String event(XmlElement task, TaskChange change) {
    String anchor =
        element(
            task,
            "Anchor",
            "",
            element(task, "Comment", Tags.attribute("id", change.comment()), ""));
    return element(
        task,
        "Event",
        Tags.attribute("time", change.at().toString()) + Tags.attribute("id", change.id()),
        element(task, "Attribution", person(change.by()), "") + anchor + deed(task, change.deed()));
  }

  private static String deed(XmlElement task, TaskChange.Deed deed) {
    return switch (deed) {
      case TaskChange.Created _ -> element(task, "Create", "", "");
      case TaskChange.Assigned(TaskPerson person) -> element(task, "Assign", person(person), "");
      case TaskChange.Unassigned(TaskPerson person) ->
          element(task, "Unassign", person(person), "");
      case TaskChange.UnassignedAll _ -> element(task, "UnassignAll", "", "");
      case TaskChange.Titled(String title) ->
          element(task, "SetTitle", Tags.attribute("title", title), "");
      case TaskChange.Scheduled(DocumentTask.Schedule schedule) ->
          element(
              task,
              "Schedule",
              time("startDate", schedule.start()) + time("dueDate", schedule.due()),
              "");
      case TaskChange.Progressed(int percent) ->
          element(
              task, "Progress", Tags.attribute("percentComplete", Integer.toString(percent)), "");
      case TaskChange.Prioritized(int urgency) ->
          element(task, "Priority", Tags.attribute("value", Integer.toString(urgency)), "");
      case TaskChange.Deleted _ -> element(task, "Delete", "", "");
      case TaskChange.Restored _ -> element(task, "Undelete", "", "");
      case TaskChange.Undone(String change) ->
          element(task, "Undo", Tags.attribute("id", change), "");
      case TaskChange.Other _ -> "";
    };
  }

  private static String time(String name, Optional<Instant> at) {
    return at.map(each -> Tags.attribute(name, each.toString())).orElse("");
  }

  private static String person(TaskPerson person) {
    return Tags.attribute("userId", person.id())
        + Tags.attribute("userName", person.name())
        + Tags.attribute("userProvider", person.id().startsWith("S::") ? "AD" : "None");
  }

  private static String element(XmlElement like, String name, String attributes, String content) {
    String tag = like.qualified(name);
    return content.isEmpty()
        ? "<" + tag + attributes + "/>"
        : "<" + tag + attributes + ">" + content + "</" + tag + ">";
  }
}
