package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.CommentedBook;
import dev.quire.conformance.fixture.Parts;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Comments that are made, and mentions that are written, under `/beta`: requests and answers are
/// those of the published examples. The first sheet has a thread on A1 and a note on C3, the second
/// nothing.
final class BetaCommentTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String KATE =
      "[{`id`:0,`name`:`Kate Kristensen`,`email`:`kakri@contoso.com`}]";
  private static final String RICH = "<at id=\\`0\\`>Kate Kristensen</at> - This is my comment.";
  private static final String MENTION =
      "{`cellAddress`:`%s`,`richContent`:`"
          + RICH
          + "`,`mentions`:"
          + KATE
          + ",`contentType`:`mention`}";

  private final User ann = SERVER.user("ann");
  private BookFile book = SERVER.book();

  @BeforeEach
  void commented() throws IOException {
    try (var file = new XSSFWorkbook()) {
      CommentedBook.thread(file.createSheet("Sheet1"), "A1", List.of("Is this right?", "Yes"));
      CommentedBook.note(file.getSheetAt(0), "C3", "By hand");
      file.createSheet("It's");
      var bytes = new ByteArrayOutputStream();
      file.write(bytes);
      book = SERVER.book("BetaComments" + COUNT.incrementAndGet() + ".xlsx", bytes.toByteArray());
    }
  }

  private static String json(String text) {
    return text.replace('`', '"');
  }

  private Reply send(String method, String below, String body) {
    String path = book.workbook().replace("/v1.0/", "/beta/") + "/comments" + below;
    Ask ask = Ask.of(method, path);
    return ann.send(body.isEmpty() ? ask : ask.json(json(body)));
  }

  private Reply get(String below) {
    return send("GET", below, "");
  }

  private byte[] reopened() {
    byte[] saved = ann.send(Ask.get(book.item() + "/content")).is(200).body();
    book = SERVER.book("Again" + COUNT.incrementAndGet() + ".xlsx", saved);
    return saved;
  }

  private static String key(String id) {
    return "/" + id.replace("{", "%7B").replace("}", "%7D");
  }

  private static String note(byte[] file, int sheet, String cell) throws IOException {
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      return poi.getSheetAt(sheet).getCellComment(new CellAddress(cell)).getString().getString();
    }
  }

  /// @param expected the members of a published answer
  private static void assertSays(String expected, JsonObject found) {
    JsonParser.parseString(json(expected))
        .getAsJsonObject()
        .entrySet()
        .forEach(each -> assertEquals(each.getValue(), found.get(each.getKey()), found::toString));
  }

  @Test
  @Covers("workbook create comments")
  void plainCommentIsMadeOnItsCell() throws IOException {
    String expected =
        "{`content`:`This is my comment.`,`contentType`:`plain`,`cellAddress`:`Sheet1!B2`,`richContent`:``,`mentions`:[]}";
    JsonObject made =
        send(
                "POST",
                "",
                "{`cellAddress`:`Sheet1!B2`,`content`:`This is my comment.`,`contentType`:`plain`}")
            .is(201)
            .json();
    assertSays(expected, made);
    byte[] file = reopened();
    assertSays(expected, get(key(made.get("id").getAsString())).is(200).json());
    assertEquals("3", get("/$count").is(200).text());
    String note = note(file, 0, "B2");
    assertTrue(note.startsWith("[Threaded comment]") && note.endsWith("    This is my comment."));
    assertEquals("By hand", note(file, 0, "C3"));
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var box = poi.getSheetAt(0).getCellComment(new CellAddress("B2")).getClientAnchor();
      assertEquals(2, box.getCol1());
      assertEquals(0, box.getRow1());
    }
  }

  @Test
  @Covers("workbook create comments")
  void commentThatSpeaksToSomebodyIsMadeOnASheetThatHadNone() throws IOException {
    String expected =
        "{`content`:`@Kate Kristensen - This is my comment.`,`contentType`:`mention`,`richContent`:`"
            + RICH
            + "`,`mentions`:"
            + KATE
            + ",`cellAddress`:`'It''s'!XFD1`}";
    JsonObject made = send("POST", "", MENTION.formatted("'It''s'!XFD1")).is(201).json();
    assertSays(expected, made);
    send("POST", "", MENTION.formatted("'It''s'!A1048576")).is(201);
    byte[] file = reopened();
    assertSays(expected, get(key(made.get("id").getAsString())).is(200).json());
    assertTrue(note(file, 1, "XFD1").endsWith("    @Kate Kristensen - This is my comment."));
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertEquals(
          Set.of(new CellAddress("XFD1"), new CellAddress("A1048576")),
          poi.getSheetAt(1).getCellComments().keySet());
    }
  }

  @Test
  void commentIsMadeOnAWorksheetThatIsAsNewAsItself() throws IOException {
    String path = book.workbook() + "/worksheets";
    ann.send(Ask.post(path, "{\"name\":\"New\"}")).is(201);
    String made = send("POST", "", "{`cellAddress`:`New!D4`,`content`:`Hi`}").is(201).member("id");
    send("POST", key(made) + "/replies", "{`content`:`Hi yourself`}").is(201);
    ann.send(Ask.post(path + "/New/range(address='1:2')/insert", "{\"shift\":\"Down\"}")).is(200);
    byte[] file = reopened();
    assertEquals("New!D6", get(key(made)).is(200).member("cellAddress"));
    assertEquals("1", get(key(made) + "/replies/$count").is(200).text());
    assertTrue(note(file, 2, "D6").endsWith("    Hi\nReply:\n    Hi yourself"));
  }

  @Test
  @Covers("workbookComment create replies")
  void replySpeaksToSomebody() {
    String replies = key(CommentedBook.THREAD) + "/replies";
    String body =
        "{`richContent`:`Ask <at id=\\`7\\`>Bo</at> & <at id=\\`3\\`>@Cy</at>`,`mentions`:[{`id`:3,`email`:`cy@x.org`},{`id`:7,`name`:`Bo B`,`email`:`bo@x.org`}]}";
    String expected =
        "{`content`:`Ask @Bo & @Cy`,`contentType`:`mention`,`richContent`:`Ask <at id=\\`0\\`>Bo</at> & <at id=\\`1\\`>Cy</at>`,`mentions`:[{`id`:0,`name`:`Bo B`,`email`:`bo@x.org`},{`id`:1,`name`:`Cy`,`email`:`cy@x.org`}]}";
    Reply made = send("POST", replies, body).is(201);
    assertSays(expected, made.json());
    reopened();
    assertSays(expected, get(replies + key(made.member("id"))).is(200).json());
    JsonObject stable =
        ann.send(Ask.get(book.workbook() + "/comments" + replies + key(made.member("id"))))
            .is(200)
            .json();
    assertEquals("Ask @Bo & @Cy", stable.get("content").getAsString());
    assertFalse(stable.has("mentions"));
  }

  @Test
  @Covers({"workbook update comments/{id}", "workbookComment update replies/{id}"})
  void whatCommentsAndRepliesSayIsChanged() {
    String thread = key(CommentedBook.THREAD);
    String reply = thread + "/replies" + key(CommentedBook.ANSWER);
    String speaks = "{`richContent`:`<at id=\\`0\\`>Kate</at>?`,`mentions`:" + KATE + "}";
    assertEquals("@Kate?", send("PATCH", thread, speaks).is(200).member("content"));
    assertEquals("@Kate?", send("PATCH", reply, speaks).is(200).member("content"));
    reopened();
    assertSays("{`mentions`:" + KATE + "}", get(thread).is(200).json());
    assertSays("{`mentions`:" + KATE + "}", get(reply).is(200).json());
    ann.send(Ask.patch(book.workbook() + "/comments" + thread, "{\"content\":\"@Kate?\"}")).is(200);
    send("PATCH", reply, "{`content`:`No`,`richContent`:``,`mentions`:[]}").is(200);
    reopened();
    assertSays("{`mentions`:" + KATE + "}", get(thread).is(200).json());
    assertSays("{`content`:`No`,`contentType`:`plain`,`mentions`:[]}", get(reply).is(200).json());
  }

  @Test
  void mergedCellsHaveOneComment() {
    ann.send(Ask.post(book.workbook() + "/worksheets/Sheet1/range(address='E5:F6')/merge", "{}"))
        .is(204);
    Reply made = send("POST", "", "{`cellAddress`:`Sheet1!F6`,`content`:`Both`}").is(201);
    assertEquals("Sheet1!E5", made.member("cellAddress"));
    send("POST", "", "{`cellAddress`:`Sheet1!E5`,`content`:`Again`}").is(409);
  }

  @Test
  void commentGoesAndAnotherComesInOneSave() throws IOException {
    String session =
        ann.send(Ask.post(book.workbook() + "/createSession", "{\"persistChanges\":true}"))
            .is(201)
            .member("id");
    String path = book.workbook().replace("/v1.0/", "/beta/") + "/comments";
    ann.send(
            Ask.of("DELETE", path + key(CommentedBook.THREAD)).with("workbook-session-id", session))
        .is(204);
    ann.send(
            Ask.post(path, json("{`cellAddress`:`Sheet1!A1`,`content`:`Fresh`}"))
                .with("workbook-session-id", session))
        .is(201);
    ann.send(Ask.post(book.workbook() + "/closeSession", "").with("workbook-session-id", session))
        .is(204);
    assertTrue(note(reopened(), 0, "A1").endsWith("    Fresh"));
    assertEquals("2", get("/$count").is(200).text());
  }

  /// Excel has written drawings of old in which `<br>` is never closed.
  @Test
  void boxesThatAreNoXmlDoNotKeepCommentsFromComingAndGoing() throws IOException {
    byte[] file = ann.send(Ask.get(book.item() + "/content")).is(200).body();
    byte[] broken =
        Parts.changed(
            file,
            (name, text) -> name.endsWith(".vml") ? text.replace("</xml>", "<br></xml>") : text);
    book = SERVER.book("Broken" + COUNT.incrementAndGet() + ".xlsx", broken);
    send("POST", "", "{`cellAddress`:`Sheet1!B2`,`content`:`Beside them`}").is(201);
    send("DELETE", key(CommentedBook.THREAD), "").is(204);
    reopened();
    assertEquals("2", get("/$count").is(200).text());
  }

  @Test
  void protectedWorksheetTakesNoComment() {
    ann.send(Ask.post(book.workbook() + "/worksheets/Sheet1/protection/protect", "{}")).is(204);
    send("POST", "", "{`cellAddress`:`Sheet1!B2`,`content`:`x`}").is(403);
    assertEquals("2", get("/$count").is(200).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "400 | {`content`:`x`} | cellAddress",
        "400 | {`cellAddress`:`Sheet1!B2`} | content",
        "400 | {`cellAddress`:7,`content`:`x`} | cellAddress",
        "400 | {`cellAddress`:`Sheet1!B2:B3`,`content`:`x`} | cellAddress",
        "400 | {`cellAddress`:`nonsense`,`content`:`x`} | nonsense",
        "404 | {`cellAddress`:`Nowhere!B2`,`content`:`x`} | Nowhere",
        "409 | {`cellAddress`:`Sheet1!A1`,`content`:`x`} | A1",
        "409 | {`cellAddress`:`Sheet1!C3`,`content`:`x`} | C3",
        "400 | {`cellAddress`:`B2`,`content`:` `} | content",
        "400 | {`cellAddress`:`B2`,`content`:null} | content",
        "400 | {`cellAddress`:`B2`,`content`:`x`,`id`:`{X}`} | id",
        "400 | {`cellAddress`:`B2`,`content`:`x`,`contentType`:`html`} | contentType",
        "400 | {`cellAddress`:`B2`,`content`:`x`,`contentType`:`mention`} | contentType",
        "400 | {`cellAddress`:`B2`,`content`:`x`,`mentions`:[{`id`:0,`email`:`a@b`}]} | mentions",
        "400 | {`cellAddress`:`B2`,`content`:`x`,`mentions`:{}} | mentions",
        "400 | {`cellAddress`:`B2`,`content`:`x`,`mentions`:[7]} | mentions",
        "400 | {`cellAddress`:`B2`,`richContent`:`x`} | richContent",
        "400 | {`cellAddress`:`B2`,`richContent`:`<at id=\\`0\\`>A</at>`} | mentions",
        "400 | {`cellAddress`:`B2`,`richContent`:`<at id=\\`0\\`>A</at>`,`mentions`:[{`id`:1,`email`:`a@b`}]} | richContent",
        "400 | {`cellAddress`:`B2`,`richContent`:`<at id=\\`0\\`>A</at>`,`mentions`:[{`id`:0,`email`:`a`}]} | email",
        "400 | {`cellAddress`:`B2`,`richContent`:`<at id=\\`0\\`>A</at>`,`mentions`:[{`id`:0,`email`:`a@b`,`name`:` `}]} | name",
        "400 | {`cellAddress`:`B2`,`richContent`:`<at id=\\`0\\`>A</at>`,`mentions`:[{`email`:`a@b`}]} | id",
        "400 | {`cellAddress`:`B2`,`richContent`:`<at id=\\`0\\`> </at>`,`mentions`:[{`id`:0,`email`:`a@b`}]} | richContent",
        "400 | {`cellAddress`:`B2`,`richContent`:`<at id=\\`0\\`>A</at>`,`mentions`:[{`id`:0,`email`:`a@b`},{`id`:0,`email`:`c@d`}]} | mentions",
        "400 | {`cellAddress`:`B2`,`richContent`:`<at id=\\`0\\`>A</at>`,`mentions`:[{`id`:0,`email`:`a@b`}],`contentType`:`plain`} | contentType",
        "400 | {`cellAddress`:`B2`,`content`:`B`,`richContent`:`<at id=\\`0\\`>A</at>`,`mentions`:[{`id`:0,`email`:`a@b`}]} | content"
      })
  void whatCannotBeSaidIsRefusedAndChangesNothing(int status, String body, String named) {
    String before = book.sha();
    Reply reply = send("POST", "", body).is(status);
    assertTrue(reply.message().contains(named), reply::text);
    assertEquals(before, book.sha());
    assertEquals("2", get("/$count").is(200).text());
  }

  @Test
  void noteCannotSpeakToPeople() {
    JsonObject note = get("").is(200).json().getAsJsonArray("value").get(1).getAsJsonObject();
    String key = key(note.get("id").getAsString());
    send("PATCH", key, "{`richContent`:`" + RICH + "`,`mentions`:" + KATE + "}").is(409);
    assertEquals("By hand", get(key).is(200).member("content"));
  }
}
