package dev.quire.workbook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// A task that a comment gives to somebody. All that is known of it is what was done to it.
///
/// @param id a GUID in braces
/// @param comment id of the comment or reply that it hangs on
/// @param history what was done, in order
public record DocumentTask(String id, String comment, List<TaskChange> history) {
  /// How urgent a task is of which nobody said so, from 0 for the most urgent to 10.
  public static final int USUAL_PRIORITY = 5;

  /// Copies the history.
  public DocumentTask {
    history = List.copyOf(history);
  }

  /// When a task is to be done.
  ///
  /// @param start when it begins
  /// @param due when it has to be done
  public record Schedule(Optional<Instant> start, Optional<Instant> due) {}

  /// What was done and not undone since.
  private List<TaskChange> valid() {
    var undone = new HashSet<String>();
    var valid = new ArrayList<TaskChange>();
    for (TaskChange each : history.reversed()) {
      if (undone.contains(each.id())) {
        continue;
      }
      if (each.deed() instanceof TaskChange.Undone(String change)) {
        undone.add(change);
      } else {
        valid.addFirst(each);
      }
    }
    return valid;
  }

  /// Whether it was deleted.
  public boolean isDeleted() {
    boolean deleted = false;
    for (TaskChange each : valid()) {
      deleted =
          switch (each.deed()) {
            case TaskChange.Deleted _ -> true;
            case TaskChange.Restored _ -> false;
            default -> deleted;
          };
    }
    return deleted;
  }

  /// What it is about; empty when nobody said so.
  public Optional<String> title() {
    Optional<String> title = Optional.empty();
    for (TaskChange each : valid()) {
      if (each.deed() instanceof TaskChange.Titled(String text)) {
        title = Optional.of(text);
      }
    }
    return title;
  }

  /// Who has to do it.
  public List<TaskPerson> assignees() {
    var assignees = new ArrayList<TaskPerson>();
    for (TaskChange each : valid()) {
      switch (each.deed()) {
        case TaskChange.Assigned(TaskPerson person) -> {
          assignees.removeIf(other -> other.id().equals(person.id()));
          assignees.add(person);
        }
        case TaskChange.Unassigned(TaskPerson person) ->
            assignees.removeIf(other -> other.id().equals(person.id()));
        case TaskChange.UnassignedAll _ -> assignees.clear();
        default -> {}
      }
    }
    return List.copyOf(assignees);
  }

  /// How much of it is done, in hundredths.
  public int percentComplete() {
    return progress().map(each -> percent(each.deed())).orElse(0);
  }

  /// The change that completed it; empty while it is not.
  public Optional<TaskChange> completion() {
    return progress().filter(each -> percent(each.deed()) == 100);
  }

  private Optional<TaskChange> progress() {
    return valid().reversed().stream()
        .filter(each -> each.deed() instanceof TaskChange.Progressed)
        .findFirst();
  }

  private static int percent(TaskChange.Deed deed) {
    return deed instanceof TaskChange.Progressed(int percent) ? percent : 0;
  }

  /// How urgent it is, from 0 for the most urgent to 10.
  public int priority() {
    int priority = USUAL_PRIORITY;
    for (TaskChange each : valid()) {
      if (each.deed() instanceof TaskChange.Prioritized(int urgency)) {
        priority = urgency;
      }
    }
    return priority;
  }

  /// When it is to be done.
  public Schedule schedule() {
    var schedule = new Schedule(Optional.empty(), Optional.empty());
    for (TaskChange each : valid()) {
      if (each.deed() instanceof TaskChange.Scheduled(Schedule planned)) {
        schedule = planned;
      }
    }
    return schedule;
  }

  /// The change that made it; empty when the file does not tell.
  public Optional<TaskChange> creation() {
    return history.stream().filter(each -> each.deed() instanceof TaskChange.Created).findFirst();
  }

  DocumentTask with(List<TaskChange> more) {
    var all = new ArrayList<>(history);
    all.addAll(more);
    return new DocumentTask(id, comment, all);
  }
}
