package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.conformance.surface.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Protected worksheets (semantics §6.3, §7).
final class SheetProtectionTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final SheetOne sheet = new SheetOne(SERVER);

  private void protect(String options) {
    sheet.post("/protection/protect", "{`options`:{" + options + "}}").is(204);
  }

  private static void denies(Reply reply) {
    reply.refuses(403, "AccessDenied", "accessDenied");
    assertTrue(reply.message().contains("Sheet1"), reply.message());
  }

  /// What an action on the sheet is asked with.
  private Reply change(String method, String address, String below, String json) {
    return method.equals("PATCH")
        ? sheet.patchAt(address, below, json)
        : sheet.postAt(address, below, json);
  }

  @Test
  @Covers({
    "workbookWorksheet get protection",
    "workbookWorksheetProtection get-property options",
    "workbookWorksheetProtection get-property protected",
    "workbookWorksheetProtection action protect(options)"
  })
  void protectionReadsBackAndIsSaved() {
    assertFalse(sheet.get("/protection").is(200).json().get("protected").getAsBoolean());
    assertTrue(sheet.get("/protection").json().get("options").isJsonNull());
    protect("`allowSort`:true,`allowFormatCells`:false");
    SheetOne again = sheet.reopened(SERVER);
    assertTrue(again.get("/protection/protected").is(200).json().get("value").getAsBoolean());
    JsonObject options = again.get("/protection/options").is(200).json().getAsJsonObject("value");
    assertEquals(11, options.size());
    assertTrue(options.get("allowSort").getAsBoolean());
    assertFalse(options.get("allowFormatCells").getAsBoolean());
    again.saved(saved -> {
      assertTrue(saved.getProtect());
      assertFalse(saved.isSortLocked());
      assertTrue(saved.isFormatCellsLocked());
      assertTrue(saved.isObjectsLocked());
    });
  }

  @Test
  @Covers("workbookWorksheetProtection action unprotect()")
  void unprotectedSheetIsFreeAgain() {
    protect("");
    SheetOne again = sheet.reopened(SERVER);
    again.post("/protection/unprotect", "").is(204);
    again.holds("H1", "[[1]]");
    again.saved(saved -> {
      assertFalse(saved.getProtect());
      assertNull(saved.getCTWorksheet().getSheetProtection());
      assertEquals(1, saved.getRow(0).getCell(7).getNumericCellValue());
    });
  }

  @Test
  void lockedCellsAreNotWrittenUnlockedOnesAre() {
    sheet.patchAt("H1:H2", "/format/protection", "{`locked`:false}").is(200);
    protect("");
    sheet.holds("H1:H2", "[[1],[2]]");
    denies(sheet.patchAt("H1:I1", "", "{`values`:[[7,8]]}"));
    sheet.showsAt("H1:I1", "values", "[[1,``]]");
    sheet.patchAt("H1:I1", "", "{`values`:[[7,null]]}").is(200);
    sheet.showsAt("H1:I1", "values", "[[7,``]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allowFormatCells | PATCH | H1 | /format/font | {`bold`:true}",
        "allowFormatCells | PATCH | H1 | /format/fill | {`color`:`#FF0000`}",
        "allowFormatCells | PATCH | H1 | '' | {`numberFormat`:`0.0`}",
        "allowFormatCells | PATCH | H1 | /format/borders/EdgeTop | {`style`:`Continuous`}",
        "allowFormatCells | POST | H1 | /clear | {`applyTo`:`Formats`}",
        "allowFormatColumns | PATCH | H1 | /format | {`columnWidth`:99}",
        "allowFormatColumns | PATCH | H:H | '' | {`columnHidden`:true}",
        "allowFormatRows | PATCH | H1 | /format | {`rowHeight`:33}",
        "allowFormatRows | PATCH | 9:9 | '' | {`rowHidden`:true}",
        "allowInsertRows | POST | 9:9 | /insert | {`shift`:`Down`}",
        "allowInsertColumns | POST | K:K | /insert | {`shift`:`Right`}"
      })
  void eachKindOfChangeNeedsItsOption(
      String option, String method, String address, String below, String json) {
    protect("");
    denies(change(method, address, below, json));
    sheet.post("/protection/unprotect", "").is(204);
    protect("`" + option + "`:true");
    int status = change(method, address, below, json).status();
    assertTrue(status == 200 || status == 204, option + " " + status);
  }

  @Test
  void sortAndDeletedRowsNeedTheirOptionAndUnlockedCells() {
    sheet.holds("H1:H2", "[[2],[1]]");
    sheet.patchAt("H1:H2", "/format/protection", "{`locked`:false}").is(200);
    sheet.patchAt("30:30", "/format/protection", "{`locked`:false}").is(200);
    protect("");
    String body = "{`fields`:[{`key`:0}]}";
    denies(sheet.postAt("H1:H2", "/sort/apply", body));
    denies(sheet.postAt("30:30", "/delete", "{`shift`:`Up`}"));
    sheet.post("/protection/unprotect", "").is(204);
    protect("`allowSort`:true,`allowDeleteRows`:true");
    denies(sheet.postAt("H1:I2", "/sort/apply", body));
    denies(sheet.postAt("29:30", "/delete", "{`shift`:`Up`}"));
    sheet.postAt("H1:H2", "/sort/apply", body).is(204);
    sheet.postAt("30:30", "/delete", "{`shift`:`Up`}").is(204);
    sheet.showsAt("H1:H2", "values", "[[1],[2]]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST | H1:I2 | /merge | {}",
        "POST | H1:I2 | /unmerge | {}",
        "POST | H1 | /insert | {`shift`:`Down`}",
        "POST | H1 | /delete | {`shift`:`Up`}",
        "PATCH | H1 | /format/protection | {`locked`:false}"
      })
  void whatNoOptionCoversIsNeverAllowed(String method, String address, String below, String json) {
    protect("`allowFormatCells`:true,`allowInsertRows`:true,`allowDeleteRows`:true");
    denies(change(method, address, below, json));
  }

  @Test
  void tablesKeepTheirShapeAndFiltersNeedTheirOption() {
    sheet.holds("H1:I3", "[[`a`,`b`],[1,2],[3,4]]");
    String id =
        sheet.post("/tables/add", "{`address`:`H1:I3`,`hasHeaders`:true}").is(201).member("name");
    protect("");
    denies(sheet.post("/tables/" + id + "/rows", "{`values`:[[5,6]]}"));
    String filter = "/tables/" + id + "/columns/a/filter/applyCustomFilter";
    denies(sheet.post(filter, "{`criteria1`:`>1`}"));
    sheet.post("/protection/unprotect", "").is(204);
    protect("`allowAutoFilter`:true");
    sheet.post(filter, "{`criteria1`:`>1`}").is(204);
    sheet.showsAt("H2", "rowHidden", "true");
  }

  @Test
  void protectedSheetIsNotProtectedAgain() {
    protect("`allowSort`:true");
    denies(sheet.post("/protection/protect", "{`options`:{}}"));
    assertTrue(
        sheet.get("/protection").json().getAsJsonObject("options").get("allowSort").getAsBoolean());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`options`:7} | options",
        "{`options`:{`allowSort`:`yes`}} | options.allowSort",
        "{`options`:{`allowFlying`:true}} | allowFlying",
        "{`password`:`x`} | password"
      })
  void badOptionsAreNamedAndNothingIsProtected(String body, String named) {
    Reply refused =
        sheet.post("/protection/protect", body).refuses(400, "InvalidArgument", "invalidArgument");
    assertTrue(refused.message().contains("'" + named + "'"), refused.message());
    assertFalse(sheet.get("/protection").json().get("protected").getAsBoolean());
  }

  @Test
  @Covers({"workbookWorksheet update protection", "workbookWorksheet delete protection"})
  void protectionChangesByItsActionsOnly() {
    protect("");
    sheet.patch("/protection", "{`protected`:false}").is(405);
    sheet.delete("/protection").is(405);
    assertTrue(sheet.get("/protection").json().get("protected").getAsBoolean());
  }
}
