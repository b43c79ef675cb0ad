package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows of tables: added, changed, removed (semantics §8).
final class TableRowTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Rich book = new Rich(SERVER);

  private void assertArea(String area) {
    book.savedTable("Sales", saved -> assertEquals(area, saved.getArea().formatAsString()));
    assertEquals("'It''s'!" + area, book.get("/tables/Sales/range").member("address"));
  }

  @Test
  @Covers({
    "Collection(workbookTableRow) action add(index, values)",
    "workbookTable create rows",
    "Collection(workbookTableRow) function count()"
  })
  void rowsAreAddedAtTheEnd() {
    JsonObject row =
        book.post("/tables/Sales/rows", "{`index`:null,`values`:[[`lime`,2,4]]}").is(201).json();
    assertEquals(4, row.get("index").getAsInt());
    assertEquals("[[\"lime\",2,4]]", row.get("values").toString());
    book.shows("A6:C6", "[[`lime`,2,4]]");
    assertArea("A1:C6");
    book.post("/tables/Sales/rows/add", "{`values`:[[`a`,1,1],[`b`,2,2]]}").is(200);
    book.shows("A7:C8", "[[`a`,1,1],[`b`,2,2]]");
    assertEquals(7, book.get("/tables/Sales/rows/count()").json().get("value").getAsInt());
    assertArea("A1:C8");
  }

  /// The sum stands two rows below the table and makes room when the table reaches it.
  @Test
  void cellsBelowMakeRoom() {
    book.post("/tables/Sales/rows/add", "{`values`:[[`a`,1,1],[`b`,2,2],[`c`,3,3]]}").is(200);
    book.shows("A8:C8", "[[`c`,3,3]]");
    book.computes("B10", "[[`=SUM(B2:B5)`]]");
    assertArea("A1:C8");
  }

  @Test
  void rowsAreInsertedAtAnIndex() {
    JsonObject row =
        book.post("/tables/Sales/rows/add", "{`index`:1,`values`:[[`x`,5,5],[`y`,6,6]]}")
            .is(200)
            .json();
    assertEquals(1, row.get("index").getAsInt());
    book.shows("A2:A7", "[[`pear`],[`x`],[`y`],[`fig`],[`apple`],[`kiwi`]]");
    book.computes("B9", "[[`=SUM(B2:B7)`]]");
    book.shows("B9", "[[32]]");
    assertArea("A1:C7");
  }

  @Test
  void firstRowIsInserted() {
    book.post("/tables/Sales/rows/add", "{`index`:0,`values`:[[`x`,5,5]]}").is(200);
    book.shows("A1:A3", "[[`Item`],[`x`],[`pear`]]");
    assertArea("A1:C6");
  }

  @Test
  void rowsComeAboveTheTotals() {
    book.patch("/tables/Sales", "{`showTotals`:true}").is(200);
    book.post("/tables/Sales/rows/add", "{`values`:[[`x`,5,5]]}").is(200);
    book.shows("A6:C7", "[[`x`,5,5],[`Total`,``,9.25]]");
    assertArea("A1:C7");
  }

  @Test
  void formulasOfACalculatedColumnGoOn() {
    book.post("/tables/Sales/columns/add", "{`name`:`Sum`}").is(200);
    book.patch("/tables/Sales/columns/Sum/dataBodyRange", "{`formulas`:`=[@Amount]*[@Price]`}")
        .is(200);
    book.post("/tables/Sales/rows/add", "{`values`:[[`x`,5,5,null]]}").is(200);
    book.shows("D6", "[[25]]");
    book.computes("D6", "[[`=[@Amount]*[@Price]`]]");
  }

  @Test
  @Covers({
    "workbookTable update rows/{id}",
    "workbookTable delete rows/{id}",
    "workbookTable get rows/{id}",
    "Collection(workbookTableRow) function itemAt(index)",
    "workbookTableRow function range()",
    "workbookTableRow get-property index",
    "workbookTableRow get-property values"
  })
  void rowIsReadChangedAndRemoved() {
    JsonObject row =
        book.patch("/tables/Sales/rows/itemAt(index=1)", "{`values`:[[null,11,`=B2`]]}")
            .is(200)
            .json();
    assertEquals("[[\"fig\",11,3]]", row.get("values").toString());
    assertEquals(
        "'It''s'!A3:C3", book.get("/tables/Sales/rows/$/itemAt(index=1)/range").member("address"));
    assertEquals(
        1, book.get("/tables/Sales/rows/itemAt(index=1)/index").json().get("value").getAsInt());
    assertEquals(
        "[[\"fig\",11,3]]", book.get("/tables/Sales/rows/1/values").json().get("value").toString());
    book.delete("/tables/Sales/rows/itemAt(index=0)").is(204);
    book.shows("A2:C2", "[[`fig`,11,`#REF!`]]");
    assertArea("A1:C4");
    book.delete("/tables/Sales/rows/9").is(404);
  }

  @Test
  void lastRowIsOnlyEmptied() {
    for (int row = 0; row < 4; row++) {
      book.delete("/tables/Sales/rows/0").is(204);
    }
    book.shows("A1:C2", "[[`Item`,`Amount`,`Price`],[``,``,``]]");
    assertArea("A1:C2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`values`:[[1,2]]} | 'values[0]'",
        "{`values`:[[1,2,3],[1]]} | 'values[1]'",
        "{`values`:`[[1,2,3]]`} | 'values'",
        "{`values`:[]} | 'values'",
        "{`values`:[1,2,3]} | 'values[0]'",
        "{`values`:[[1,2,{}]]} | 'values[0][2]'",
        "{`index`:5,`values`:[[1,2,3]]} | 'index'",
        "{`index`:-1,`values`:[[1,2,3]]} | 'index'",
        "{`index`:`1`,`values`:[[1,2,3]]} | 'index'",
        "{`index`:1.5,`values`:[[1,2,3]]} | 'index'",
        "{`index`:1} | 'values'",
        "{`row`:1,`values`:[[1,2,3]]} | 'row'"
      })
  void badRowsAreRefusedAndChangeNothing(String body, String named) {
    String before = book.digest();
    String message =
        book.post("/tables/Sales/rows/add", body)
            .refuses(400, "InvalidArgument", "invalidArgument")
            .message();
    assertEquals(true, message.contains(named.replace("''", "'")), message);
    assertEquals(before, book.digest());
  }

  /// Each of many writers at the same time finds its row, once, where its answer says.
  @Test
  void rowsAddedAtTheSameTimeAllArriveInTheOrderOfTheAnswers() throws Exception {
    int writers = 100;
    var places = new TreeMap<Integer, String>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> adding =
          IntStream.range(0, writers)
              .<Callable<Integer>>mapToObj(n -> () -> added("w" + n))
              .toList();
      List<Future<Integer>> indexes = threads.invokeAll(adding);
      for (int n = 0; n < writers; n++) {
        places.put(indexes.get(n).get(), "w" + n);
      }
    }
    assertEquals(IntStream.range(4, 4 + writers).boxed().toList(), List.copyOf(places.keySet()));
    var found = new ArrayList<String>();
    book.get("/tables/Sales/columns/Item/dataBodyRange")
        .json()
        .getAsJsonArray("values")
        .forEach(row -> found.add(row.getAsJsonArray().get(0).getAsString()));
    assertEquals(List.copyOf(places.values()), found.subList(4, found.size()));
  }

  private int added(String name) {
    return book.post("/tables/Sales/rows", "{`values`:[[`%s`,1,0]]}".formatted(name))
        .is(201)
        .json()
        .get("index")
        .getAsInt();
  }
}
