package dev.quire.ooxml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.workbook.CellGrid;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Entry;
import dev.quire.workbook.FormatEntry;
import dev.quire.workbook.Visibility;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Opens and changes workbooks in one line.
final class Books {
  /// The moment of all saves.
  static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

  static final CalculationEnvironment ENVIRONMENT =
      new CalculationEnvironment(() -> NOW, ZoneOffset.UTC, () -> 42, Duration.ofSeconds(20));

  private Books() {}

  static XlsxFile open(byte[] bytes) {
    return XlsxFile.open(bytes, XlsxLimits.DEFAULT, ENVIRONMENT);
  }

  /// A file saved with a change, after a look whether that has brought mistakes into it.
  static byte[] save(byte[] bytes, UnaryOperator<Workbook> change) {
    XlsxFile file = open(bytes);
    byte[] saved = file.save(change.apply(file.workbook()), NOW).bytes();
    assertEquals(List.of(), Lint.introduced(bytes, saved));
    return saved;
  }

  /// Whether Apache POI reads a file.
  static boolean isReadableElsewhere(byte[] bytes) {
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      return poi.getNumberOfSheets() > 0;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  static Workbook apply(Workbook book, Edit edit) {
    return book.apply(edit, ENVIRONMENT).workbook();
  }

  static Workbook set(Workbook book, int sheet, int row, int column, Entry entry) {
    return apply(
        book,
        new Edit.WriteCells(
            sheet,
            Area.cell(row, column),
            Optional.empty(),
            Optional.of(CellGrid.of(1, 1, (_, _) -> entry))));
  }

  static Workbook number(Workbook book, int sheet, String address, double number) {
    return entry(book, sheet, address, new Entry.Constant(new NumberValue(number)));
  }

  static Workbook error(Workbook book, int sheet, String address, ErrorValue error) {
    return entry(book, sheet, address, new Entry.Constant(error));
  }

  static Workbook text(Workbook book, int sheet, String address, String text) {
    return entry(book, sheet, address, new Entry.Constant(new TextValue(text)));
  }

  static Workbook formula(Workbook book, int sheet, String address, String formula) {
    return entry(book, sheet, address, new Entry.Formula(formula, Notation.A1));
  }

  static Workbook format(Workbook book, int sheet, String address, String code) {
    Area area = A1.parse(address).orElseThrow();
    return apply(
        book,
        new Edit.WriteCells(
            sheet,
            area,
            Optional.of(CellGrid.of(1, 1, (_, _) -> new FormatEntry.Code(code))),
            Optional.empty()));
  }

  static Workbook rename(Workbook book, int sheet, String name) {
    return apply(
        book,
        new Edit.UpdateWorksheet(
            sheet, Optional.of(name), Optional.empty(), Optional.<Visibility>empty()));
  }

  static Workbook move(Workbook book, int sheet, int position) {
    return apply(
        book,
        new Edit.UpdateWorksheet(
            sheet, Optional.empty(), Optional.of(position), Optional.<Visibility>empty()));
  }

  static Workbook show(Workbook book, int sheet, Visibility visibility) {
    return apply(
        book,
        new Edit.UpdateWorksheet(
            sheet, Optional.empty(), Optional.empty(), Optional.of(visibility)));
  }

  static Workbook add(Workbook book, String name) {
    return apply(
        book, new Edit.AddWorksheet(Optional.of(name), "{11111111-2222-3333-4444-555555555555}"));
  }

  static Workbook delete(Workbook book, int sheet) {
    return apply(book, new Edit.DeleteWorksheet(sheet));
  }

  static Scalar value(Workbook book, int sheet, String address) {
    Area area = A1.parse(address).orElseThrow();
    return book.value(sheet, area.firstRow(), area.firstColumn());
  }

  static String formula(Workbook book, int sheet, String address) {
    Area area = A1.parse(address).orElseThrow();
    return book.formulaForFile(sheet, area.firstRow(), area.firstColumn()).orElse("");
  }

  private static Workbook entry(Workbook book, int sheet, String address, Entry entry) {
    Area area = A1.parse(address).orElseThrow();
    return set(book, sheet, area.firstRow(), area.firstColumn(), entry);
  }
}
