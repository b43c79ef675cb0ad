package dev.quire.graph.resource;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.DocumentTask;
import dev.quire.workbook.Edit;
import dev.quire.workbook.TaskChange;
import dev.quire.workbook.TaskChange.Deed;
import dev.quire.workbook.TaskPerson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Changes tasks: each change adds to their history. Who did it and when is told by the request.
final class TaskEdits {
  private static final int LONGEST_TITLE = 255;

  private TaskEdits() {}

  /// The word for a kind of change, as Excel's interface for add-ins has it (D for `assign`,
  /// `undo`, `setPriority`, `setTitle`, `setSchedule`, `setPercentComplete`; others ?).
  static String word(Deed deed) {
    return switch (deed) {
      case TaskChange.Created _ -> "create";
      case TaskChange.Assigned _ -> "assign";
      case TaskChange.Unassigned _ -> "unassign";
      case TaskChange.UnassignedAll _ -> "unassignAll";
      case TaskChange.Titled _ -> "setTitle";
      case TaskChange.Scheduled _ -> "setSchedule";
      case TaskChange.Progressed _ -> "setPercentComplete";
      case TaskChange.Prioritized _ -> "setPriority";
      case TaskChange.Deleted _ -> "delete";
      case TaskChange.Restored _ -> "undelete";
      case TaskChange.Undone _ -> "undo";
      case TaskChange.Other _ -> "unknown";
    };
  }

  /// POST of a change.
  static Plan add(TaskView view, Arguments arguments, Ids ids) {
    JsonObject body = arguments.inBody();
    String type =
        Bodies.findText(body, "type").orElseThrow(() -> new BadArgument("'type' is missing."));
    Deed deed =
        switch (type.toLowerCase(Locale.ROOT)) {
          case "assign" -> new TaskChange.Assigned(person(body, "assignee", "type", "assignee"));
          case "unassign" ->
              new TaskChange.Unassigned(person(body, "assignee", "type", "assignee"));
          case "unassignall" -> only(body, new TaskChange.UnassignedAll(), "type");
          case "settitle" -> only(body, title(body), "type", "title");
          case "setschedule" -> schedule(body, "type", "startDateTime", "dueDateTime");
          case "setpercentcomplete" ->
              only(
                  body,
                  new TaskChange.Progressed(number(body, "percentComplete", 100)),
                  "type",
                  "percentComplete");
          case "setpriority" ->
              only(
                  body,
                  new TaskChange.Prioritized(number(body, "priority", 10)),
                  "type",
                  "priority");
          case "undo" -> only(body, undo(body), "type", "undoChangeId");
          default ->
              throw new BadArgument(
                  "'type' has to be assign, unassign, unassignAll, setTitle, setSchedule, setPercentComplete, setPriority or undo, not '%s'."
                      .formatted(type));
        };
    TaskChange change = change(view, deed, ids.get(), ids.now(), ids.author());
    return Plan.creating(
        edit(view, List.of(change)), after -> new TaskChangeView(view, change).in(after));
  }

  private static Deed only(JsonObject body, Deed deed, String... members) {
    Bodies.onlyMembers(body, members);
    return deed;
  }

  private static TaskChange change(
      TaskView view, Deed deed, String id, Instant now, String author) {
    return new TaskChange(id, now, new TaskPerson(author, author), view.task().comment(), deed);
  }

  private static Edit edit(TaskView view, List<TaskChange> changes) {
    return new Edit.ChangeTask(view.sheet(), view.task().id(), changes);
  }

