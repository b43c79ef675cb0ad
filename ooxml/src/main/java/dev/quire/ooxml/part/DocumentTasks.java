package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import dev.quire.workbook.DocumentTask;
import dev.quire.workbook.TaskChange;
import dev.quire.workbook.TaskChange.Deed;
import dev.quire.workbook.TaskPerson;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the tasks of a worksheet ([MS-OTASKXML] 2.2). That a worksheet leads to its tasks as a
/// document does is our guess (?).
public final class DocumentTasks {
  private static final String KIND = "documenttasks";

  private DocumentTasks() {}

  /// The parts with tasks that a worksheet leads to.
  public static List<XmlTree> trees(PackageParts parts, String sheetPart) {
    return parts.relationships(sheetPart).of(KIND).stream()
        .filter(each -> !each.external() && parts.has(each.target()))
        .map(each -> parts.tree(each.target()))
        .toList();
  }

  /// The tasks of a part.
  static List<DocumentTask> read(XmlTree tree) {
    var tasks = new ArrayList<DocumentTask>();
    for (XmlElement task : tree.root().children("Task")) {
      String comment = comment(task).orElse("");
      var history = new ArrayList<TaskChange>();
      for (XmlElement list : task.children("History")) {
        list.children("Event").forEach(event -> history.add(change(event, comment)));
      }
      tasks.add(new DocumentTask(task.attributeOr("id", ""), comment, history));
    }
    return tasks;
  }

  private static Optional<String> comment(XmlElement anchored) {
    return anchored
        .child("Anchor")
        .flatMap(each -> each.child("Comment"))
        .flatMap(each -> each.attribute("id"));
  }

  private static TaskChange change(XmlElement event, String comment) {
    Deed deed =
        event.children().stream()
            .filter(each -> !each.name().equals("Attribution") && !each.name().equals("Anchor"))
            .findFirst()
            .map(DocumentTasks::deed)
            .orElse(new TaskChange.Other());
    return new TaskChange(
        event.attributeOr("id", ""),
        instant(event, "time").orElse(Instant.EPOCH),
        event.child("Attribution").map(DocumentTasks::person).orElse(new TaskPerson("", "")),
        comment(event).orElse(comment),
        deed);
  }

  private static Deed deed(XmlElement element) {
    return switch (element.name()) {
      case "Create" -> new TaskChange.Created();
      case "Assign" -> new TaskChange.Assigned(person(element));
      case "Unassign" -> new TaskChange.Unassigned(person(element));
      case "UnassignAll" -> new TaskChange.UnassignedAll();
      case "SetTitle" -> new TaskChange.Titled(element.attributeOr("title", ""));
      case "Schedule" ->
          new TaskChange.Scheduled(
              new DocumentTask.Schedule(
                  instant(element, "startDate"), instant(element, "dueDate")));
      case "Progress" ->
          new TaskChange.Progressed(Math.clamp(element.number("percentComplete", 0), 0, 100));
      case "Priority" ->
          new TaskChange.Prioritized(
              Math.clamp(element.number("value", DocumentTask.USUAL_PRIORITY), 0, 10));
      case "Delete" -> new TaskChange.Deleted();
      case "Undelete" -> new TaskChange.Restored();
      case "Undo" -> new TaskChange.Undone(element.attributeOr("id", ""));
      default -> new TaskChange.Other();
    };
  }

  private static TaskPerson person(XmlElement element) {
    return new TaskPerson(element.attributeOr("userId", ""), element.attributeOr("userName", ""));
  }

  /// A time is in UTC whether it says so or not.
  private static Optional<Instant> instant(XmlElement element, String attribute) {
    String text = element.attributeOr(attribute, "");
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException noOffset) {
      return local(text);
    }
  }

  private static Optional<Instant> local(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
