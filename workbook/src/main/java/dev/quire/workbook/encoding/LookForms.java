package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Forms.FLAG;
import static dev.quire.workbook.encoding.Forms.INTEGER;
import static dev.quire.workbook.encoding.Forms.NUMBER;
import static dev.quire.workbook.encoding.Forms.TEXT;
import static dev.quire.workbook.encoding.Forms.optional;
import static dev.quire.workbook.encoding.Forms.word;
import static dev.quire.workbook.encoding.Records.record;

import dev.quire.workbook.style.Border;
import dev.quire.workbook.style.Color;
import dev.quire.workbook.style.HorizontalAlignment;
import dev.quire.workbook.style.LineStyle;
import dev.quire.workbook.style.LookChange;
import dev.quire.workbook.style.Underline;
import dev.quire.workbook.style.VerticalAlignment;

/// Forms of how cells look. A change begins with a number that tells which kind it is; a number is
/// never given to another kind.
final class LookForms {
  static final Form<Color> COLOR = record(INTEGER.at(Color::rgb), Color::new);

  static final Form<Border> BORDER =
      record(
          word(LineStyle.class).at(Border::line), optional(COLOR).at(Border::color), Border::new);

  static final Form<LookChange> CHANGE = Form.of(LookForms::write, LookForms::read);

  private LookForms() {}

  private static void write(RecordOutput out, LookChange change) {
    switch (change) {
      case LookChange.FontName(String name) -> write(out, 1, TEXT, name);
      case LookChange.FontSize(double points) -> write(out, 2, NUMBER, points);
      case LookChange.Bold(boolean bold) -> write(out, 3, FLAG, bold);
      case LookChange.Italic(boolean italic) -> write(out, 4, FLAG, italic);
      case LookChange.Underlined(Underline underline) ->
          write(out, 5, word(Underline.class), underline);
      case LookChange.FontColor(Color color) -> write(out, 6, COLOR, color);
      case LookChange.Filled filled -> write(out, 7, optional(COLOR), filled.color());
      case LookChange.Horizontal(HorizontalAlignment alignment) ->
          write(out, 8, word(HorizontalAlignment.class), alignment);
      case LookChange.Vertical(VerticalAlignment alignment) ->
          write(out, 9, word(VerticalAlignment.class), alignment);
      case LookChange.Wrapped(boolean wraps) -> write(out, 10, FLAG, wraps);
      case LookChange.Locked(boolean locked) -> write(out, 11, FLAG, locked);
      case LookChange.FormulaHidden(boolean hidden) -> write(out, 12, FLAG, hidden);
    }
  }

  private static <T> void write(RecordOutput out, int kind, Form<T> form, T value) {
    out.octet(kind);
    form.write(value, out);
  }

  private static LookChange read(RecordInput in) {
    return switch (in.octet()) {
      case 1 -> new LookChange.FontName(TEXT.read(in));
      case 2 -> new LookChange.FontSize(NUMBER.read(in));
      case 3 -> new LookChange.Bold(FLAG.read(in));
      case 4 -> new LookChange.Italic(FLAG.read(in));
      case 5 -> new LookChange.Underlined(word(Underline.class).read(in));
      case 6 -> new LookChange.FontColor(COLOR.read(in));
      case 7 -> new LookChange.Filled(optional(COLOR).read(in));
      case 8 -> new LookChange.Horizontal(word(HorizontalAlignment.class).read(in));
      case 9 -> new LookChange.Vertical(word(VerticalAlignment.class).read(in));
      case 10 -> new LookChange.Wrapped(FLAG.read(in));
      case 11 -> new LookChange.Locked(FLAG.read(in));
      case 12 -> new LookChange.FormulaHidden(FLAG.read(in));
      default -> throw new UnreadableRecord("it has an unknown kind of look");
    };
  }
}
