package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Forms.AREA;
import static dev.quire.workbook.encoding.Forms.FLAG;
import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.NUMBER;
import static dev.quire.workbook.encoding.Forms.TEXT;
import static dev.quire.workbook.encoding.Forms.optional;
import static dev.quire.workbook.encoding.Forms.word;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.Edit;
import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.ChartChange;
import dev.quire.workbook.chart.ChartFrame;
import dev.quire.workbook.chart.ChartType;
import dev.quire.workbook.chart.DataLabels;
import dev.quire.workbook.chart.Legend;
import dev.quire.workbook.chart.SeriesBy;
import dev.quire.workbook.chart.SeriesData.SheetArea;
import java.util.Optional;
import java.util.OptionalDouble;

/// The forms of changes to charts. They never change once they have been in a release.
final class ChartForms {
  static final Form<OptionalDouble> NUMBER_OR_NONE =
      optional(NUMBER)
          .as(
              number -> number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty(),
              number ->
                  number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty());

  private static final Form<Long> LONG = Form.of(RecordOutput::bits, RecordInput::bits);

  private static final Form<ChartFrame.Corner> CORNER =
      record(
          INTEGER.at(ChartFrame.Corner::row),
          INTEGER.at(ChartFrame.Corner::column),
          LONG.at(ChartFrame.Corner::downEmu),
          LONG.at(ChartFrame.Corner::rightEmu),
          ChartFrame.Corner::new);

  private static final Form<ChartFrame> FRAME =
      record(
          CORNER.at(ChartFrame::from),
          CORNER.at(ChartFrame::to),
          word(ChartFrame.Follows.class).at(ChartFrame::follows),
          ChartFrame::new);

  private static final Form<SheetArea> SOURCE =
      record(INTEGER.at(SheetArea::sheet), AREA.at(SheetArea::area), SheetArea::new);

  static final Form<Edit.AddChart> ADD_CHART =
      record(
          INTEGER.at(Edit.AddChart::sheet),
          word(ChartType.class).at(Edit.AddChart::type),
          SOURCE.at(Edit.AddChart::source),
          word(SeriesBy.class).at(Edit.AddChart::by),
          TEXT.at(Edit.AddChart::id),
          Edit.AddChart::new);

  static final Form<Edit.DeleteChart> DELETE_CHART =
      record(
          INTEGER.at(Edit.DeleteChart::sheet),
          TEXT.at(Edit.DeleteChart::chart),
          Edit.DeleteChart::new);

  private static final Form<ChartChange.Rename> RENAME =
      record(TEXT.at(ChartChange.Rename::name), ChartChange.Rename::new);

  private static final Form<ChartChange.Place> PLACE =
      record(FRAME.at(ChartChange.Place::frame), ChartChange.Place::new);

  private static final Form<ChartChange.SetData> SET_DATA =
      record(
          INTEGER.at(ChartChange.SetData::sheet),
          AREA.at(ChartChange.SetData::area),
          word(SeriesBy.class).at(ChartChange.SetData::by),
          ChartChange.SetData::new);

  private static final Form<ChartChange.SetTitle> SET_TITLE =
      record(
          optional(word(AxisRole.class)).at(ChartChange.SetTitle::axis),
          optional(TEXT).at(ChartChange.SetTitle::text),
          optional(FLAG).at(ChartChange.SetTitle::visible),
          optional(FLAG).at(ChartChange.SetTitle::overlay),
          ChartChange.SetTitle::new);

  private static final Form<ChartChange.SetLegend> SET_LEGEND =
      record(
          optional(FLAG).at(ChartChange.SetLegend::visible),
          optional(word(Legend.Position.class)).at(ChartChange.SetLegend::position),
          optional(FLAG).at(ChartChange.SetLegend::overlay),
          ChartChange.SetLegend::new);

  private static final Form<ChartChange.Shows> SHOWS =
      record(
          optional(FLAG).at(ChartChange.Shows::value),
          optional(FLAG).at(ChartChange.Shows::category),
          optional(FLAG).at(ChartChange.Shows::series),
          optional(FLAG).at(ChartChange.Shows::percentage),
          optional(FLAG).at(ChartChange.Shows::bubbleSize),
          optional(FLAG).at(ChartChange.Shows::legendKey),
          ChartChange.Shows::new);

  private static final Form<ChartChange.SetLabels> SET_LABELS =
      record(
          SHOWS.at(ChartChange.SetLabels::shows),
          optional(optional(word(DataLabels.Position.class))).at(ChartChange.SetLabels::position),
          optional(TEXT).at(ChartChange.SetLabels::separator),
          ChartChange.SetLabels::new);

