package dev.quire.workbook.encoding;

import static dev.quire.workbook.encoding.Records.record;

import dev.quire.engine.ref.Area;
import dev.quire.workbook.CellGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Forms that know nothing of edits: numbers, texts, lists, areas.
final class Forms {
  static final Form<Integer> INTEGER = Form.of(RecordOutput::integer, RecordInput::integer);
  static final Form<String> TEXT = Form.of(RecordOutput::text, RecordInput::text);
  static final Form<Boolean> FLAG =
      Form.of((out, flag) -> out.octet(flag ? 1 : 0), in -> in.octet() != 0);

  /// All 64 bits, so that -0.0 and every other number come back as they were.
  static final Form<Double> NUMBER =
      Form.of(
          (out, number) -> out.bits(Double.doubleToRawLongBits(number)),
          in -> Double.longBitsToDouble(in.bits()));

  static final Form<Area> AREA =
      record(
          INTEGER.at(Area::firstRow),
          INTEGER.at(Area::firstColumn),
          INTEGER.at(Area::lastRow),
          INTEGER.at(Area::lastColumn),
          Area::new);

  private Forms() {}

  /// One of a few words, by name, so that their order may change.
  static <E extends Enum<E>> Form<E> word(Class<E> words) {
    return TEXT.as(
        Enum::name,
        name -> {
          try {
            return Enum.valueOf(words, name);
          } catch (IllegalArgumentException unknown) {
            throw new UnreadableRecord("it has the unknown word " + name);
          }
        });
  }

  static <T> Form<Optional<T>> optional(Form<T> form) {
    return Form.of(
        (out, value) -> {
          FLAG.write(value.isPresent(), out);
          value.ifPresent(present -> form.write(present, out));
        },
        in -> FLAG.read(in) ? Optional.of(form.read(in)) : Optional.empty());
  }

  static <T> Form<List<T>> list(Form<T> form) {
    return Form.of(
        (out, values) -> {
          out.integer(values.size());
          values.forEach(value -> form.write(value, out));
        },
        in -> {
          int count = in.count();
          var values = new ArrayList<T>(count);
          for (int each = 0; each < count; each++) {
            values.add(form.read(in));
          }
          return List.copyOf(values);
        });
  }

  /// Rows, columns, and the cells row by row.
  static <T> Form<CellGrid<T>> grid(Form<T> form) {
    return Form.of(
        (out, grid) -> {
          out.integer(grid.rows());
          out.integer(grid.columns());
          for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
              form.write(grid.at(row, column), out);
            }
          }
        },
        in -> {
          int rows = in.count();
          int columns = in.count();
          if (rows == 0 || columns == 0) {
            throw new UnreadableRecord("it has a grid without cells");
          }
          in.require((long) rows * columns);
          return CellGrid.of(rows, columns, (_, _) -> form.read(in));
        });
  }
}
