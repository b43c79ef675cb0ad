package dev.quire.app.demo;

import dev.quire.app.demo.DemoCell.FillDown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/// Cells put together one by one.
final class Grid implements Rows {
  private final List<List<DemoCell>> rows = new ArrayList<>();
  private int columns;
  private int fills;

  @Override
  public int count() {
    return rows.size();
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public List<DemoCell> row(int index) {
    return rows.get(index);
  }

  /// Sets one cell.
  ///
  /// @param address one letter and a one-based row: `B4`
  Grid put(String address, DemoCell cell) {
    put(Integer.parseInt(address, 1, address.length(), 10) - 1, address.charAt(0) - 'A', cell);
    return this;
  }

  void put(int row, int column, DemoCell cell) {
    while (rows.size() <= row) {
      rows.add(new ArrayList<>());
    }
    var cells = rows.get(row);
    while (cells.size() <= column) {
      cells.add(DemoCell.NONE);
    }
    cells.set(column, cell);
    columns = Math.max(columns, column + 1);
  }

  /// Sets texts side by side.
  Grid line(int row, int firstColumn, Style style, String... texts) {
    for (var i = 0; i < texts.length; i++) {
      put(row, firstColumn + i, DemoCell.text(texts[i], style));
    }
    return this;
  }

  /// Fills a formula down.
  ///
  /// @param formula as in the first row, without the equals sign
  /// @param value what it comes to in the first row (0), the second (1) and so on
  void fill(
      int row, int column, int count, String formula, Style style, IntToDoubleFunction value) {
    var fill = new FillDown(fills++, A1.area(row, column, row + count - 1, column), formula);
    for (var i = 0; i < count; i++) {
      put(row + i, column, fill.cell(i == 0, value.applyAsDouble(i), style));
    }
  }

  /// Fills a formula down that comes to texts.
  void fill(int row, int column, String formula, Style style, List<String> values) {
    var count = values.size();
    var fill = new FillDown(fills++, A1.area(row, column, row + count - 1, column), formula);
    for (var i = 0; i < count; i++) {
      put(row + i, column, fill.cell(i == 0, values.get(i), style));
    }
  }
}
