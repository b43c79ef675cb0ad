package dev.quire.engine.formula;

import dev.quire.engine.ref.Area;
import dev.quire.engine.ref.Stretch;
import dev.quire.engine.value.BlankValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Everything that a formula can see while it is evaluated. Reading a cell may throw an unchecked
/// control-flow signal when that cell has to be calculated first; evaluation must let it pass and
/// must not keep state, since it is repeated later.
public interface Workspace extends Bindings {
  /// The value of a cell; blank when it is empty. The sheet must exist.
  Scalar cell(int sheet, int row, int column);

  /// The number of a cell without a box; NaN when the cell holds anything else or its sheet does
  /// not exist.
  default double number(int sheet, int row, int column) {
    return cell(sheet, row, column) instanceof NumberValue(double number) ? number : Double.NaN;
  }

  /// The numbers of cells one below the other or side by side; NaN where a cell holds anything
  /// else. The sheet must exist.
  ///
  /// @param into gets the numbers, from its beginning
  /// @param blank what stands for a blank cell: NaN, or the number it counts as
  default void numbers(int sheet, Stretch cells, double[] into, double blank) {
    for (int at = 0; at < cells.cells(); at++) {
      Scalar value = cell(sheet, cells.rowAt(at), cells.columnAt(at));
      into[at] =
          value instanceof NumberValue(double number)
              ? number
              : value == BlankValue.BLANK ? blank : Double.NaN;
    }
  }

  /// Number of cells of an area that are not blank.
  default long stored(int sheet, Area area) {
    var count = new long[1];
    visit(
        sheet,
        area,
        (_, _, _) -> {
          count[0]++;
          return true;
        });
    return count[0];
  }

  /// Where equal values stand in an area of one column, and perhaps elsewhere in that column; empty
  /// when it is quicker to look.
  default Optional<ColumnIndex> index(int sheet, Area area) {
    return Optional.empty();
  }

  /// Where equal values stand along an area of one row: what the index calls rows are columns.
  /// Empty when it is quicker to look.
  default Optional<ColumnIndex> rowIndex(int sheet, Area area) {
    return Optional.empty();
  }

  /// The numbers of an area of one column in rising order, not to be changed; empty when it is
  /// quicker to look, or when an error stands among them.
  default Optional<double[]> sortedNumbers(int sheet, Area area) {
    return area.columns() > 1
        ? Optional.empty()
        : index(sheet, area).flatMap(index -> index.sorted(area.firstRow(), area.lastRow()));
  }

  /// Shows the cells of an area that are not blank row by row, numbers in stretches.
  void scan(int sheet, Area area, CellScan scan);

  /// Shows the cells of an area that are not blank, column by column and downwards, until the
  /// visitor has seen enough. Costs in proportion to the stored cells, not to the area.
  void visit(int sheet, Area area, CellVisitor visitor);

  /// The smallest area with all stored cells of the sheet; empty for an empty sheet.
  Optional<Area> usedArea(int sheet);

  /// The smallest area outside of which all cells of the sheet are alike: blank, or in error where
  /// a sheet of another workbook could not be had.
  default Optional<Area> knownArea(int sheet) {
    return usedArea(sheet);
  }

  /// What a defined name stands for as seen from a sheet: the sheet's own name first, then the
  /// workbook's; compared without case.
  Optional<Template> name(int sheet, String name);

  /// What a name of another workbook stands for, or what a link to another program last gave.
  ///
  /// @param text all before the `!`, without quotes: `[1]`, `[1]Sheet1`
  Optional<Template> externalName(String text, String name);

  /// The formula of a cell.
  Optional<Template> formula(int sheet, int row, int column);

  /// The area that the result of this cell's formula fills, the cell included: only the cell when
  /// the result is a single value or found no room; empty when the cell holds no formula.
  Optional<Area> spill(int sheet, int row, int column);

  /// The keys of all worksheets in tab order.
  List<Integer> sheets();

  /// How a cell is shown.
  CellLook look(int sheet, int row, int column);

  /// The report of a pivot table that holds a cell.
  Optional<PivotReport> pivotAt(int sheet, int row, int column);

  /// Whether a row is hidden, by hand or by a filter.
  boolean isRowHidden(int sheet, int row);

  /// Whether a filter hides a row.
  boolean isRowFiltered(int sheet, int row);

  /// What the file is called that holds the workbook; empty when none does.
  String fileName();

  /// Whether the workbook counts days from 1904.
  boolean date1904();

  /// How a text is pronounced, where its file notes it; known by the object, since another text of
  /// the same letters may be read otherwise.
  Optional<String> reading(String text);

  /// Whether formulas are calculated only when somebody asks for it.
  boolean calculatesWhenAsked();

  /// The moment of this calculation, the same for all its formulas.
  Instant now();

  /// The zone in which `TODAY` and `NOW` are told.
  ZoneId zone();

  /// Called now and then in long evaluations; throws an unchecked signal, which evaluation must let
  /// pass, when the calculation has taken too long.
  void checkTime();

  /// Ends an evaluation that takes more room than it may, with the same signal as [#checkTime].
  void stop();

  /// Where `RAND` takes its numbers.
  RandomGenerator random();
}
