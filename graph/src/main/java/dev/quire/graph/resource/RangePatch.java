package dev.quire.graph.resource;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonFlag;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonNumber;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.resource.ResourceType.Ids;
import dev.quire.graph.resource.ResourceType.Plan;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.ClearScope;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.FormatEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a PATCH of a range means (semantics §6.3): null leaves a cell as it is, the empty text
/// empties it, one value instead of an array fills the range.
final class RangePatch {
  private static final long MOST_CELLS = 5_000_000;

  private RangePatch() {}

  static Edit edit(RangeView range, JsonObject body) {
    Bodies.onlyMembers(
        body,
        "values",
        "formulas",
        "formulasLocal",
        "formulasR1C1",
        "numberFormat",
        "rowHidden",
        "columnHidden");
    List<Edit> edits = new ArrayList<>(cells(range, body));
    edits.addAll(hiding(range, body));
    if (edits.isEmpty()) {
      throw new BadArgument(
          "The body has to have values, formulas, formulasR1C1, numberFormat, rowHidden or columnHidden.");
    }
    return edits.size() == 1 ? edits.getFirst() : new Edit.Several(edits);
  }

  private static List<Edit> hiding(RangeView range, JsonObject body) {
    Bodies.notNull(body, "rowHidden", "columnHidden");
    Area area = range.area();
    var edits = new ArrayList<Edit>();
    Bodies.findFlag(body, "rowHidden")
        .ifPresent(hidden ->
            edits.add(
                new Edit.SetRows(
                    range.sheet(),
                    area.firstRow(),
                    area.lastRow(),
                    Optional.empty(),
                    Optional.of(hidden))));
    Bodies.findFlag(body, "columnHidden")
        .ifPresent(hidden ->
            edits.add(
                new Edit.SetColumns(
                    range.sheet(),
                    area.firstColumn(),
                    area.lastColumn(),
                    Optional.empty(),
                    Optional.of(hidden))));
    return edits;
  }

  private static List<Edit> cells(RangeView range, JsonObject body) {
    boolean asked =
        Stream.of("values", "formulas", "formulasLocal", "formulasR1C1", "numberFormat")
            .anyMatch(name -> body.find(name).isPresent());
    if (!asked) {
      return List.of();
    }
    if (RangeValues.isUnbounded(range.area())) {
      throw new BadArgument(
          "%s is unbounded; cells can be written in a range of some rows and columns only."
              .formatted(range.address()));
    }
    // However little is sent: one value may be for all of them.
    if (range.area().cells() > MOST_CELLS) {
      throw new TooManyCells(range.area().cells(), MOST_CELLS);
    }
    var entries = grid(range, body, "values", RangePatch::typed);
    entries = merged(entries, grid(range, body, "formulas", RangePatch::typed));
    entries = merged(entries, grid(range, body, "formulasLocal", RangePatch::typed));
    entries = merged(entries, grid(range, body, "formulasR1C1", RangePatch::r1c1));
    var formats = grid(range, body, "numberFormat", RangePatch::format);
    return List.of(new Edit.WriteCells(range.sheet(), range.area(), formats, entries));
  }

  static Plan clear(RangeView range, Arguments arguments, Ids ids) {
    var scope =
        arguments
            .findText("applyTo")
            .map(word -> Wording.parse(ClearScope.class, "applyTo", word))
            .orElse(ClearScope.ALL);
    return Plan.silent(new Edit.ClearCells(range.sheet(), range.area(), scope));
  }

  private static Optional<CellGrid<Entry>> merged(
      Optional<CellGrid<Entry>> first, Optional<CellGrid<Entry>> second) {
    return first.isEmpty() || second.isEmpty()
        ? first.or(() -> second)
        : Optional.of(over(first.get(), second.get()));
  }

  /// Both grids in one; where the second has something it wins.
  private static CellGrid<Entry> over(CellGrid<Entry> first, CellGrid<Entry> top) {
    int rows = Math.max(first.rows(), top.rows());
    int columns = Math.max(first.columns(), top.columns());
    return CellGrid.of(
        rows,
        columns,
        (row, column) ->
            top.at(row, column) instanceof Entry.Keep
                ? first.at(row, column)
                : top.at(row, column));
  }

