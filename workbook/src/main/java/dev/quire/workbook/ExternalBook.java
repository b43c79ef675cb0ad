package dev.quire.workbook;

import dev.quire.engine.cells.SheetCells;
import dev.quire.engine.value.ArrayValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a workbook remembers of another one that its formulas refer to, or of a link to another
/// program (ECMA-376 part 1, §18.14).
///
/// @param target where the other workbook lies, as the file puts it; empty for other programs
/// @param sheets its worksheets in tab order
/// @param names its defined names, or the items of the link
public record ExternalBook(String target, List<ExternalSheet> sheets, List<ExternalName> names) {
  /// A worksheet of the other workbook.
  ///
  /// @param cells the values last seen of cells that were asked for. All others are blank, or lost
  ///   where the sheet could not be had last ([SheetCells#isLost])
  public record ExternalSheet(String name, SheetCells cells) {}

  /// A defined name of the other workbook, or an item of a link.
  ///
  /// @param sheet place of the worksheet that alone sees it
  /// @param formula what it refers to, without `=`; empty for an item of a link
  /// @param values the last values of an item
  public record ExternalName(
      String name, OptionalInt sheet, String formula, Optional<ArrayValue> values) {}

  /// Copies the lists.
  public ExternalBook {
    sheets = List.copyOf(sheets);
    names = List.copyOf(names);
  }
}
