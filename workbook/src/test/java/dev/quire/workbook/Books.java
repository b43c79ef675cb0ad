package dev.quire.workbook;

import dev.quire.engine.formula.Notation;
import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;

/// Workbooks for tests, told in A1.
final class Books {
  static final CalculationEnvironment ENVIRONMENT =
      new CalculationEnvironment(
          () -> Instant.parse("2026-11-23T10:00:00Z"),
          ZoneOffset.UTC,
          new SplittableRandom(7),
          Duration.ofSeconds(20));

  private Books() {}

  /// A workbook with empty sheets of these names.
  static Workbook of(String... sheets) {
    var builder = new WorkbookBuilder(ENVIRONMENT);
    for (String sheet : sheets) {
      builder.worksheet(sheet, Optional.empty(), Visibility.VISIBLE);
    }
    return builder.build();
  }

  /// The workbook after typing a text into a cell of its first sheet.
  static Workbook type(Workbook book, String cell, String text) {
    return type(book, 0, cell, text);
  }

  static Workbook type(Workbook book, int sheet, String cell, String text) {
    return write(book, sheet, cell, text.isEmpty() ? Entry.CLEAR : new Entry.Typed(text))
        .workbook();
  }

  static Workbook put(Workbook book, String cell, double number) {
    return write(book, 0, cell, new Entry.Constant(new NumberValue(number))).workbook();
  }

  static Outcome write(Workbook book, int sheet, String cell, Entry entry) {
    return write(book, sheet, cell, entry, ENVIRONMENT);
  }

  static Outcome write(
      Workbook book, int sheet, String cell, Entry entry, CalculationEnvironment environment) {
    Area area = A1.parse(cell).orElseThrow();
    return book.apply(
        new Edit.WriteCells(sheet, area, Optional.empty(), Optional.of(CellGrid.filled(entry))),
        environment);
  }

  static Scalar value(Workbook book, String cell) {
    return value(book, 0, cell);
  }

  static Scalar value(Workbook book, int sheet, String cell) {
    Area area = A1.parse(cell).orElseThrow();
    return book.value(sheet, area.firstRow(), area.firstColumn());
  }

  static double number(Workbook book, String cell) {
    return ((NumberValue) value(book, cell)).number();
  }

  static String text(Workbook book, String cell) {
    Area area = A1.parse(cell).orElseThrow();
    return book.text(0, area.firstRow(), area.firstColumn());
  }

  static String formula(Workbook book, int sheet, String cell) {
    Area area = A1.parse(cell).orElseThrow();
    return book.formula(sheet, area.firstRow(), area.firstColumn(), Notation.A1).orElse("");
  }
}
