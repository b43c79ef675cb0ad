package dev.quire.workbook.pivot;

import dev.quire.engine.formula.PivotReport;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Shift;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/// A pivot table: a report on a worksheet, and what it is made from.
///
/// @param id a GUID in braces
/// @param area the report, without the filters above it
/// @param fields how it shows the fields of the cache, one each
/// @param pages filters above the report
/// @param data the fields that are summed up, in order
/// @param report what its cells stand for; nothing when the file does not tell all of it
/// @param obstacles what of it cannot be worked out again, in words; none for most
/// @param ties what else of the file is made for it and would be left without it, in words
public record PivotTable(
    String id,
    String name,
    Area area,
    PivotShape shape,
    List<PivotField> fields,
    PivotAxis rows,
    PivotAxis columns,
    List<PageChoice> pages,
    List<PivotData> data,
    PivotCache cache,
    Optional<PivotReport> report,
    List<String> obstacles,
    List<String> ties) {
  /// Copies the lists.
  public PivotTable {
    fields = List.copyOf(fields);
    pages = List.copyOf(pages);
    data = List.copyOf(data);
    obstacles = List.copyOf(obstacles);
  }

  /// The same with what its cells stand for, as far as the lines fit the area.
  public PivotTable described() {
    boolean fits =
        !rows.lines().isEmpty()
            && !columns.lines().isEmpty()
            && shape.top() + rows.lines().size() <= area.rows()
            && shape.left() + columns.lines().size() <= area.columns();
    Optional<PivotReport> described =
        fits
            ? Optional.of(
                new PivotReport(
                    area, shape.top(), shape.left(), sources(), lines(rows), lines(columns)))
            : Optional.empty();
    return new PivotTable(
        id, name, area, shape, fields, rows, columns, pages, data, cache, described, obstacles,
        ties);
  }

  /// The same after cells of its worksheet have moved; empty when it is gone.
  public Optional<PivotTable> shifted(Shift shift) {
    return shift
        .reference(area)
        .map(moved ->
            new PivotTable(
                id,
                name,
                moved,
                shape,
                fields,
                rows,
                columns,
                pages,
                data,
                cache,
                report.map(each -> each.at(moved)),
                obstacles,
                ties));
  }

  /// The same, made from another cache.
  public PivotTable with(PivotCache changed) {
    return new PivotTable(
        id, name, area, shape, fields, rows, columns, pages, data, changed, report, obstacles,
        ties);
  }

  /// The same under another name.
  public PivotTable renamed(String newName) {
    return new PivotTable(
        id, newName, area, shape, fields, rows, columns, pages, data, cache, report, obstacles,
        ties);
  }

  /// The cells of the filters above the report; empty when it has none.
  public Optional<Area> pageArea() {
    int last = area.firstRow() - 2;
    int first = last - shape.pageRows() + 1;
    int right = area.firstColumn() + 3 * shape.pageColumns() - 2;
    return shape.pageRows() < 1 || shape.pageColumns() < 1 || first < 0
        ? Optional.empty()
        : Optional.of(new Area(first, area.firstColumn(), last, Math.min(right, Grid.COLUMNS - 1)));
  }

  PivotTable shaped(PivotShape frame) {
    return new PivotTable(
        id, name, area, frame, fields, rows, columns, pages, data, cache, report, obstacles, ties);
  }

  PivotTable choosing(List<PageChoice> choices) {
    return new PivotTable(
        id, name, area, shape, fields, rows, columns, choices, data, cache, report, obstacles,
        ties);
  }

  /// The same with other items and lines over other cells.
  PivotTable laidOut(
      Area newArea, List<PivotField> newFields, List<AxisLine> newRows, List<AxisLine> newColumns) {
    return new PivotTable(
            id,
            name,
            newArea,
            shape,
            newFields,
            new PivotAxis(rows.fields(), newRows),
            new PivotAxis(columns.fields(), newColumns),
            pages,
            data,
            cache,
            Optional.empty(),
            obstacles,
            ties)
        .described();
  }

  /// What an item is called; a text unless the item itself is shown.
  Scalar caption(int field, int item) {
    List<PivotItem> items = fields.get(field).items();
    if (item < 0 || item >= items.size()) {
      return BlankValue.BLANK;
    }
    PivotItem found = items.get(item);
    return found.caption().<Scalar>map(TextValue::new).orElseGet(() -> shared(field, found));
  }

  /// Where an item stands now; nothing when it is gone.
  ///
  /// @param before this pivot table as it was
  /// @param item its place among the items of the field then
  public OptionalInt place(PivotTable before, int field, int item) {
    Scalar wanted = before.caption(field, item);
    return IntStream.range(0, fields.get(field).items().size())
        .filter(at -> caption(field, at).equals(wanted))
        .findFirst();
  }

  /// The fields that rows, columns or filters above are made of.
  public Set<Integer> axisFields() {
    var all = new HashSet<Integer>(rows.fields());
    all.addAll(columns.fields());
    pages.forEach(each -> all.add(each.field()));
    all.remove(PivotAxis.DATA);
    return all;
  }

  private Scalar shared(int field, PivotItem item) {
    List<CacheItem> all =
        field < cache.fields().size() ? cache.fields().get(field).shown() : List.of();
    return item.shared() >= 0 && item.shared() < all.size()
        ? all.get(item.shared()).value()
        : BlankValue.BLANK;
  }

  private List<PivotReport.DataField> sources() {
    return data.stream()
        .map(each ->
            new PivotReport.DataField(
                each.caption(),
                each.field() >= 0 && each.field() < fields.size()
                    ? fields.get(each.field()).name()
                    : ""))
        .toList();
  }

  private List<PivotReport.Line> lines(PivotAxis axis) {
    return axis.lines().stream().map(each -> line(axis, each)).toList();
  }

  private PivotReport.Line line(PivotAxis axis, AxisLine line) {
    Map<String, Scalar> limited = new LinkedHashMap<>();
    boolean all = line.kind() == AxisLine.Kind.GRAND_TOTAL;
    int levels = all ? 0 : Math.min(axis.fields().size(), line.items().size());
    for (int level = 0; level < levels; level++) {
      int field = axis.fields().get(level);
      if (field >= 0 && field < fields.size()) {
        limited.put(fields.get(field).name(), caption(field, line.items().get(level)));
      }
    }
    return new PivotReport.Line(limited, line.data());
  }
}
