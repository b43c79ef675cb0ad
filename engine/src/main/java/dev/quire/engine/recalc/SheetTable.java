package dev.quire.engine.recalc;

import dev.quire.engine.cells.SheetCells;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// The cells of all sheets by key. Keys are never given twice, so a deleted sheet leaves a gap.
record SheetTable(List<Optional<SheetCells>> sheets) {
  static final SheetTable EMPTY = new SheetTable(List.of());

  SheetTable {
    sheets = List.copyOf(sheets);
  }

  Optional<SheetCells> find(int sheet) {
    return sheet >= 0 && sheet < sheets.size() ? sheets.get(sheet) : Optional.empty();
  }

  /// How many keys of sheets there are.
  int size() {
    return sheets.size();
  }

  /// The cells of a sheet; none when there is no such sheet.
  SheetCells cells(int sheet) {
    return find(sheet).orElse(SheetCells.EMPTY);
  }

  SheetTable with(int sheet, Optional<SheetCells> cells) {
    var copy = new ArrayList<>(sheets);
    while (copy.size() <= sheet) {
      copy.add(Optional.empty());
    }
    copy.set(sheet, cells);
    return new SheetTable(copy);
  }

  void forEach(BiConsumer<Integer, SheetCells> visitor) {
    for (int sheet = 0; sheet < sheets.size(); sheet++) {
      int key = sheet;
      sheets.get(sheet).ifPresent(cells -> visitor.accept(key, cells));
    }
  }
}
