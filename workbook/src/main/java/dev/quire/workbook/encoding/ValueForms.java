package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Records.record;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.Entry;
import dev.quire.workbook.FormatEntry;

/// Forms of what goes into single cells. Each begins with a number that tells which kind it is; a
/// number is never given to another kind.
final class ValueForms {
  static final Form<Scalar> SCALAR = Form.of(ValueForms::write, ValueForms::scalar);
  static final Form<Entry> ENTRY = Form.of(ValueForms::write, ValueForms::entry);
  static final Form<FormatEntry> FORMAT = Form.of(ValueForms::write, ValueForms::format);

  private static final Form<Entry.Formula> FORMULA =
      record(
          Forms.TEXT.at(Entry.Formula::text),
          Forms.word(Notation.class).at(Entry.Formula::notation),
          Entry.Formula::new);

  private ValueForms() {}

  private static void write(RecordOutput out, Scalar value) {
    switch (value) {
      case BlankValue _ -> out.octet(0);
      case NumberValue(double number) -> {
        out.octet(1);
        Forms.NUMBER.write(number, out);
      }
      case TextValue(String text) -> {
        out.octet(2);
        out.text(text);
      }
      case LogicalValue logical -> out.octet(logical.truth() ? 4 : 3);
      case ErrorValue error -> {
        out.octet(5);
        out.text(error.word());
      }
    }
  }

  private static Scalar scalar(RecordInput in) {
    return switch (in.octet()) {
      case 0 -> BlankValue.BLANK;
      case 1 -> new NumberValue(Forms.NUMBER.read(in));
      case 2 -> new TextValue(in.text());
      case 3 -> LogicalValue.FALSE;
      case 4 -> LogicalValue.TRUE;
      case 5 -> error(in.text());
      default -> throw new UnreadableRecord("it has an unknown kind of value");
    };
  }

  private static ErrorValue error(String word) {
    return ErrorValue.find(word)
        .orElseThrow(() -> new UnreadableRecord("it has the unknown error " + word));
  }

  private static void write(RecordOutput out, Entry entry) {
    switch (entry) {
      case Entry.Keep _ -> out.octet(0);
      case Entry.Clear _ -> out.octet(1);
      case Entry.Constant(Scalar value) -> {
        out.octet(2);
        write(out, value);
      }
      case Entry.Typed(String text) -> {
        out.octet(3);
        out.text(text);
      }
      case Entry.Formula formula -> {
        out.octet(4);
        FORMULA.write(formula, out);
      }
    }
  }

  private static Entry entry(RecordInput in) {
    return switch (in.octet()) {
      case 0 -> Entry.KEEP;
      case 1 -> Entry.CLEAR;
      case 2 -> new Entry.Constant(scalar(in));
      case 3 -> new Entry.Typed(in.text());
      case 4 -> FORMULA.read(in);
      default -> throw new UnreadableRecord("it has an unknown kind of entry");
    };
  }

  private static void write(RecordOutput out, FormatEntry format) {
    switch (format) {
      case FormatEntry.Keep _ -> out.octet(0);
      case FormatEntry.Code(String code) -> {
        out.octet(1);
        out.text(code);
      }
    }
  }

  private static FormatEntry format(RecordInput in) {
    return switch (in.octet()) {
      case 0 -> FormatEntry.KEEP;
      case 1 -> new FormatEntry.Code(in.text());
      default -> throw new UnreadableRecord("it has an unknown kind of number format");
    };
  }
}
