package dev.quire.ooxml.part;

import dev.quire.workbook.CalculationMode;
import dev.quire.workbook.CellStyle;
import dev.quire.workbook.SheetSink;
import dev.quire.workbook.Table;
import dev.quire.workbook.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Takes what a workbook holds from a reader, in the order of the methods here.
public interface BookSink {
  /// Whether days count from 1904.
  void date1904(boolean date1904);

  /// When formulas are recalculated, and whether they all are as soon as the workbook is opened.
  void calculation(CalculationMode mode, boolean fullOnLoad);

  /// The cell formats by index.
  void styles(List<CellStyle> styles);

  /// A worksheet, in tab order.
  ///
  /// @param uid identity of the sheet that the file names
  /// @return key of the sheet
  int worksheet(String name, Optional<String> uid, Visibility visibility);

  /// A table of a worksheet that was told already.
  void table(Table table);

  /// A defined name.
  ///
  /// @param sheetKey the worksheet that it is valid on, empty for all
  /// @param formula without `=`
  void name(
      String name, OptionalInt sheetKey, String formula, Optional<String> comment, boolean visible);

  /// Where the cells of a worksheet go.
  SheetSink sheet(int key);
}
