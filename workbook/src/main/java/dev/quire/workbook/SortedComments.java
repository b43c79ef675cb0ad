package dev.quire.workbook;

import dev.quire.engine.ref.Area;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Comments after rows or columns of a range have been put in order: they go with their cells (?),
/// as they do when cells are inserted or deleted. Notes and threads are treated alike.
final class SortedComments {
  private SortedComments() {}

  /// @param moved the cells that were put in order, headers and empty ones included
  /// @param places the rows, or columns, of the sheet that were
  /// @param order which one came to each place
  static Workbook of(
      Workbook book,
      Worksheet sheet,
      Area moved,
      boolean byColumns,
      int[] places,
      Integer[] order) {
    List<Comment> comments = sheet.regions().comments();
    if (comments.stream().noneMatch(each -> moved.contains(each.cell()))) {
      return book;
    }
    Map<Integer, Integer> goes = new HashMap<>();
    for (int at = 0; at < places.length; at++) {
      goes.put(order[at], places[at]);
    }
    List<Comment> now =
        comments.stream()
            .map(each -> moved.contains(each.cell()) ? gone(each, byColumns, goes) : each)
            .toList();
    SheetRegions regions = sheet.regions().withComments(now);
    return book.with(
        book.contents().replacing(sheet.laidOut(sheet.layout(), regions)), book.model());
  }

  private static Comment gone(Comment comment, boolean byColumns, Map<Integer, Integer> goes) {
    int row = comment.cell().firstRow();
    int column = comment.cell().firstColumn();
    return comment.at(
        byColumns
            ? Area.cell(row, goes.getOrDefault(column, column))
            : Area.cell(goes.getOrDefault(row, row), column));
  }
}
