package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sorting of ranges (semantics §6.5). Column H holds names, I numbers, some typed as text.
final class RangeSortTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final SheetOne sheet = new SheetOne(SERVER);

  @BeforeEach
  void fill() {
    sheet.patchAt("I2:I5", "", "{`numberFormat`:`@`}").is(200);
    sheet.holds("H1:I5", "[[`Name`,`Size`],[`b`,`10`],[`A`,`9`],[`a`,`10`],[``,`2`]]");
  }

  private Reply sort(String address, String json) {
    return sheet.postAt(address, "/sort/apply", json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`fields`:[{`key`:0}]} | A a b _",
        "{`fields`:[{`key`:0,`ascending`:false}]} | b A a _",
        "{`fields`:[{`key`:0}],`matchCase`:true} | a A b _",
        "{`fields`:[{`key`:1}]} | b a _ A",
        "{`fields`:[{`key`:1,`dataOption`:`TextAsNumber`}]} | _ A b a",
        "{`fields`:[{`key`:1,`sortOn`:`Value`,`ascending`:true},{`key`:0}],`method`:`StrokeCount`} | a b _ A"
      })
  @Covers("workbookRangeSort action apply(fields, matchCase, hasHeaders, orientation, method)")
  void rowsAreSortedByTheirKeys(String body, String names) {
    sort("H2:I5", body).is(204);
    sheet.showsAt("H2:H5", "values", "[[`" + names.replace("_", "").replace(" ", "`],[`") + "`]]");
    SheetOne again = sheet.reopened(SERVER);
    again.showsAt("H2:H5", "values", "[[`" + names.replace("_", "").replace(" ", "`],[`") + "`]]");
  }

  @Test
  void headersStay() {
    sort("H1:I5", "{`fields`:[{`key`:0,`ascending`:false}],`hasHeaders`:true}").is(204);
    sheet.showsAt("H1:H3", "values", "[[`Name`],[`b`],[`A`]]");
  }

  @Test
  void columnsAreSortedToo() {
    sheet.holds("K1:M2", "[[3,1,2],[`c`,`a`,`b`]]");
    sort("K1:M2", "{`fields`:[{`key`:0}],`orientation`:`Columns`}").is(204);
    sheet.showsAt("K1:M2", "values", "[[1,2,3],[`a`,`b`,`c`]]");
  }

  @ParameterizedTest
  @CsvSource({"fill, CellColor", "font, FontColor"})
  void cellsOfAColorComeFirstOrLast(String aspect, String on) {
    sheet.patchAt("H4", "/format/" + aspect, "{`color`:`#FF0000`}").is(200);
    String field = "{`fields`:[{`key`:0,`sortOn`:`%s`,`color`:`#FF0000`,`ascending`:%s}]}";
    sort("H2:I5", field.formatted(on, true)).is(204);
    sheet.showsAt("H2:H5", "values", "[[`a`],[`b`],[`A`],[``]]");
    sort("H2:I5", field.formatted(on, false)).is(204);
    sheet.showsAt("H2:H5", "values", "[[`b`],[`A`],[``],[`a`]]");
    sheet.shows("/range(address='H5')/format/" + aspect, "color", "`#FF0000`");
  }

  @Test
  void hiddenRowsStay() {
    sheet.patchAt("3:3", "", "{`rowHidden`:true}").is(200);
    sort("H2:I5", "{`fields`:[{`key`:0}]}").is(204);
    sheet.showsAt("H2:H5", "values", "[[`a`],[`A`],[`b`],[``]]");
  }

  @Test
  void formulasMoveAsIfCopiedAndReadersFollow() {
    sheet.holds("K1:L3", "[[3,`=K1*10`],[1,`=K2*10`],[2,`=K3*10`]]");
    sheet.holds("N1", "`=L1`");
    sort("K1:L3", "{`fields`:[{`key`:0}]}").is(204);
    sheet.showsAt("L1:L3", "formulas", "[[`=K1*10`],[`=K2*10`],[`=K3*10`]]");
    sheet.showsAt("L1:L3", "values", "[[10],[20],[30]]");
    sheet.showsAt("N1", "values", "[[10]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | fields",
        "{`fields`:[]} | fields",
        "{`fields`:7} | fields",
        "{`fields`:[{}]} | fields.key",
        "{`fields`:[{`key`:2}]} | fields.key",
        "{`fields`:[{`key`:-1}]} | fields.key",
        "{`fields`:[{`key`:0,`sortOn`:`Smell`}]} | fields.sortOn",
        "{`fields`:[{`key`:0,`sortOn`:`CellColor`}]} | fields.color",
        "{`fields`:[{`key`:0,`dataOption`:`Odd`}]} | fields.dataOption",
        "{`fields`:[{`key`:0}],`orientation`:`Up`} | orientation",
        "{`fields`:[{`key`:0}],`method`:`Odd`} | method",
        "{`fields`:[{`key`:0}],`matchCase`:1} | matchCase"
      })
  void badArgumentsAreNamedAndNothingMoves(String body, String named) {
    Reply refused = sort("H2:I5", body).refuses(400, "InvalidArgument", "invalidArgument");
    assertTrue(refused.message().contains("'" + named + "'"), refused.message());
    sheet.showsAt("H2:H5", "values", "[[`b`],[`A`],[`a`],[``]]");
  }

  @Test
  void mergedCellsAreNotSorted() {
    sheet.postAt("H2:H3", "/merge", "{}").is(204);
    sort("H2:I5", "{`fields`:[{`key`:0}]}")
        .refuses(409, "ConflictUncategorized", "conflictUncategorized");
  }

  @Test
  @Covers({"workbookRange get sort", "workbookRange update sort", "workbookRange delete sort"})
  void sortIsOnlyTheWayToItsAction() {
    sheet.getAt("H2:I5", "/sort").is(200);
    assertEquals(405, sheet.patchAt("H2:I5", "/sort", "{`id`:`x`}").status());
    assertEquals(405, sheet.delete("/range(address='H2:I5')/sort").status());
    sheet.showsAt("H2:H5", "values", "[[`b`],[`A`],[`a`],[``]]");
  }
}
