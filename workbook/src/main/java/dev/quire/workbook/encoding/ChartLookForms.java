package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Forms.FLAG;
import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.NUMBER;
import static dev.quire.workbook.encoding.Forms.TEXT;
import static dev.quire.workbook.encoding.Forms.list;
import static dev.quire.workbook.encoding.Forms.optional;
import static dev.quire.workbook.encoding.Forms.word;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.chart.AxisRole;
import dev.quire.workbook.chart.ChartElement;
import dev.quire.workbook.chart.ChartText;
import dev.quire.workbook.chart.Fill;
import dev.quire.workbook.style.Color;

/// The forms of what changes the look of charts. They never change once they have been in a
/// release. What has several kinds begins with a number that tells which; a number is never given
/// to another kind.
final class ChartLookForms {
  private static final Form<Color> COLOR = INTEGER.as(Color::rgb, Color::new);

  static final Form<ChartText> FONT =
      record(
          optional(TEXT).at(ChartText::name),
          ChartForms.NUMBER_OR_NONE.at(ChartText::sizePoints),
          optional(FLAG).at(ChartText::bold),
          optional(FLAG).at(ChartText::italic),
          optional(FLAG).at(ChartText::underlined),
          optional(COLOR).at(ChartText::color),
          ChartText::new);

  private static final Form<Fill.Solid> SOLID =
      record(COLOR.at(Fill.Solid::color), NUMBER.at(Fill.Solid::opacity), Fill.Solid::new);

  private static final Form<Fill.Stop> STOP =
      record(
          NUMBER.at(Fill.Stop::at),
          COLOR.at(Fill.Stop::color),
          NUMBER.at(Fill.Stop::opacity),
          Fill.Stop::new);

  private static final Form<Fill.Gradient> GRADIENT =
      record(
          list(STOP).at(Fill.Gradient::stops),
          NUMBER.at(Fill.Gradient::degrees),
          Fill.Gradient::new);

  private static final Form<Fill.Pattern> PATTERN =
      record(
          TEXT.at(Fill.Pattern::preset),
          COLOR.at(Fill.Pattern::foreground),
          COLOR.at(Fill.Pattern::background),
          Fill.Pattern::new);

  static final Form<Fill> FILL = Form.of(ChartLookForms::write, ChartLookForms::fill);

  private static final Form<ChartElement.OfAxis> OF_AXIS =
      record(
          word(AxisRole.class).at(ChartElement.OfAxis::axis),
          word(ChartElement.Part.class).at(ChartElement.OfAxis::part),
          ChartElement.OfAxis::new);

  private static final Form<ChartElement.OfPoint> OF_POINT =
      record(
          INTEGER.at(ChartElement.OfPoint::series),
          INTEGER.at(ChartElement.OfPoint::point),
          ChartElement.OfPoint::new);

  static final Form<ChartElement> ELEMENT = Form.of(ChartLookForms::write, ChartLookForms::element);

  private ChartLookForms() {}

  private static void write(RecordOutput out, Fill fill) {
    switch (fill) {
      case Fill.Automatic _ -> out.octet(0);
      case Fill.None _ -> out.octet(1);
      case Fill.Solid solid -> {
        out.octet(2);
        SOLID.write(solid, out);
      }
      case Fill.Gradient gradient -> {
        out.octet(3);
        GRADIENT.write(gradient, out);
      }
      case Fill.Pattern pattern -> {
        out.octet(4);
        PATTERN.write(pattern, out);
      }
    }
  }

  private static Fill fill(RecordInput in) {
    return switch (in.octet()) {
      case 0 -> Fill.AUTOMATIC;
      case 1 -> Fill.NONE;
      case 2 -> SOLID.read(in);
      case 3 -> GRADIENT.read(in);
      case 4 -> PATTERN.read(in);
      default -> throw new UnreadableRecord("it has an unknown kind of fill");
    };
  }

  private static void write(RecordOutput out, ChartElement element) {
    switch (element) {
      case ChartElement.Whole _ -> out.octet(0);
      case ChartElement.Title _ -> out.octet(1);
      case ChartElement.LegendBox _ -> out.octet(2);
      case ChartElement.Labels _ -> out.octet(3);
      case ChartElement.OfAxis ofAxis -> {
        out.octet(4);
        OF_AXIS.write(ofAxis, out);
      }
      case ChartElement.OfSeries(int series) -> {
        out.octet(5);
        out.integer(series);
      }
      case ChartElement.OfPoint ofPoint -> {
        out.octet(6);
        OF_POINT.write(ofPoint, out);
      }
    }
  }

  private static ChartElement element(RecordInput in) {
    return switch (in.octet()) {
      case 0 -> new ChartElement.Whole();
      case 1 -> new ChartElement.Title();
      case 2 -> new ChartElement.LegendBox();
      case 3 -> new ChartElement.Labels();
      case 4 -> OF_AXIS.read(in);
      case 5 -> new ChartElement.OfSeries(in.integer());
      case 6 -> OF_POINT.read(in);
      default -> throw new UnreadableRecord("it has an unknown part of a chart");
    };
  }
}
