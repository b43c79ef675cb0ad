package dev.quire.ooxml;

import dev.quire.ooxml.part.BookSink;
import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.CellStyle;
import dev.quire.workbook.SheetSink;
import dev.quire.workbook.Table;
import dev.quire.workbook.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A workbook that keeps what it is told and calculates nothing.
class BookModel implements BookSink {
  final List<SheetModel> sheets = new ArrayList<>();
  final List<CellStyle> styles = new ArrayList<>();
  final List<Table> tables = new ArrayList<>();
  final List<Name> names = new ArrayList<>();
  boolean date1904;
  CalculationMode mode = CalculationMode.AUTOMATIC;
  boolean fullOnLoad;

  record Name(
      String name,
      OptionalInt sheetKey,
      String formula,
      Optional<String> comment,
      boolean visible) {}

  @Override
  public void date1904(boolean value) {
    date1904 = value;
  }

  @Override
  public void calculation(CalculationMode calculationMode, boolean onLoad) {
    mode = calculationMode;
    fullOnLoad = onLoad;
  }

  @Override
  public void styles(List<CellStyle> all) {
    styles.addAll(all);
  }

  @Override
  public int worksheet(String name, Optional<String> uid, Visibility visibility) {
    sheets.add(new SheetModel(sheets.size(), name, uid, visibility));
    return sheets.size() - 1;
  }

  @Override
  public void table(Table table) {
    tables.add(table);
  }

  @Override
  public void name(
      String name,
      OptionalInt sheetKey,
      String formula,
      Optional<String> comment,
      boolean visible) {
    names.add(new Name(name, sheetKey, formula, comment, visible));
  }

  @Override
  public SheetSink sheet(int key) {
    return sheets.get(key);
  }

  SheetModel named(String name) {
    return sheets.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }
}
