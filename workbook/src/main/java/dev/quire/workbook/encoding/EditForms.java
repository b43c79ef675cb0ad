package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Forms.AREA;
import static dev.quire.workbook.encoding.Forms.FLAG;
import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.NUMBER;
import static dev.quire.workbook.encoding.Forms.TEXT;
import static dev.quire.workbook.encoding.Forms.grid;
import static dev.quire.workbook.encoding.Forms.list;
import static dev.quire.workbook.encoding.Forms.optional;
import static dev.quire.workbook.encoding.Forms.word;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.BorderPlace;
import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.CalculationScope;
import dev.quire.workbook.ClearScope;
import dev.quire.workbook.DeleteShift;
import dev.quire.workbook.Edit;
import dev.quire.workbook.InsertShift;
import dev.quire.workbook.Visibility;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;

/// The form of each kind of change: its components in order.
///
/// A form that has been in a release never changes. A kind whose components change gets another
/// form under another number in [EditKind], and the old number goes on being read.
final class EditForms {
  static final Form<OptionalInt> WHOLE_NUMBER_OR_NONE =
      optional(INTEGER)
          .as(
              key -> key.isPresent() ? Optional.of(key.getAsInt()) : Optional.empty(),
              key -> key.isPresent() ? OptionalInt.of(key.get()) : OptionalInt.empty());

  static final Form<Instant> INSTANT = TEXT.as(Instant::toString, EditForms::instant);

  static final Form<Edit.WriteCells> WRITE_CELLS =
      record(
          INTEGER.at(Edit.WriteCells::sheet),
          AREA.at(Edit.WriteCells::area),
          optional(grid(ValueForms.FORMAT)).at(Edit.WriteCells::formats),
          optional(grid(ValueForms.ENTRY)).at(Edit.WriteCells::entries),
          Edit.WriteCells::new);

  static final Form<Edit.ClearCells> CLEAR_CELLS =
      record(
          INTEGER.at(Edit.ClearCells::sheet),
          AREA.at(Edit.ClearCells::area),
          word(ClearScope.class).at(Edit.ClearCells::scope),
          Edit.ClearCells::new);

  static final Form<Edit.AddWorksheet> ADD_WORKSHEET =
      record(
          optional(TEXT).at(Edit.AddWorksheet::name),
          TEXT.at(Edit.AddWorksheet::id),
          Edit.AddWorksheet::new);

  static final Form<Edit.UpdateWorksheet> UPDATE_WORKSHEET =
      record(
          INTEGER.at(Edit.UpdateWorksheet::sheet),
          optional(TEXT).at(Edit.UpdateWorksheet::name),
          optional(INTEGER).at(Edit.UpdateWorksheet::position),
          optional(word(Visibility.class)).at(Edit.UpdateWorksheet::visibility),
          Edit.UpdateWorksheet::new);

  static final Form<Edit.DeleteWorksheet> DELETE_WORKSHEET =
      record(INTEGER.at(Edit.DeleteWorksheet::sheet), Edit.DeleteWorksheet::new);

  static final Form<Edit.SetCalculationMode> SET_CALCULATION_MODE =
      record(
          word(CalculationMode.class).at(Edit.SetCalculationMode::mode),
          Edit.SetCalculationMode::new);

  static final Form<Edit.Calculate> CALCULATE =
      record(word(CalculationScope.class).at(Edit.Calculate::scope), Edit.Calculate::new);

  static final Form<Edit.FormatCells> FORMAT_CELLS =
      record(
          INTEGER.at(Edit.FormatCells::sheet),
          AREA.at(Edit.FormatCells::area),
          list(LookForms.CHANGE).at(Edit.FormatCells::changes),
          Edit.FormatCells::new);

