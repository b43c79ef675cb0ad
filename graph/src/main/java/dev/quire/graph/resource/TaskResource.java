package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

import dev.quire.graph.json.JsonOut;
import dev.quire.workbook.DocumentTask;
import dev.quire.workbook.TaskChange;
import dev.quire.workbook.TaskPerson;
import dev.quire.workbook.Workbook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// `workbookDocumentTask` and `workbookDocumentTaskChange`, which only `/beta` has. A task is told
/// from its history.
final class TaskResource {
  static final ResourceType<TaskView> TYPE =
      resource("workbookDocumentTask", TaskView.class)
          .text("id", view -> view.task().id())
          .reads("assignees", TaskResource::assignees)
          .reads("completedBy", (view, out) -> person(view.task().completion(), out))
          .reads("completedDateTime", (view, out) -> moment(view.task().completion(), out))
          .reads("createdBy", (view, out) -> person(view.task().creation(), out))
          .reads("createdDateTime", (view, out) -> moment(view.task().creation(), out))
          .number("percentComplete", view -> view.task().percentComplete())
          .number("priority", view -> view.task().priority())
          .reads("startAndDueDateTime", TaskResource::schedule)
          .text("title", view -> view.task().title().orElse(""))
          .lists("changes", TaskResource::changes)
          .creates("changes", TaskEdits::add)
          .leadsTo("comment", TaskResource::comment)
          .updates(TaskEdits::update)
          .deletes(TaskEdits::delete);

  /// What was done cannot be done otherwise afterwards; it can be undone by another change.
  static final ResourceType<TaskChangeView> CHANGE =
      resource("workbookDocumentTaskChange", TaskChangeView.class)
          .text("id", view -> view.change().id())
          .reads("assignee", (view, out) -> person(assignee(view.change()), out))
          .reads("changedBy", (view, out) -> person(view.change().by(), out))
          .text("commentId", view -> view.change().comment())
          .reads("createdDateTime", (view, out) -> moment(Optional.of(view.change()), out))
          .reads(
              "dueDateTime", (view, out) -> time(planned(view.change()).flatMap(s -> s.due()), out))
          .reads("percentComplete", (view, out) -> number(view.change(), true, out))
          .reads("priority", (view, out) -> number(view.change(), false, out))
          .reads(
              "startDateTime",
              (view, out) -> time(planned(view.change()).flatMap(s -> s.start()), out))
          .reads(
              "title",
              (view, out) -> {
                if (view.change().deed() instanceof TaskChange.Titled(String title)) {
                  out.text(title);
                } else {
                  out.nothing();
                }
              })
          .text("type", view -> TaskEdits.word(view.change().deed()))
          .reads(
              "undoChangeId",
              (view, out) -> {
                if (view.change().deed() instanceof TaskChange.Undone(String change)) {
                  out.text(change);
                } else {
                  out.nothing();
                }
              })
          .refuses("it tells what was done, which another change can undo", "PATCH", "DELETE");

  private TaskResource() {}

  /// The tasks of a worksheet that are there: neither deleted nor without their comment.
  static List<TaskView> of(Workbook book, int sheet) {
    return book.worksheet(sheet).stream()
        .flatMap(each ->
            each.regions().tasks().stream()
                .filter(task -> !task.isDeleted() && find(book, sheet, task.comment()).isPresent()))
        .map(task -> new TaskView(book, sheet, task))
        .toList();
  }

  static Listing list(SheetView sheet) {
    List<TaskView> views = of(sheet.book(), sheet.key());
    return Listing.of(
        views,
        key ->
            views.stream()
                .filter(view -> view.task().id().equalsIgnoreCase(key))
                .<View>map(view -> view)
                .findFirst());
  }

  /// The task that hangs on a comment or reply.
  static Optional<View> on(Workbook book, int sheet, String comment) {
    return of(book, sheet).stream()
        .filter(each -> each.task().comment().equalsIgnoreCase(comment))
        .<View>map(each -> each)
        .findFirst();
  }

  /// The comment with this id or with this reply.
  private static Optional<CommentView> find(Workbook book, int sheet, String id) {
    return book.worksheet(sheet).stream()
        .flatMap(each -> each.regions().comments().stream())
        .filter(comment ->
            Stream.concat(
                    Stream.of(comment.id()), comment.replies().stream().map(reply -> reply.id()))
                .anyMatch(id::equalsIgnoreCase))
        .map(comment -> new CommentView(book, comment))
        .findFirst();
  }

  private static View comment(TaskView view) {
    return find(view.book(), view.sheet(), view.task().comment())
        .orElseThrow(() -> new NoSuchEntity("comment", view.task().comment()));
  }

  private static Listing changes(TaskView task) {
    List<TaskChangeView> views =
        task.task().history().stream().map(each -> new TaskChangeView(task, each)).toList();
    return Listing.of(
        views,
        key ->
            views.stream()
                .filter(view -> view.change().id().equalsIgnoreCase(key))
                .<View>map(view -> view)
                .findFirst());
  }

  private static void assignees(TaskView view, JsonOut out) {
    out.beginArray();
    view.task().assignees().forEach(each -> person(each, out));
    out.endArray();
  }

  private static void person(Optional<TaskChange> change, JsonOut out) {
    if (change.isPresent()) {
      person(change.get().by(), out);
    } else {
      out.nothing();
    }
  }

  private static void person(TaskPerson person, JsonOut out) {
    if (person.id().isEmpty()) {
      out.nothing();
      return;
    }
    out.beginObject()
        .text("displayName", person.name())
        .text("email", person.email())
        .text("id", person.id())
        .endObject();
  }

  private static TaskPerson assignee(TaskChange change) {
    return switch (change.deed()) {
      case TaskChange.Assigned(TaskPerson person) -> person;
      case TaskChange.Unassigned(TaskPerson person) -> person;
      default -> new TaskPerson("", "");
    };
  }

  private static Optional<DocumentTask.Schedule> planned(TaskChange change) {
    return change.deed() instanceof TaskChange.Scheduled(DocumentTask.Schedule schedule)
        ? Optional.of(schedule)
        : Optional.empty();
  }

  private static void moment(Optional<TaskChange> change, JsonOut out) {
    time(change.map(TaskChange::at), out);
  }

  private static void time(Optional<Instant> at, JsonOut out) {
    if (at.isPresent()) {
      out.text(at.get().toString());
    } else {
      out.nothing();
    }
  }

  private static void schedule(TaskView view, JsonOut out) {
    DocumentTask.Schedule schedule = view.task().schedule();
    out.beginObject().name("dueDateTime");
    time(schedule.due(), out);
    out.name("startDateTime");
    time(schedule.start(), out);
    out.endObject();
  }

  private static void number(TaskChange change, boolean percent, JsonOut out) {
    switch (change.deed()) {
      case TaskChange.Progressed(int done) when percent -> out.number(done);
      case TaskChange.Prioritized(int urgency) when !percent -> out.number(urgency);
      default -> out.nothing();
    }
  }
}
