package dev.quire.workbook.pivot;

import java.util.Optional;

/// The frame of a report.
///
/// @param headerRow first row with items of columns, counted from the top of the report
/// @param top rows of headings above the values
/// @param left columns of headings beside the values
/// @param totalRow whether a row at the end sums up everything above
/// @param totalColumn whether a column at the end sums up everything before
/// @param pageRows rows of filters above the report, which one empty row parts from it
/// @param pageColumns how many filters stand in one of these rows; each has two columns, and an
///   empty one behind it
/// @param totalCaption what a grand total is called, if it was given a name
/// @param emptyText what cells without a value show, if something
public record PivotShape(
    int headerRow,
    int top,
    int left,
    boolean totalRow,
    boolean totalColumn,
    int pageRows,
    int pageColumns,
    Optional<String> totalCaption,
    Optional<String> emptyText) {}
