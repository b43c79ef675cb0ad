package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Grid;
import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.ReferenceValue;
import dev.quire.engine.value.ReferenceValue.Part;
import dev.quire.engine.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/// A single cell on a single sheet.
final class CellNode extends Node {
  private static final int HERE = -1;

  private final OptionalInt sheet;
  private final int key;
  private final Sheets sheets;
  private final RelativeArea area;

  CellNode(Sheets sheets, RelativeArea area) {
    this.sheets = sheets;
    this.sheet = sheets instanceof Sheets.One(int key) ? OptionalInt.of(key) : OptionalInt.empty();
    this.key = sheet.orElse(HERE);
    this.area = area;
  }

  @Override
  Value evaluate(Frame frame) {
    int row = frame.row(area.top());
    int column = frame.column(area.left());
    return isLost(row, column, frame)
        ? ErrorValue.REF
        : ReferenceValue.of(sheet.orElse(frame.sheet), Area.cell(row, column));
  }

  @Override
  Value operand(Frame frame) {
    int row = frame.row(area.top());
    int column = frame.column(area.left());
    return isLost(row, column, frame)
        ? ErrorValue.REF
        : frame.workspace.cell(sheet.orElse(frame.sheet), row, column);
  }

  @Override
  double plain(Frame frame) {
    int row = frame.row(area.top());
    int column = frame.column(area.left());
    if (Grid.contains(row, column)) {
      int at = key == HERE ? frame.sheet : key;
      double number = frame.workspace.number(at, row, column);
      if (!Double.isNaN(number)) {
        return number;
      }
    }
    return super.plain(frame);
  }

  @Override
  boolean vectorizes() {
    return true;
  }

  @Override
  void plains(Frame frame, Stretch cells, double[] into) {
    read(frame, cells, into, Double.NaN);
  }

  @Override
  void numbers(Frame frame, Stretch cells, double[] into) {
    read(frame, cells, into, 0);
  }

  /// @param blank what a blank cell counts as
  private void read(Frame frame, Stretch cells, double[] into, double blank) {
    int count = cells.cells();
    int row = area.top().at(cells.row());
    int column = area.left().at(cells.column());
    boolean isOne = cells.down() ? area.top().fixed() : area.left().fixed();
    var there = new Stretch(row, column, isOne ? 1 : count, cells.down());
    int last = there.cells() - 1;
    int at = key == HERE ? frame.sheet : key;
    if (isLost(row, column, frame) || isLost(there.rowAt(last), there.columnAt(last), frame)) {
      Arrays.fill(into, 0, count, Double.NaN);
      return;
    }
    frame.workspace.numbers(at, there, into, blank);
    if (isOne) {
      Arrays.fill(into, 1, count, into[0]);
    }
  }

  /// How far before its own cell the one read lies, down a column or along a row; 0 when it lies
  /// anywhere else.
  int before(Frame frame, boolean down) {
    Coordinate along = down ? area.top() : area.left();
    Coordinate across = down ? area.left() : area.top();
    boolean isBefore =
        (key == HERE || key == frame.sheet)
            && !across.fixed()
            && across.value() == 0
            && !along.fixed()
            && along.value() < 0;
    return isBefore ? -along.value() : 0;
  }

  @Override
  boolean hasSteps() {
    return true;
  }

  private boolean isLost(int row, int column, Frame frame) {
    return !Grid.contains(row, column)
        || sheet.isPresent() && frame.workspace.sheetName(sheet.getAsInt()).isEmpty();
  }

  @Override
  boolean isScalar() {
    return true;
  }

  @Override
  void reads(ReadCollector collector) {
    collector.add(sheets, area);
  }

  @Override
  boolean follows(List<Part> written, Frame frame) {
    int row = frame.row(area.top());
    int column = frame.column(area.left());
    int at = key == HERE ? frame.sheet : key;
    for (Part part : written) {
      if (part.sheet() == at && part.area().contains(row, column)) {
        return true;
      }
    }
    return false;
  }
}
