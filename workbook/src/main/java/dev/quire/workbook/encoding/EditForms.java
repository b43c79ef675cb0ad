package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Forms.AREA;
import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.TEXT;
import static dev.quire.workbook.encoding.Forms.grid;
import static dev.quire.workbook.encoding.Forms.optional;
import static dev.quire.workbook.encoding.Forms.word;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.CalculationScope;
import dev.quire.workbook.ClearScope;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Visibility;

/// The form of each kind of change: its components in order.
///
/// A form that has been in a release never changes. A kind whose components change gets another
/// form under another number in [EditKind], and the old number goes on being read.
final class EditForms {
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

  private EditForms() {}
}
