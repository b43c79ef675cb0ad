package dev.quire.conformance.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Defined names: added, changed, removed (semantics §9).
final class NameTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private final Rich book = new Rich(SERVER);

  @Test
  @Covers("Collection(workbookNamedItem) action add(name, reference, comment)")
  void nameOfARangeIsAdded() {
    book.patch("/worksheets/Other/range(address='A1')", "{`formulas`:[[`=SUM(Amounts)`]]}").is(200);
    JsonObject name =
        book.post(
                "/names/add",
                "{`name`:`Amounts`,`reference`:`='It''s'!$B$2:$B$5`,`comment`:`all of them`}")
            .is(201)
            .json();
    assertEquals("Range", name.get("type").getAsString());
    assertEquals("'It''s'!$B$2:$B$5", name.get("value").getAsString());
    assertEquals("all of them", name.get("comment").getAsString());
    assertEquals("Workbook", name.get("scope").getAsString());
    assertEquals(
        "[[21]]",
        book.get("/worksheets/Other/range(address='A1')").json().get("values").toString());
    assertEquals("'It''s'!B2:B5", book.get("/names/Amounts/range").is(200).member("address"));
    book.saved(opened -> {
      assertEquals("'It''s'!$B$2:$B$5", opened.getName("Amounts").getRefersToFormula());
      assertEquals("all of them", opened.getName("Amounts").getComment());
    });
  }

  @Test
  void rangeObjectIsTakenForAReference() {
    JsonObject name =
        book.post("/names/add", "{`name`:`Cell`,`reference`:{`address`:`Other!C3`}}")
            .is(201)
            .json();
    assertEquals("Other!$C$3", name.get("value").getAsString());
  }

  @Test
  @Covers({
    "Collection(workbookNamedItem) action addFormulaLocal(name, formula, comment)",
    "workbook create names",
    "workbookWorksheet create names"
  })
  void nameOfAFormulaIsAdded() {
    JsonObject name =
        book.post("/worksheets/Other/names/addFormulaLocal", "{`name`:`Twice`,`formula`:`=Rate*2`}")
            .is(201)
            .json();
    assertEquals("Worksheet", name.get("scope").getAsString());
    book.patch("/worksheets/Other/range(address='A1')", "{`formulas`:[[`=Twice`]]}").is(200);
    assertEquals(
        "[[0.4]]",
        book.get("/worksheets/Other/range(address='A1')").json().get("values").toString());
    book.post("/names", "{`name`:`Tax`,`value`:0.19,`visible`:false}").is(201);
    assertEquals(0.19, book.get("/names/Tax").json().get("value").getAsDouble());
    book.post("/worksheets/Other/names", "{`name`:`Flag`,`value`:true}").is(201);
    book.saved(opened -> {
      assertEquals(1, opened.getName("Twice").getSheetIndex());
      assertEquals("0.19", opened.getName("Tax").getRefersToFormula());
      assertTrue(opened.getName("Tax").isHidden());
    });
  }

  /// Names are kept as seen from A1, so those that look up or to the left come in at the far edge.
  @Test
  void nameThatLooksUpAndLeftGoesAroundTheEdgeOfTheSheet() {
    book.post("/names/add", "{`name`:`LeftTwo`,`reference`:`=Other!XFC1:XFD1`}").is(201);
    book.post("/names/add", "{`name`:`Above`,`reference`:`=Other!A1048576`}").is(201);
    book.patch(
            "/worksheets/Other/range(address='A1:D2')",
            "{`formulas`:[[1,2,`=SUM(LeftTwo)`,`=LeftTwo+0`],[`=Above*10`,``,`=Above`,``]]}")
        .is(200);
    assertEquals("[[1,2,3,2],[10,``,3,``]]".replace('`', '"'), others());
    book.patch("/worksheets/Other/range(address='B1')", "{`values`:[[5]]}").is(200);
    assertEquals("[[1,5,6,5],[10,``,6,``]]".replace('`', '"'), others());
    assertEquals(
        "Other!$XFC$1:$XFD$1".replace("$", ""),
        book.get("/names/LeftTwo").is(200).member("value").replace("$", ""));
  }

  private String others() {
    return book.get("/worksheets/Other/range(address='A1:D2')").json().get("values").toString();
  }

  /// The spelling of newer functions in files is none of a reader's business.
  @Test
  void formulaOfANameIsShownAsPeopleWriteIt() {
    book.post("/names/add", "{`name`:`Next`,`reference`:`=LAMBDA(x,x+SUM(SEQUENCE(2)))`}").is(201);
    assertEquals(
        "LAMBDA(x,x+SUM(SEQUENCE(2)))", book.get("/names/Next").json().get("value").getAsString());
    book.saved(opened ->
        assertEquals(
            "_xlfn.LAMBDA(_xlpm.x,_xlpm.x+SUM(_xlfn.SEQUENCE(2)))",
            opened.getName("Next").getRefersToFormula()));
  }

  @Test
  @Covers({"workbook update names/{id}", "workbookWorksheet update names/{id}"})
  void nameChanges() {
    book.patch("/worksheets/Other/range(address='A1')", "{`formulas`:[[`=Rate*10`]]}").is(200);
    JsonObject name =
        book.patch("/names/Rate", "{`visible`:false,`comment`:`a part`,`value`:`=0.3`}")
            .is(200)
            .json();
    assertEquals(0.3, name.get("value").getAsDouble());
    assertEquals(
        "[[3]]", book.get("/worksheets/Other/range(address='A1')").json().get("values").toString());
    book.saved(opened -> {
      assertTrue(opened.getName("Rate").isHidden());
      assertEquals("a part", opened.getName("Rate").getComment());
      assertEquals("0.3", opened.getName("Rate").getRefersToFormula());
    });
    book.patch("/names/Rate", "{`comment`:null}").is(200);
    book.saved(opened -> assertEquals("", nothing(opened.getName("Rate").getComment())));
  }

  private static String nothing(String text) {
    return text == null ? "" : text;
  }

  @Test
  @Covers({"workbook delete names/{id}", "workbookWorksheet delete names/{id}"})
  void nameIsRemoved() {
    book.patch("/worksheets/Other/range(address='A1')", "{`formulas`:[[`=Rate*10`]]}").is(200);
    book.delete("/names/Rate").is(204);
    book.get("/names/Rate").is(404);
    assertEquals(
        "[[\"#NAME?\"]]",
        book.get("/worksheets/Other/range(address='A1')").json().get("values").toString());
    book.saved(opened -> assertNull(opened.getName("Rate")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`name`:`rate`,`reference`:`=1`} | rate | itemAlreadyExists",
        "{`name`:`Sales`,`reference`:`=1`} | Sales | itemAlreadyExists",
        "{`name`:`A1`,`reference`:`=1`} | A1 | invalidArgument",
        "{`name`:`R1C1`,`reference`:`=1`} | R1C1 | invalidArgument",
        "{`name`:`1x`,`reference`:`=1`} | 1x | invalidArgument",
        "{`name`:`a b`,`reference`:`=1`} | a b | invalidArgument",
        "{`name`:``,`reference`:`=1`} | name | invalidArgument",
        "{`reference`:`=1`} | name | invalidArgument",
        "{`name`:7,`reference`:`=1`} | name | invalidArgument",
        "{`name`:`x`} | reference | invalidArgument",
        "{`name`:`x`,`reference`:null} | reference | invalidArgument",
        "{`name`:`x`,`reference`:5} | reference | invalidArgument",
        "{`name`:`x`,`reference`:`=1+`} | x: '=1+' | invalidArgument",
        "{`name`:`Print_Area`,`reference`:`=1`} | Print_Area | invalidArgument",
        "{`name`:`_xlnm.Mine`,`reference`:`=1`} | _xlnm.Mine | invalidArgument",
        "{`name`:`x`,`reference`:{`address`:`A1,B2`}} | A1,B2 | invalidArgument",
        "{`name`:`x`,`reference`:`=1`,`comment`:5} | comment | invalidArgument",
        "{`name`:`x`,`reference`:`=1`,`comment`:`a\\u0001`} | 'comment' | invalidArgument",
        "{`name`:`x`,`reference`:`=LEN(\\`\\ud800\\`)`} | U+D800 | invalidArgument",
        "{`name`:`x`,`reference`:`=1`,`scope`:`Workbook`} | scope | invalidArgument"
      })
  void badNameIsRefusedAndChangesNothing(String body, String named, String code) {
    String before = book.digest();
    var reply = book.post("/names/add", body).is(400);
    assertEquals(code, reply.innerCode(), reply::text);
    assertTrue(reply.message().contains(named), reply::message);
    assertEquals(before, book.digest());
  }
}
