package dev.quire.ooxml.patch;

import dev.quire.engine.cells.ArrayArea;
import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.formula.EvaluationMode;
import dev.quire.engine.formula.Template;
import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.CellAddress;
import dev.quire.engine.value.Scalar;
import dev.quire.workbook.SheetLayout;
import dev.quire.workbook.SheetProtection;
import dev.quire.workbook.SheetRegions;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.Worksheet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A worksheet at one moment, as far as its part tells of it.
final class SheetView {
  private final Workbook book;
  private final int key;
  private final SheetCells cells;
  private final SheetLayout layout;
  private final SheetRegions regions;
  private final Optional<SheetProtection> protection;
  private final Map<CellAddress, ArrayArea> arrays = new HashMap<>();

  /// A formula.
  ///
  /// @param text in the file's spelling, without `=`
  /// @param area the cells that an array formula fills, empty for a formula of one cell
  /// @param dynamic whether an array formula spills
  record CellFormula(String text, Optional<Area> area, boolean dynamic) {}

  /// Is shown cells.
  @FunctionalInterface
  interface PositionVisitor {
    /// Takes the position of a cell.
    void visit(int row, int column);
  }

  private SheetView(
      Workbook book,
      int key,
      SheetCells cells,
      SheetLayout layout,
      SheetRegions regions,
      Optional<SheetProtection> protection) {
    this.book = book;
    this.key = key;
    this.cells = cells;
    this.layout = layout;
    this.regions = regions;
    this.protection = protection;
    for (ArrayArea array : cells.arrays()) {
      arrays.put(new CellAddress(array.area().firstRow(), array.area().firstColumn()), array);
    }
  }

  /// A worksheet of a workbook.
  static SheetView of(Workbook book, Worksheet sheet) {
    return new SheetView(
        book,
        sheet.key(),
        book.cells(sheet.key()),
        sheet.layout(),
        sheet.regions(),
        sheet.protection());
  }

  /// What a new worksheet was before: nothing.
  static SheetView empty(Workbook book, Worksheet sheet) {
    return new SheetView(
        book,
        sheet.key(),
        SheetCells.EMPTY,
        SheetLayout.PLAIN,
        SheetRegions.NONE,
        Optional.empty());
  }

  /// Settings of rows and columns.
  SheetLayout layout() {
    return layout;
  }

  /// Areas that belong together.
  SheetRegions regions() {
    return regions;
  }

  /// What keeps people from changing the worksheet.
  Optional<SheetProtection> protection() {
    return protection;
  }

  /// What a cell holds.
  Scalar value(int row, int column) {
    return cells.value(row, column);
  }

  /// The style number of a cell, or [SheetCells#NO_STYLE].
  int style(int row, int column) {
    return cells.style(row, column);
  }

  /// Whether a cell has a formula.
  boolean hasFormula(int row, int column) {
    return cells.formula(row, column).isPresent();
  }

  /// The formula of a cell. One that spills, or would give something else if it did not, is an
  /// array formula in a file.
  Optional<CellFormula> formula(int row, int column) {
    return cells.formula(row, column).map(template -> formula(template, row, column));
  }

  /// The text of a cell's formula; empty for none.
  String formulaText(int row, int column) {
    return book.formulaForFile(key, row, column).orElse("");
  }

  /// Whether a cell has the very formula that it had at an earlier moment, however the sheets,
  /// tables and names in it are called now.
  boolean keepsFormula(SheetView earlier, int row, int column) {
    Optional<Template> now = cells.formula(row, column);
    Optional<Template> then = earlier.cells.formula(row, column);
    return now.isPresent()
        && then.isPresent()
        && now.get() == then.get()
        && array(row, column).equals(earlier.array(row, column));
  }

  /// Shows the cells that differ from an earlier moment in value, formula or style.
  void differences(SheetView earlier, PositionVisitor visitor) {
    cells.differences(earlier.cells, visitor::visit);
    for (CellAddress each : arrays.keySet()) {
      if (!array(each.row(), each.column()).equals(earlier.array(each.row(), each.column()))) {
        visitor.visit(each.row(), each.column());
      }
    }
    for (CellAddress each : earlier.arrays.keySet()) {
      if (!arrays.containsKey(each)) {
        visitor.visit(each.row(), each.column());
      }
    }
  }

  /// Shows the cells of an area that hold something and have no style of their own.
  void plain(Area area, PositionVisitor visitor) {
    cells.visit(
        area,
        (row, column, _) -> {
          if (cells.style(row, column) == SheetCells.NO_STYLE) {
            visitor.visit(row, column);
          }
          return true;
        });
  }

  /// Shows the cells with a formula.
  void formulas(PositionVisitor visitor) {
    cells.visitFormulas((row, column, _) -> visitor.visit(row, column));
  }

  /// The cells that each array formula fills.
  Stream<Area> arrayAreas() {
    return arrays.values().stream().map(ArrayArea::area);
  }

  private Optional<ArrayArea> array(int row, int column) {
    return Optional.ofNullable(arrays.get(new CellAddress(row, column)));
  }

  private CellFormula formula(Template template, int row, int column) {
    String text = formulaText(row, column);
    Optional<ArrayArea> array = array(row, column);
    if (array.isPresent()) {
      return new CellFormula(text, array.map(ArrayArea::area), array.get().dynamic());
    }
    boolean marked = template.mode() == EvaluationMode.DYNAMIC && template.dependsOnMode();
    return new CellFormula(
        text, marked ? Optional.of(Area.cell(row, column)) : Optional.empty(), marked);
  }
}