  /// PATCH of a task: a change for each member that says something new.
  static Edit update(TaskView view, JsonObject body, Ids ids) {
    Bodies.onlyMembers(
        body, "title", "percentComplete", "priority", "startAndDueDateTime", "assignees");
    Bodies.notNull(
        body, "title", "percentComplete", "priority", "startAndDueDateTime", "assignees");
    var deeds = new ArrayList<Deed>();
    if (Bodies.find(body, "title").isPresent()) {
      deeds.add(title(body));
    }
    if (Bodies.find(body, "percentComplete").isPresent()) {
      deeds.add(new TaskChange.Progressed(number(body, "percentComplete", 100)));
    }
    if (Bodies.find(body, "priority").isPresent()) {
      deeds.add(new TaskChange.Prioritized(number(body, "priority", 10)));
    }
    Bodies.find(body, "startAndDueDateTime")
        .ifPresent(json -> {
          if (!(json instanceof JsonObject dates)) {
            throw new BadArgument("'startAndDueDateTime' has to be an object.");
          }
          deeds.add(schedule(dates, "startDateTime", "dueDateTime"));
        });
    Bodies.find(body, "assignees").ifPresent(json -> assign(view.task(), json, deeds));
    if (deeds.isEmpty()) {
      throw new BadArgument("The body says nothing that could be changed here.");
    }
    Instant now = ids.now();
    return edit(
        view,
        deeds.stream().map(each -> change(view, each, ids.get(), now, ids.author())).toList());
  }

  /// DELETE of a task: it goes, its history says so.
  static Edit delete(TaskView view, Ids ids) {
    var change = change(view, new TaskChange.Deleted(), ids.get(), ids.now(), ids.author());
    return edit(view, List.of(change));
  }

  private static void assign(DocumentTask task, Json json, List<Deed> deeds) {
    if (!(json instanceof JsonArray people)) {
      throw new BadArgument("'assignees' has to be an array, not " + json.kind() + ".");
    }
    if (people.items().isEmpty()) {
      deeds.add(new TaskChange.UnassignedAll());
      return;
    }
    List<TaskPerson> wanted =
        people.items().stream().map(each -> person(each, "assignees")).toList();
    task.assignees().stream()
        .filter(each -> !wanted.contains(each))
        .forEach(each -> deeds.add(new TaskChange.Unassigned(each)));
    wanted.forEach(each -> deeds.add(new TaskChange.Assigned(each)));
  }

  private static TaskPerson person(JsonObject body, String name, String... members) {
    Bodies.onlyMembers(body, members);
    return person(
        Bodies.find(body, name)
            .orElseThrow(() -> new BadArgument("'%s' is missing.".formatted(name))),
        name);
  }

  /// Known by the id, or by the mail address where there is none.
  private static TaskPerson person(Json json, String name) {
    if (!(json instanceof JsonObject person)) {
      throw new BadArgument("'%s' has to be an object, not %s.".formatted(name, json.kind()));
    }
    Bodies.onlyMembers(person, "displayName", "email", "id");
    String id =
        Bodies.findText(person, "id")
            .or(() -> Bodies.findText(person, "email"))
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> new BadArgument("'%s' needs an id or email.".formatted(name)));
    return new TaskPerson(id, Bodies.findText(person, "displayName").orElse(id));
  }

  private static Deed title(JsonObject body) {
    String title =
        Bodies.findText(body, "title").orElseThrow(() -> new BadArgument("'title' is missing."));
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new BadArgument("'title' has to have 1 to %d characters.".formatted(LONGEST_TITLE));
    }
    return new TaskChange.Titled(title);
  }

  private static int number(JsonObject body, String name, int most) {
    int number =
        Bodies.findInteger(body, name)
            .orElseThrow(() -> new BadArgument("'%s' is missing.".formatted(name)));
    if (number < 0 || number > most) {
      throw new BadArgument("'%s' has to be from 0 to %d, not %d.".formatted(name, most, number));
    }
    return number;
  }

  private static Deed undo(JsonObject body) {
    return new TaskChange.Undone(
        Bodies.findText(body, "undoChangeId")
            .orElseThrow(() -> new BadArgument("'undoChangeId' is missing.")));
  }

  private static Deed schedule(JsonObject body, String... members) {
    Bodies.onlyMembers(body, members);
    return new TaskChange.Scheduled(
        new DocumentTask.Schedule(instant(body, "startDateTime"), instant(body, "dueDateTime")));
  }

  private static Optional<Instant> instant(JsonObject body, String name) {
    return Bodies.findText(body, name)
        .map(text -> {
          try {
            return OffsetDateTime.parse(text).toInstant();
          } catch (DateTimeParseException wrong) {
            throw new BadArgument(
                "'%s' has to be a time such as 2026-03-02T09:00:00Z, not '%s'."
                    .formatted(name, text));
          }
        });
  }
}
