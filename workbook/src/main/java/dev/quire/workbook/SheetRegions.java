package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Shift;
import dev.quire.workbook.pivot.PivotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Areas of a worksheet that belong together.
///
/// @param merged cells shown as one; they do not overlap
/// @param locked cells that can only be moved as a whole: reports of pivot tables and what-if data
///   tables
/// @param filtered rows that a filter chooses from, its header left out: what is hidden there, the
///   filter hides
/// @param whatIfs what-if data tables, whose areas are also locked
/// @param pivots pivot tables, whose areas are also locked
/// @param comments remarks on cells, which move with them
/// @param conditions rules of conditional formatting that colour cells or put icons into them
/// @param tasks tasks that hang on comments
public record SheetRegions(
    List<Area> merged,
    List<Area> locked,
    List<Area> filtered,
    List<WhatIfTable> whatIfs,
    List<PivotTable> pivots,
    List<Comment> comments,
    List<ConditionalRule> conditions,
    List<DocumentTask> tasks) {
  /// A sheet without such areas.
  public static final SheetRegions NONE =
      new SheetRegions(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /// Copies the lists.
  public SheetRegions {
    merged = List.copyOf(merged);
    locked = List.copyOf(locked);
    filtered = List.copyOf(filtered);
    whatIfs = List.copyOf(whatIfs);
    pivots = List.copyOf(pivots);
    comments = List.copyOf(comments);
    conditions = List.copyOf(conditions);
    tasks = List.copyOf(tasks);
  }

  /// The areas after cells have moved. A merged area of which one cell is left is none.
  SheetRegions shifted(Shift shift) {
    return new SheetRegions(
        merged.stream()
            .flatMap(each -> shift.reference(each).stream())
            .filter(each -> !each.isCell())
            .toList(),
        locked.stream().flatMap(each -> shift.reference(each).stream()).toList(),
        filtered.stream().flatMap(each -> chosen(each, shift).stream()).toList(),
        whatIfs.stream().flatMap(each -> each.shifted(shift).stream()).toList(),
        pivots.stream().flatMap(each -> each.shifted(shift).stream()).toList(),
        comments.stream().flatMap(each -> each.shifted(shift).stream()).toList(),
        conditions.stream().flatMap(each -> each.shifted(shift).stream()).toList(),
        tasks);
  }

  /// The rows of a filter, which goes with its header and stretches over what comes right below it.
  private static Optional<Area> chosen(Area rows, Shift shift) {
    int header = Math.max(rows.firstRow() - 1, 0);
    var whole = new Area(header, rows.firstColumn(), rows.lastRow(), rows.lastColumn());
    return shift
        .headed(whole)
        .filter(all -> all.rows() > 1)
        .map(all ->
            new Area(all.firstRow() + 1, all.firstColumn(), all.lastRow(), all.lastColumn()));
  }

  /// The same with one more area of rows that a filter chooses from, or without it.
  SheetRegions choosing(Area rows, boolean chooses) {
    var areas = new ArrayList<>(filtered);
    areas.removeIf(rows::intersects);
    if (chooses) {
      areas.add(rows);
    }
    return new SheetRegions(merged, locked, areas, whatIfs, pivots, comments, conditions, tasks);
  }

  /// The same with other merged cells.
  SheetRegions withMerged(List<Area> areas) {
    return new SheetRegions(areas, locked, filtered, whatIfs, pivots, comments, conditions, tasks);
  }

  /// The same with other comments.
  SheetRegions withComments(List<Comment> remarks) {
    return new SheetRegions(merged, locked, filtered, whatIfs, pivots, remarks, conditions, tasks);
  }

  /// The same with other tasks.
  SheetRegions withTasks(List<DocumentTask> others) {
    return new SheetRegions(
        merged, locked, filtered, whatIfs, pivots, comments, conditions, others);
  }

  /// The same with other rules of conditional formatting.
  SheetRegions withConditions(List<ConditionalRule> rules) {
    return new SheetRegions(merged, locked, filtered, whatIfs, pivots, comments, rules, tasks);
  }

  /// The same with each pivot table replaced, and the cells that it has.
  SheetRegions pivoted(UnaryOperator<PivotTable> change) {
    var areas = new ArrayList<>(locked);
    var tables = new ArrayList<PivotTable>();
    for (PivotTable each : pivots) {
      PivotTable now = change.apply(each);
      areas.remove(each.area());
      areas.add(now.area());
      tables.add(now);
    }
    return new SheetRegions(merged, areas, filtered, whatIfs, tables, comments, conditions, tasks);
  }

  /// The same without a pivot table, and without the merged cells of its report.
  SheetRegions without(PivotTable pivot) {
    return new SheetRegions(
        merged.stream().filter(each -> !pivot.area().contains(each)).toList(),
        locked.stream().filter(each -> !each.equals(pivot.area())).toList(),
        filtered,
        whatIfs,
        pivots.stream().filter(each -> !each.id().equals(pivot.id())).toList(),
        comments,
        conditions,
        tasks);
  }

  /// Whether a filter chooses whether a row is shown.
  public boolean isFiltered(int row) {
    return filtered.stream().anyMatch(area -> row >= area.firstRow() && row <= area.lastRow());
  }

  Stream<Area> all() {
    return Stream.concat(merged.stream(), locked.stream());
  }
}
