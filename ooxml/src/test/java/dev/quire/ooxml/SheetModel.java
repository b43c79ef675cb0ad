package dev.quire.ooxml;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.workbook.ColumnSpan;
import dev.quire.workbook.RowSetting;
import dev.quire.workbook.SheetSink;
import dev.quire.workbook.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A worksheet that keeps what it is told. Cells of a shared formula without text of their own say
/// `shared N` where others have a formula.
final class SheetModel implements SheetSink {
  final int key;
  final Optional<String> uid;
  String name;
  Visibility visibility;
  final TreeMap<Long, Cell> cells = new TreeMap<>();
  final List<ColumnSpan> columns = new ArrayList<>();
  final TreeMap<Integer, RowSetting> rows = new TreeMap<>();

  /// What a cell was told to hold.
  record Cell(
      Scalar value, Optional<String> formula, int style, Optional<Area> array, boolean dynamic) {}

  SheetModel(int key, String name, Optional<String> uid, Visibility visibility) {
    this.key = key;
    this.name = name;
    this.uid = uid;
    this.visibility = visibility;
  }

  String name() {
    return name;
  }

  Cell cell(String address) {
    Area area = A1.parse(address).orElseThrow();
    return cell(area.firstRow(), area.firstColumn());
  }

  Cell cell(int row, int column) {
    return cells.getOrDefault(
        (long) row << 32 | column,
        new Cell(BlankValue.BLANK, Optional.empty(), SheetCells.NO_STYLE, Optional.empty(), false));
  }

  Scalar value(String address) {
    return cell(address).value();
  }

  String formula(String address) {
    return cell(address).formula().orElse("");
  }

  void put(int row, int column, Cell cell) {
    cells.put((long) row << 32 | column, cell);
  }

  private void constant(int row, int column, int style, Scalar value) {
    put(row, column, new Cell(value, Optional.empty(), style, Optional.empty(), false));
  }

  @Override
  public void number(int row, int column, int style, double value) {
    constant(row, column, style, new NumberValue(value));
  }

  @Override
  public void text(int row, int column, int style, String value) {
    constant(row, column, style, new TextValue(value));
  }

  @Override
  public void logical(int row, int column, int style, boolean value) {
    constant(row, column, style, LogicalValue.of(value));
  }

  @Override
  public void error(int row, int column, int style, ErrorValue value) {
    constant(row, column, style, value);
  }

  @Override
  public void blank(int row, int column, int style) {
    constant(row, column, style, BlankValue.BLANK);
  }

  @Override
  public void formula(int row, int column, int style, String formula, Optional<Scalar> cached) {
    put(
        row,
        column,
        new Cell(
            cached.orElse(BlankValue.BLANK), Optional.of(formula), style, Optional.empty(), false));
  }

  @Override
  public void sharedFormula(
      int row, int column, int style, int group, String formula, Optional<Scalar> cached) {
    formula(row, column, style, formula, cached);
  }

  @Override
  public void sharedFormula(int row, int column, int style, int group, Optional<Scalar> cached) {
    formula(row, column, style, "shared " + group, cached);
  }

  @Override
  public void arrayFormula(
      int row,
      int column,
      int style,
      Area area,
      String formula,
      boolean dynamic,
      Optional<Scalar> cached) {
    put(
        row,
        column,
        new Cell(
            cached.orElse(BlankValue.BLANK),
            Optional.of(formula),
            style,
            Optional.of(area),
            dynamic));
  }

  @Override
  public void columns(ColumnSpan span) {
    columns.add(span);
  }

  @Override
  public void row(RowSetting row) {
    rows.put(row.row(), row);
  }
}
