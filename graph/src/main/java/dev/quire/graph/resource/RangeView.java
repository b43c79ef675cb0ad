package dev.quire.graph.resource;

import dev.quire.engine.ref.A1;
import dev.quire.engine.ref.Area;
import dev.quire.graph.path.PathPrinter;
import dev.quire.workbook.Workbook;

/// A range of cells on a worksheet.
///
/// @param sheet key of the worksheet
record RangeView(Workbook book, int sheet, Area area) implements View {
  RangeView over(Area other) {
    return new RangeView(book, sheet, other);
  }

  /// What the JSON of a cell takes at least: `"@",` as number format, `"",` five times as values,
  /// text and formulas, `"Empty",` as type.
  private static final long LEAST_CELL_BYTES = 4 + 5 * 3 + 8;

  /// The address with the name of the sheet: `Sheet1!A1:B2`, `'My sheet'!C3`.
  String address() {
    return book.addressOf(sheet, A1.print(area));
  }

  @Override
  public RangeView in(Workbook later) {
    return new RangeView(later, sheet, area);
  }

  @Override
  public String type() {
    return "workbookRange";
  }

  @Override
  public String path() {
    return new SheetView(book, sheet).path()
        + "/range(address=%27"
        + PathPrinter.text(address())
        + "%27)";
  }

  @Override
  public long leastJsonBytes() {
    return RangeValues.isUnbounded(area) ? 0 : area.cells() * LEAST_CELL_BYTES;
  }
}
