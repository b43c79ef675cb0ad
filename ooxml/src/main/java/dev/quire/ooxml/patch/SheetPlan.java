package dev.quire.ooxml.patch;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.ooxml.part.ProtectionReader;
import dev.quire.workbook.RowSetting;
import dev.quire.workbook.SheetLayout;
import dev.quire.workbook.SheetProtection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// What is to change in one worksheet.
final class SheetPlan {
  private final SheetView base;
  private final SheetView current;
  private final Positions touched = new Positions();
  private final TreeMap<Integer, RowSetting> rows = new TreeMap<>();
  private final Map<Long, String> promoted = new HashMap<>();
  private TableParts.Changes tables = TableParts.Changes.NONE;
  private Set<String> goneSlicers = Set.of();
  private final Map<String, String> drawings = new HashMap<>();
  private boolean formulasComeOrGo;
  private boolean formulasReplaced;

  /// @param respell whether formulas may be spelled otherwise although nobody changed them, since
  ///   sheets, tables or names are called otherwise
  SheetPlan(SheetView base, SheetView current, boolean respell) {
    this.base = base;
    this.current = current;
    current.differences(base, this::touch);
    if (respell) {
      current.formulas(this::respell);
    }
    rowChanges();
    looks();
    touched.sort();
    wholeArrays();
  }

  SheetView base() {
    return base;
  }

  SheetView current() {
    return current;
  }

  /// Positions of cells to write.
  Positions touched() {
    return touched;
  }

  /// Settings of rows that change.
  TreeMap<Integer, RowSetting> rows() {
    return rows;
  }

  /// Rows with cells or settings that change, in order.
  int[] touchedRows() {
    return IntStream.concat(touched.rows(), rows.keySet().stream().mapToInt(Integer::intValue))
        .sorted()
        .distinct()
        .toArray();
  }

  /// Whether a row is as high as in the file no more.
  boolean heightChanges(int row) {
    RowSetting plain = RowSetting.plain(row);
    return !base.layout()
        .rows()
        .getOrDefault(row, plain)
        .heightPoints()
        .equals(current.layout().rows().getOrDefault(row, plain).heightPoints());
  }

  /// Whether settings of columns change.
  boolean columnsChange() {
    return !base.layout().columns().equals(current.layout().columns());
  }

  /// Takes what changes in the list of tables.
  SheetPlan with(TableParts.Changes changes) {
    tables = changes;
    return this;
  }

  /// Takes a drawing that the sheet has not had.
  ///
  /// @param element name of the element that leads to it
  /// @param attributes those of that element; nothing when there is no such drawing
  SheetPlan drawing(String element, Optional<String> attributes) {
    attributes.ifPresent(text -> drawings.put(element, text));
    return this;
  }

  /// Takes relationships to lists of slicers that are gone.
  SheetPlan without(Set<String> slicers) {
    goneSlicers = slicers;
    return this;
  }

  /// Relationships to lists of slicers that are gone.
  Set<String> goneSlicers() {
    return goneSlicers;
  }

  /// What changes in the list of tables.
  TableParts.Changes tables() {
    return tables;
  }

  /// Elements of the sheet, beside its cells, that are to be written anew, by name; an empty text
  /// stands for one that goes.
  Map<String, String> elements(String prefix) {
    Map<String, String> elements = new HashMap<>();
    drawings.forEach(
        (name, attributes) -> elements.put(name, "<" + prefix + name + attributes + "/>"));
    List<Area> merged = current.regions().merged();
    if (!Set.copyOf(merged).equals(Set.copyOf(base.regions().merged()))) {
      elements.put(MergedCells.NAME, MergedCells.element(merged, prefix));
    }
    Optional<SheetProtection> protection = current.protection();
    if (!protection.equals(base.protection())) {
      elements.put(
          ProtectionReader.NAME,
          protection.map(each -> ProtectionReader.element(each, prefix)).orElse(""));
    }
    return elements;
  }

  /// Whether nothing changes.
  boolean isEmpty() {
    return tables.isEmpty()
        && goneSlicers.isEmpty()
        && touched.size() == 0
        && rows.isEmpty()
        && !columnsChange()
        && elements("").isEmpty();
  }

  /// Whether a cell gets its first formula or loses its last one.
  boolean formulasComeOrGo() {
    return formulasComeOrGo;
  }

  /// Whether a formula of the file is overwritten, which may be one that other cells share.
  boolean formulasReplaced() {
    return formulasReplaced;
  }

  /// Whether a cell loses the formula that it has in the file.
  boolean losesFormula(int row, int column) {
    return touched.contains(row, column) && !current.keepsFormula(base, row, column);
  }

  /// Lets a cell carry its formula in another form although the formula stays.
  void promote(int row, int column, String element) {
    promoted.put(key(row, column), element);
    touched.add(row, column);
  }

  /// The form that a formula was promoted to, empty for none.
  String promoted(int row, int column) {
    return promoted.getOrDefault(key(row, column), "");
  }

  private void touch(int row, int column) {
    touched.add(row, column);
    boolean was = base.hasFormula(row, column);
    formulasComeOrGo |= was != current.hasFormula(row, column);
    formulasReplaced |= was && !current.keepsFormula(base, row, column);
  }

  private void respell(int row, int column) {
    if (!current.formulaText(row, column).equals(base.formulaText(row, column))) {
      touched.add(row, column);
    }
  }

  /// Writes arrays as a whole where anything in them is written: a file may have nothing but their
  /// formula, or tell that it fills one cell, and the values of the others would become constants
  /// in its way, or be lost.
  private void wholeArrays() {
    List<Area> written = current.arrayAreas().filter(touched::touch).toList();
    for (Area area : written) {
      for (int row = area.firstRow(); row <= area.lastRow(); row++) {
        for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
          touched.add(row, column);
        }
      }
    }
    if (!written.isEmpty()) {
      touched.sort();
    }
  }

  /// Cells without a style of their own look like their row or column, which a file says at each.
  private void looks() {
    if (columnsChange()) {
      SheetLayout before = base.layout();
      SheetLayout after = current.layout();
      for (int column = 0; column < Grid.COLUMNS; column++) {
        if (before.columnStyle(column) != after.columnStyle(column)) {
          current.plain(new Area(0, column, Grid.ROWS - 1, column), touched::add);
        }
      }
    }
    rows.forEach((row, now) -> {
      if (now.style() != base.layout().rowStyle(row)) {
        current.plain(new Area(row, 0, row, Grid.COLUMNS - 1), touched::add);
      }
    });
  }

  private void rowChanges() {
    Map<Integer, RowSetting> before = base.layout().rows();
    Map<Integer, RowSetting> after = current.layout().rows();
    var all = new HashSet<>(before.keySet());
    all.addAll(after.keySet());
    for (int row : all) {
      RowSetting plain = RowSetting.plain(row);
      RowSetting now = after.getOrDefault(row, plain);
      if (!now.equals(before.getOrDefault(row, plain))) {
        rows.put(row, now);
      }
    }
  }

  private static long key(int row, int column) {
    return (long) row << 32 | column;
  }
}