  static final Form<Edit.DrawBorders> DRAW_BORDERS =
      record(
          INTEGER.at(Edit.DrawBorders::sheet),
          AREA.at(Edit.DrawBorders::area),
          word(BorderPlace.class).at(Edit.DrawBorders::place),
          LookForms.BORDER.at(Edit.DrawBorders::line),
          Edit.DrawBorders::new);

  static final Form<Edit.SetColumns> SET_COLUMNS =
      record(
          INTEGER.at(Edit.SetColumns::sheet),
          INTEGER.at(Edit.SetColumns::first),
          INTEGER.at(Edit.SetColumns::last),
          optional(NUMBER).at(Edit.SetColumns::widthPoints),
          optional(FLAG).at(Edit.SetColumns::hidden),
          Edit.SetColumns::new);

  static final Form<Edit.SetRows> SET_ROWS =
      record(
          INTEGER.at(Edit.SetRows::sheet),
          INTEGER.at(Edit.SetRows::first),
          INTEGER.at(Edit.SetRows::last),
          optional(NUMBER).at(Edit.SetRows::heightPoints),
          optional(FLAG).at(Edit.SetRows::hidden),
          Edit.SetRows::new);

  static final Form<Edit.InsertCells> INSERT_CELLS =
      record(
          INTEGER.at(Edit.InsertCells::sheet),
          AREA.at(Edit.InsertCells::area),
          word(InsertShift.class).at(Edit.InsertCells::shift),
          Edit.InsertCells::new);

  static final Form<Edit.DeleteCells> DELETE_CELLS =
      record(
          INTEGER.at(Edit.DeleteCells::sheet),
          AREA.at(Edit.DeleteCells::area),
          word(DeleteShift.class).at(Edit.DeleteCells::shift),
          Edit.DeleteCells::new);

  static final Form<Edit.AddName> ADD_NAME =
      record(
          WHOLE_NUMBER_OR_NONE.at(Edit.AddName::sheet),
          TEXT.at(Edit.AddName::name),
          TEXT.at(Edit.AddName::formula),
          optional(TEXT).at(Edit.AddName::comment),
          Edit.AddName::new);

  static final Form<Edit.UpdateName> UPDATE_NAME =
      record(
          WHOLE_NUMBER_OR_NONE.at(Edit.UpdateName::sheet),
          TEXT.at(Edit.UpdateName::name),
          optional(TEXT).at(Edit.UpdateName::formula),
          optional(TEXT).at(Edit.UpdateName::comment),
          optional(FLAG).at(Edit.UpdateName::visible),
          Edit.UpdateName::new);

  static final Form<Edit.DeleteName> DELETE_NAME =
      record(
          WHOLE_NUMBER_OR_NONE.at(Edit.DeleteName::sheet),
          TEXT.at(Edit.DeleteName::name),
          Edit.DeleteName::new);

  static final Form<Edit.RefreshPivots> REFRESH_PIVOTS =
      record(
          INTEGER.at(Edit.RefreshPivots::sheet),
          optional(TEXT).at(Edit.RefreshPivots::pivot),
          INSTANT.at(Edit.RefreshPivots::at),
          Edit.RefreshPivots::new);

  static final Form<Edit.DeletePivot> DELETE_PIVOT =
      record(
          INTEGER.at(Edit.DeletePivot::sheet),
          TEXT.at(Edit.DeletePivot::pivot),
          Edit.DeletePivot::new);

  static final Form<Edit.RenamePivot> RENAME_PIVOT =
      record(
          INTEGER.at(Edit.RenamePivot::sheet),
          TEXT.at(Edit.RenamePivot::pivot),
          TEXT.at(Edit.RenamePivot::name),
          Edit.RenamePivot::new);

  /// Edits inside an edit, each with its kind in front.
  static final Form<Edit.Several> SEVERAL =
      record(
          list(Form.of(EditRecord::writeInside, EditRecord::readInside)).at(Edit.Several::edits),
          Edit.Several::new);

  private EditForms() {}

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw new UnreadableRecord("it has the unknown time " + text);
    }
  }
}
