package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the cells of structured references.
final class TableAreas {
  private TableAreas() {}

  /// All data of a table.
  static Value data(TableShape shape, Bindings bindings) {
    return rows(shape, Set.of(), 0)
        .filter(_ -> bindings.sheetName(shape.sheet()).isPresent())
        .<Value>map(rows -> reference(shape, rows, 0, shape.columns().size() - 1))
        .orElse(ErrorValue.REF);
  }

  /// The cells of a reference, for a formula in this row.
  static Value cells(Expression.TableReference reference, TableShape shape, int row) {
    Optional<Columns> columns = columns(reference.columns(), shape);
    if (columns.isEmpty()) {
      return ErrorValue.REF;
    }
    boolean thisRow = reference.parts().contains(TablePart.THIS_ROW);
    Optional<Rows> rows = rows(shape, reference.parts(), row);
    return rows.isEmpty()
        ? thisRow ? ErrorValue.VALUE : ErrorValue.REF
        : reference(shape, rows.get(), columns.get().first(), columns.get().last());
  }

  /// What [#cells] may read, for a formula in any row.
  static Optional<RelativeArea> reads(Expression.TableReference reference, TableShape shape) {
    Optional<Columns> columns = columns(reference.columns(), shape);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    Coordinate left = Coordinate.fixed(shape.area().firstColumn() + columns.get().first());
    Coordinate right = Coordinate.fixed(shape.area().firstColumn() + columns.get().last());
    if (reference.parts().contains(TablePart.THIS_ROW)) {
      Coordinate here = new Coordinate(0, false);
      return Optional.of(new RelativeArea(here, left, here, right));
    }
    return rows(shape, reference.parts(), 0)
        .map(rows ->
            new RelativeArea(
                Coordinate.fixed(rows.first()), left, Coordinate.fixed(rows.last()), right));
  }

  /// An area as one that does not move.
  static RelativeArea fixed(Area area) {
    return new RelativeArea(
        Coordinate.fixed(area.firstRow()),
        Coordinate.fixed(area.firstColumn()),
        Coordinate.fixed(area.lastRow()),
        Coordinate.fixed(area.lastColumn()));
  }

  private record Rows(int first, int last) {}

  private record Columns(int first, int last) {}

  private static Value reference(TableShape shape, Rows rows, int first, int last) {
    int left = shape.area().firstColumn();
    return ReferenceValue.of(
        shape.sheet(), new Area(rows.first(), left + first, rows.last(), left + last));
  }

  /// The rows from the first part asked for to the last; empty when the table lacks them.
  private static Optional<Rows> rows(TableShape shape, Set<TablePart> parts, int row) {
    int top = shape.area().firstRow();
    int bottom = shape.area().lastRow();
    int firstData = shape.hasHeaders() ? top + 1 : top;
    int lastData = shape.hasTotals() ? bottom - 1 : bottom;
    if (parts.contains(TablePart.THIS_ROW)) {
      return row < firstData || row > lastData ? Optional.empty() : Optional.of(new Rows(row, row));
    }
    if (parts.contains(TablePart.ALL)) {
      return Optional.of(new Rows(top, bottom));
    }
    boolean data = parts.isEmpty() || parts.contains(TablePart.DATA);
    boolean headers = parts.contains(TablePart.HEADERS);
    boolean totals = parts.contains(TablePart.TOTALS);
    int first = headers && shape.hasHeaders() ? top : data ? firstData : bottom;
    int last = totals && shape.hasTotals() ? bottom : data ? lastData : top;
    boolean lacking =
        headers && !shape.hasHeaders() && !data || totals && !shape.hasTotals() && !data;
    return lacking || last < first ? Optional.empty() : Optional.of(new Rows(first, last));
  }

  private static Optional<Columns> columns(List<String> names, TableShape shape) {
    if (names.isEmpty()) {
      return Optional.of(new Columns(0, shape.columns().size() - 1));
    }
    int first = column(names.getFirst(), shape);
    int last = column(names.getLast(), shape);
    return first < 0 || last < 0
        ? Optional.empty()
        : Optional.of(new Columns(Math.min(first, last), Math.max(first, last)));
  }

  private static int column(String name, TableShape shape) {
    for (int i = 0; i < shape.columns().size(); i++) {
      if (shape.columns().get(i).equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }
}