  private static final Form<ChartChange.SetScale> SET_SCALE =
      record(
          word(AxisRole.class).at(ChartChange.SetScale::axis),
          optional(NUMBER_OR_NONE).at(ChartChange.SetScale::minimum),
          optional(NUMBER_OR_NONE).at(ChartChange.SetScale::maximum),
          optional(NUMBER_OR_NONE).at(ChartChange.SetScale::majorUnit),
          optional(NUMBER_OR_NONE).at(ChartChange.SetScale::minorUnit),
          ChartChange.SetScale::new);

  private static final Form<ChartChange.SetGridlines> SET_GRIDLINES =
      record(
          word(AxisRole.class).at(ChartChange.SetGridlines::axis),
          FLAG.at(ChartChange.SetGridlines::major),
          FLAG.at(ChartChange.SetGridlines::visible),
          ChartChange.SetGridlines::new);

  private static final Form<ChartChange.SetFill> SET_FILL =
      record(
          ChartLookForms.ELEMENT.at(ChartChange.SetFill::element),
          ChartLookForms.FILL.at(ChartChange.SetFill::fill),
          ChartChange.SetFill::new);

  private static final Form<ChartChange.SetLine> SET_LINE =
      record(
          ChartLookForms.ELEMENT.at(ChartChange.SetLine::element),
          ChartLookForms.FILL.at(ChartChange.SetLine::fill),
          ChartChange.SetLine::new);

  private static final Form<ChartChange.SetFont> SET_FONT =
      record(
          ChartLookForms.ELEMENT.at(ChartChange.SetFont::element),
          ChartLookForms.FONT.at(ChartChange.SetFont::font),
          ChartChange.SetFont::new);

  private static final Form<ChartChange.NameSeries> NAME_SERIES =
      record(
          INTEGER.at(ChartChange.NameSeries::series),
          TEXT.at(ChartChange.NameSeries::name),
          ChartChange.NameSeries::new);

  private static final Form<ChartChange.AddSeries> ADD_SERIES =
      record(optional(TEXT).at(ChartChange.AddSeries::name), ChartChange.AddSeries::new);

  private static final Form<ChartChange.DeleteSeries> DELETE_SERIES =
      record(INTEGER.at(ChartChange.DeleteSeries::series), ChartChange.DeleteSeries::new);

  /// Begins with a number that tells which kind it is; a number is never given to another kind.
  private static final Form<ChartChange> CHANGE = Form.of(ChartForms::write, ChartForms::change);

  static final Form<Edit.ChangeChart> CHANGE_CHART =
      record(
          INTEGER.at(Edit.ChangeChart::sheet),
          TEXT.at(Edit.ChangeChart::chart),
          CHANGE.at(Edit.ChangeChart::change),
          Edit.ChangeChart::new);

  private ChartForms() {}

  private static void write(RecordOutput out, ChartChange change) {
    switch (change) {
      case ChartChange.Rename it -> kind(1, RENAME, it, out);
      case ChartChange.Place it -> kind(2, PLACE, it, out);
      case ChartChange.SetData it -> kind(3, SET_DATA, it, out);
      case ChartChange.SetTitle it -> kind(4, SET_TITLE, it, out);
      case ChartChange.SetLegend it -> kind(5, SET_LEGEND, it, out);
      case ChartChange.SetLabels it -> kind(6, SET_LABELS, it, out);
      case ChartChange.SetScale it -> kind(7, SET_SCALE, it, out);
      case ChartChange.SetGridlines it -> kind(8, SET_GRIDLINES, it, out);
      case ChartChange.SetFill it -> kind(9, SET_FILL, it, out);
      case ChartChange.SetLine it -> kind(10, SET_LINE, it, out);
      case ChartChange.SetFont it -> kind(11, SET_FONT, it, out);
      case ChartChange.NameSeries it -> kind(12, NAME_SERIES, it, out);
      case ChartChange.AddSeries it -> kind(13, ADD_SERIES, it, out);
      case ChartChange.DeleteSeries it -> kind(14, DELETE_SERIES, it, out);
    }
  }

  private static <T> void kind(int number, Form<T> form, T value, RecordOutput out) {
    out.octet(number);
    form.write(value, out);
  }

  private static ChartChange change(RecordInput in) {
    return switch (in.octet()) {
      case 1 -> RENAME.read(in);
      case 2 -> PLACE.read(in);
      case 3 -> SET_DATA.read(in);
      case 4 -> SET_TITLE.read(in);
      case 5 -> SET_LEGEND.read(in);
      case 6 -> SET_LABELS.read(in);
      case 7 -> SET_SCALE.read(in);
      case 8 -> SET_GRIDLINES.read(in);
      case 9 -> SET_FILL.read(in);
      case 10 -> SET_LINE.read(in);
      case 11 -> SET_FONT.read(in);
      case 12 -> NAME_SERIES.read(in);
      case 13 -> ADD_SERIES.read(in);
      case 14 -> DELETE_SERIES.read(in);
      default -> throw new UnreadableRecord("it has an unknown kind of change to a chart");
    };
  }
}
