package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Cells shown as one (semantics §6.5).
final class MergeTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final SheetOne sheet = new SheetOne(SERVER);

  private void savedAs(String areas) {
    sheet.saved(saved ->
        assertEquals(
            areas,
            saved.getMergedRegions().stream()
                .map(CellRangeAddress::formatAsString)
                .sorted()
                .collect(Collectors.joining(" "))));
  }

  @Test
  @Covers("workbookRange action merge(across)")
  void mergedCellsKeepTheFirstContentOnly() {
    sheet.holds("H1:I2", "[[``,5],[`x`,`y`]]");
    sheet.postAt("H1:I2", "/merge", "{`across`:false}").is(204);
    sheet.showsAt("H1:I2", "values", "[[5,``],[``,``]]");
    savedAs("H1:I2");
  }

  @Test
  void formulaThatMovesGoesOnReadingTheSameCells() {
    sheet.holds("K1", "[[7]]");
    sheet.holds("H1:I2", "[[``,``],[``,`=K1*2`]]");
    sheet.postAt("H1:I2", "/merge", "{}").is(204);
    sheet.showsAt("H1", "formulas", "[[`=K1*2`]]");
    sheet.showsAt("H1", "values", "[[14]]");
  }

  @Test
  @Covers("workbookRange action merge(across)")
  void acrossMergesEachRow() {
    sheet.postAt("H1:J3", "/merge", "{`across`:true}").is(204);
    savedAs("H1:J1 H2:J2 H3:J3");
  }

  /// An array does not spill over merged cells, whichever came first.
  @Test
  void mergedCellsBarASpillUntilTheyAreTakenApart() {
    sheet.holds("H1", "[[`=SEQUENCE(4)`]]");
    sheet.postAt("H3:I3", "/merge", "{}").is(204);
    sheet.showsAt("H1:H4", "values", "[[`#SPILL!`],[``],[``],[``]]");
    sheet.postAt("I3", "/unmerge", "").is(204);
    sheet.showsAt("H1:H4", "values", "[[1],[2],[3],[4]]");
    sheet.postAt("H1:H2", "/merge", "{}").is(204);
    sheet.showsAt("H1:H4", "values", "[[`#SPILL!`],[``],[``],[``]]");
  }

  @Test
  @Covers("workbookRange action unmerge()")
  void unmergeTakesApartWhatItTouches() {
    sheet.postAt("H1:I2", "/merge", "{}").is(204);
    sheet.postAt("H5:I6", "/merge", "{}").is(204);
    SheetOne again = sheet.reopened(SERVER);
    again.postAt("I2", "/unmerge", "").is(204);
    again.saved(saved ->
        assertEquals(
            "[H5:I6]",
            saved.getMergedRegions().stream()
                .map(CellRangeAddress::formatAsString)
                .toList()
                .toString()));
  }

  @Test
  void lastUnmergedAreaLeavesNoListBehind() {
    sheet.postAt("H1:I2", "/merge", "{}").is(204);
    SheetOne again = sheet.reopened(SERVER);
    again.postAt("A1:Z9", "/unmerge", "").is(204);
    again.saved(saved -> assertTrue(saved.getCTWorksheet().getMergeCells() == null));
  }

  @Test
  void mergedCellsThatAreCutAreTakenIn() {
    sheet.postAt("H1:I2", "/merge", "{}").is(204);
    sheet.postAt("I2:J3", "/merge", "{}").is(204);
    savedAs("H1:J3");
  }

  @Test
  void mergedCellsMoveWithInsertedRows() {
    sheet.postAt("H3:I4", "/merge", "{}").is(204);
    sheet.postAt("1:1", "/insert", "{`shift`:`Down`}").is(200);
    savedAs("H4:I5");
  }

  @Test
  void cellsOfATableAreNotMerged() {
    sheet.holds("H1:I2", "[[`a`,`b`],[1,2]]");
    sheet.post("/tables/add", "{`address`:`H1:I2`,`hasHeaders`:true}").is(201);
    sheet
        .postAt("H2:I3", "/merge", "{}")
        .refuses(409, "ConflictUncategorized", "conflictUncategorized");
    sheet.showsAt("H2:I2", "values", "[[1,2]]");
  }

  @Test
  void acrossHasToBeTrueOrFalse() {
    sheet
        .postAt("H1:I2", "/merge", "{`across`:`yes`}")
        .refuses(400, "InvalidArgument", "invalidArgument");
  }
}