  private static <T> Optional<CellGrid<T>> grid(
      RangeView range, JsonObject body, String property, Function<Json, Optional<T>> cell) {
    return body.find(property)
        .map(json ->
            switch (json) {
              case JsonNull _ ->
                  throw new BadArgument(
                      "'%s' must not be null; null inside an array leaves a cell as it is."
                          .formatted(property));
              case JsonArray rows -> array(range.area(), property, rows, cell);
              default -> fill(property, json, cell);
            });
  }

  private static <T> CellGrid<T> fill(
      String property, Json json, Function<Json, Optional<T>> cell) {
    return CellGrid.filled(cell.apply(json).orElseThrow(() -> wrong(property)));
  }

  private static <T> CellGrid<T> array(
      Area area, String property, JsonArray rows, Function<Json, Optional<T>> cell) {
    boolean single =
        rows.items().size() == 1
            && rows.items().getFirst() instanceof JsonArray row
            && row.items().size() == 1;
    if (rows.items().size() != area.rows() && !single) {
      throw mismatch(area, property, rows.items().size() + " rows");
    }
    for (int at = 0; at < rows.items().size(); at++) {
      if (!(rows.items().get(at) instanceof JsonArray row)) {
        throw new BadArgument("'%s[%d]' has to be an array of cells.".formatted(property, at));
      }
      if (row.items().size() != area.columns() && !single) {
        throw mismatch(area, property, "%d cells in row %d".formatted(row.items().size(), at));
      }
    }
    return CellGrid.of(
        rows.items().size(),
        single ? 1 : area.columns(),
        (row, column) ->
            cell.apply(((JsonArray) rows.items().get(row)).items().get(column))
                .orElseThrow(() -> wrong("%s[%d][%d]".formatted(property, row, column))));
  }

  /// Rows of so many cells each, any number of them.
  static CellGrid<Entry> rows(String property, Json json, int columns) {
    if (!(json instanceof JsonArray rows)) {
      throw new BadArgument(
          "'%s' has to be an array of rows, not %s.".formatted(property, json.kind()));
    }
    if (rows.items().isEmpty()) {
      throw new BadArgument("'%s' has to hold at least one row.".formatted(property));
    }
    for (int at = 0; at < rows.size(); at++) {
      if (!(rows.at(at) instanceof JsonArray row) || row.size() != columns) {
        throw new BadArgument(
            "'%s[%d]' has to be an array of %d cells: the number of rows or columns in the input array doesn't match the size or dimensions of the range."
                .formatted(property, at, columns));
      }
    }
    if (rows.size() * (long) columns > MOST_CELLS) {
      throw new TooManyCells(rows.size() * (long) columns, MOST_CELLS);
    }
    return CellGrid.of(
        rows.size(),
        columns,
        (row, column) ->
            typed(((JsonArray) rows.at(row)).at(column))
                .orElseThrow(() -> wrong("%s[%d][%d]".formatted(property, row, column))));
  }

  private static BadArgument mismatch(Area area, String property, String found) {
    return new BadArgument(
        "The number of rows or columns in the input array doesn't match the size or dimensions of the range: '%s' has %s, the range %d × %d."
            .formatted(property, found, area.rows(), area.columns()));
  }

  private static BadArgument wrong(String where) {
    return new BadArgument(
        "'%s' has to be a string, a number, true, false or null.".formatted(where));
  }

  private static Optional<Entry> typed(Json json) {
    return Optional.ofNullable(
        switch (json) {
          case JsonNull _ -> Entry.KEEP;
          case JsonText(String text) -> text.isEmpty() ? Entry.CLEAR : new Entry.Typed(text);
          case JsonNumber number -> new Entry.Constant(new NumberValue(number.value()));
          case JsonFlag(boolean flag) -> new Entry.Constant(LogicalValue.of(flag));
          case JsonArray _, JsonObject _ -> null;
        });
  }

  private static Optional<Entry> r1c1(Json json) {
    return json instanceof JsonText(String text) && text.startsWith("=") && text.length() > 1
        ? Optional.of(new Entry.Formula(text.substring(1), Notation.R1C1))
        : typed(json);
  }

  private static Optional<FormatEntry> format(Json json) {
    return Optional.ofNullable(
        switch (json) {
          case JsonNull _ -> FormatEntry.KEEP;
          case JsonText(String code) -> new FormatEntry.Code(code);
          default -> null;
        });
  }
}
