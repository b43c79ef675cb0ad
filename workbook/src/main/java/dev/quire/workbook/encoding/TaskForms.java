package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.TEXT;
import static dev.quire.workbook.encoding.Forms.list;
import static dev.quire.workbook.encoding.Forms.optional;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.DocumentTask.Schedule;
import dev.quire.workbook.Edit;
import dev.quire.workbook.TaskChange;
import dev.quire.workbook.TaskPerson;

/// The forms of changes to tasks. They never change once they have been in a release. A deed begins
/// with a number that tells which kind it is; a number is never given to another kind.
final class TaskForms {
  private static final Form<TaskPerson> PERSON =
      record(TEXT.at(TaskPerson::id), TEXT.at(TaskPerson::name), TaskPerson::new);

  private static final Form<Schedule> SCHEDULE =
      record(
          optional(EditForms.INSTANT).at(Schedule::start),
          optional(EditForms.INSTANT).at(Schedule::due),
          Schedule::new);

  private static final Form<TaskChange.Deed> DEED = Form.of(TaskForms::write, TaskForms::read);

  private static final Form<TaskChange> CHANGE =
      record(
          TEXT.at(TaskChange::id),
          EditForms.INSTANT.at(TaskChange::at),
          PERSON.at(TaskChange::by),
          TEXT.at(TaskChange::comment),
          DEED.at(TaskChange::deed),
          TaskChange::new);

  static final Form<Edit.ChangeTask> CHANGE_TASK =
      record(
          INTEGER.at(Edit.ChangeTask::sheet),
          TEXT.at(Edit.ChangeTask::task),
          list(CHANGE).at(Edit.ChangeTask::changes),
          Edit.ChangeTask::new);

  private TaskForms() {}

  private static void write(RecordOutput out, TaskChange.Deed deed) {
    switch (deed) {
      case TaskChange.Created _ -> out.octet(1);
      case TaskChange.Assigned(TaskPerson person) -> write(out, 2, PERSON, person);
      case TaskChange.Unassigned(TaskPerson person) -> write(out, 3, PERSON, person);
      case TaskChange.UnassignedAll _ -> out.octet(4);
      case TaskChange.Titled(String title) -> write(out, 5, TEXT, title);
      case TaskChange.Scheduled(Schedule schedule) -> write(out, 6, SCHEDULE, schedule);
      case TaskChange.Progressed(int percent) -> write(out, 7, INTEGER, percent);
      case TaskChange.Prioritized(int urgency) -> write(out, 8, INTEGER, urgency);
      case TaskChange.Deleted _ -> out.octet(9);
      case TaskChange.Restored _ -> out.octet(10);
      case TaskChange.Undone(String change) -> write(out, 11, TEXT, change);
      case TaskChange.Other _ -> out.octet(12);
    }
  }

  private static <T> void write(RecordOutput out, int kind, Form<T> form, T value) {
    out.octet(kind);
    form.write(value, out);
  }

  private static TaskChange.Deed read(RecordInput in) {
    return switch (in.octet()) {
      case 1 -> new TaskChange.Created();
      case 2 -> new TaskChange.Assigned(PERSON.read(in));
      case 3 -> new TaskChange.Unassigned(PERSON.read(in));
      case 4 -> new TaskChange.UnassignedAll();
      case 5 -> new TaskChange.Titled(TEXT.read(in));
      case 6 -> new TaskChange.Scheduled(SCHEDULE.read(in));
      case 7 -> new TaskChange.Progressed(INTEGER.read(in));
      case 8 -> new TaskChange.Prioritized(INTEGER.read(in));
      case 9 -> new TaskChange.Deleted();
      case 10 -> new TaskChange.Restored();
      case 11 -> new TaskChange.Undone(TEXT.read(in));
      case 12 -> new TaskChange.Other();
      default -> throw new UnreadableRecord("it has an unknown kind of change to a task");
    };
  }
}
