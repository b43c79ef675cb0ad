package dev.quire.conformance.surface;

import static dev.quire.conformance.fixture.CommentedBook.ANSWER;
import static dev.quire.conformance.fixture.CommentedBook.THREAD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
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
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Comments (semantics §11): a thread on A1 with a reply, which has a note for old programs, and a
/// note alone on C3.
final class CommentTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final User ann = SERVER.user("ann");
  private BookFile book = SERVER.book();

  @BeforeEach
  void commented() throws IOException {
    try (var file = new XSSFWorkbook()) {
      XSSFSheet sheet = file.createSheet("Sheet1");
      CommentedBook.thread(sheet, "A1", List.of("Is this right?", "Yes &amp; no"));
      CommentedBook.note(sheet, "C3", "By hand");
      var bytes = new ByteArrayOutputStream();
      file.write(bytes);
      book = SERVER.book("Comments" + COUNT.incrementAndGet() + ".xlsx", bytes.toByteArray());
    }
  }

  private Reply get(String below) {
    return ann.send(Ask.get(book.workbook() + "/comments" + below));
  }

  @Test
  @Covers({
    "workbook collection-list comments",
    "workbook collection-count comments/$count",
    "workbook get comments/{id}",
    "workbookComment get-property *"
  })
  void threadsAndNotesAreListedOnce() {
    JsonArray all = get("").is(200).json().getAsJsonArray("value");
    assertEquals(2, all.size());
    assertEquals("2", get("/$count").is(200).text());
    JsonObject thread = get("/" + THREAD.replace("{", "%7B").replace("}", "%7D")).is(200).json();
    assertEquals(THREAD, thread.get("id").getAsString());
    assertEquals("Is this right?", thread.get("content").getAsString());
    assertEquals("plain", thread.get("contentType").getAsString());
    String id = all.get(1).getAsJsonObject().get("id").getAsString();
    String note = "/" + id.replace("{", "%7B").replace("}", "%7D");
    assertEquals("By hand", get(note + "/content").is(200).member("value"));
    get("/nonsense").is(404);
  }

  @Test
  @Covers({
    "workbookComment collection-list replies",
    "workbookComment collection-count replies/$count",
    "workbookComment get replies/{id}",
    "workbookCommentReply get-property *"
  })
  void repliesBelongToTheirThread() {
    String thread = "/" + THREAD.replace("{", "%7B").replace("}", "%7D") + "/replies";
    JsonArray all = get(thread).is(200).json().getAsJsonArray("value");
    assertEquals(1, all.size());
    assertEquals("1", get(thread + "/$count").is(200).text());
    String reply = thread + "/" + ANSWER.replace("{", "%7B").replace("}", "%7D");
    assertEquals("Yes & no", get(reply).is(200).member("content"));
    assertEquals("plain", get(reply + "/contentType").is(200).member("value"));
  }

  @Test
  void commentsMoveWithTheirCellsAndGoWithThem() throws IOException {
    String rows = book.workbook() + "/worksheets/Sheet1/range(address='3:3')";
    ann.send(Ask.post(rows + "/insert", "{\"shift\":\"Down\"}")).is(200);
    assertEquals("2", get("/$count").is(200).text());
    byte[] saved = ann.send(Ask.get(book.item() + "/content")).is(200).body();
    try (var file = new XSSFWorkbook(new ByteArrayInputStream(saved))) {
      var notes = file.getSheetAt(0).getCellComments();
      assertTrue(notes.containsKey(new CellAddress("C4")), String.valueOf(notes.keySet()));
    }
    String one = book.workbook() + "/worksheets/Sheet1/range(address='4:4')";
    ann.send(Ask.post(one + "/delete", "{\"shift\":\"Up\"}")).is(204);
    assertEquals("1", get("/$count").is(200).text());
  }

  @Test
  void commentsGoWithTheirCellsWhenRowsAreSorted() throws IOException {
    String sheet = book.workbook() + "/worksheets/Sheet1/range(address='A1:C3')";
    ann.send(Ask.patch(sheet, "{\"values\":[[1,\"a\",\"\"],[2,\"b\",\"\"],[3,\"c\",\"\"]]}"))
        .is(200);
    String descending = "{\"fields\":[{\"key\":0,\"ascending\":false}]}";
    ann.send(Ask.post(sheet + "/sort/apply", descending)).is(204);
    byte[] file = saved();
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      assertEquals(
          Set.of(new CellAddress("A3"), new CellAddress("C1")),
          poi.getSheetAt(0).getCellComments().keySet());
      var note = poi.getSheetAt(0).getCellComment(new CellAddress("C1"));
      assertEquals("By hand", note.getString().getString());
      assertEquals(0, note.getClientAnchor().getRow1());
      assertEquals(2, note.getClientAnchor().getCol1());
    }
    String threads = Parts.text(file, "xl/threadedComments/threadedComment1.xml");
    assertEquals(3, threads.split("ref=\"A3\"").length, threads);
    book = SERVER.book("Again" + COUNT.incrementAndGet() + ".xlsx", file);
    assertEquals("Is this right?", get(key(THREAD)).is(200).member("content"));
  }

  @Test
  @Covers("workbook create comments")
  void commentsAreNotMadeWithoutACell() {
    ann.send(Ask.post(book.workbook() + "/comments", "{\"content\":\"x\"}")).is(405);
    assertEquals("2", get("/$count").is(200).text());
  }

  private static String key(String id) {
    return "/" + id.replace("{", "%7B").replace("}", "%7D");
  }

  private Reply send(String method, String below, String body) {
    return ann.send(Ask.of(method, book.workbook() + "/comments" + below).json(body));
  }

  private byte[] saved() {
    return ann.send(Ask.get(book.item() + "/content")).is(200).body();
  }

  @Test
  @Covers("workbookComment create replies")
  void replyIsReadFromTheSavedFileByOldProgramsToo() throws IOException {
    String vml = Parts.text(saved(), "xl/drawings/vmlDrawing0.vml");
    String path = key(THREAD) + "/replies";
    Reply made = send("POST", path, "{\"content\":\"No < maybe\",\"contentType\":\"plain\"}");
    assertEquals("No < maybe", made.is(201).member("content"));
    byte[] file = saved();
    assertEquals(vml, Parts.text(file, "xl/drawings/vmlDrawing0.vml"));
    assertTrue(Parts.text(file, "xl/persons/person.xml").contains("displayName=\"ann"));
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      String note = poi.getSheetAt(0).getCellComment(new CellAddress("A1")).getString().getString();
      assertTrue(note.startsWith("[Threaded comment]"), note);
      assertTrue(
          note.endsWith(
              "Comment:\n    Is this right?\nReply:\n    Yes & no\nReply:\n    No < maybe"),
          note);
    }
    book = SERVER.book("Again" + COUNT.incrementAndGet() + ".xlsx", file);
    assertEquals("No < maybe", get(path + key(made.member("id"))).is(200).member("content"));
    assertEquals("2", get(path + "/$count").is(200).text());
  }

  @Test
  @Covers({"workbook update comments/{id}", "workbookComment update replies/{id}"})
  void commentAndReplySaySomethingElse() throws IOException {
    send("PATCH", key(THREAD), "{\"content\":\"Is it?\"}").is(200);
    send("PATCH", key(THREAD) + "/replies" + key(ANSWER), "{\"content\":\"It is\"}").is(200);
    byte[] file = saved();
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      String note = poi.getSheetAt(0).getCellComment(new CellAddress("A1")).getString().getString();
      assertTrue(note.endsWith("Comment:\n    Is it?\nReply:\n    It is"), note);
    }
    book = SERVER.book("Again" + COUNT.incrementAndGet() + ".xlsx", file);
    assertEquals("Is it?", get(key(THREAD)).is(200).member("content"));
    assertEquals("It is", get(key(THREAD) + "/replies" + key(ANSWER)).is(200).member("content"));
  }

  @Test
  @Covers({"workbook delete comments/{id}", "workbookComment delete replies/{id}"})
  void deletedReplyAndCommentAreGoneFromTheFile() throws IOException {
    ann.send(
            Ask.of(
                "DELETE", book.workbook() + "/comments" + key(THREAD) + "/replies" + key(ANSWER)))
        .is(204);
    assertEquals("0", get(key(THREAD) + "/replies/$count").is(200).text());
    ann.send(Ask.of("DELETE", book.workbook() + "/comments" + key(THREAD))).is(204);
    byte[] file = saved();
    try (var poi = new XSSFWorkbook(new ByteArrayInputStream(file))) {
      var left = poi.getSheetAt(0).getCellComments().keySet();
      assertEquals(Set.of(new CellAddress("C3")), left);
    }
    assertEquals(2, Parts.text(file, "xl/drawings/vmlDrawing0.vml").split("ObjectType=").length);
    book = SERVER.book("Again" + COUNT.incrementAndGet() + ".xlsx", file);
    assertEquals("1", get("/$count").is(200).text());
    get(key(THREAD)).is(404);
  }

  @Test
  void whatCannotBeSaidIsRefusedAndChangesNothing() {
    String path = key(THREAD) + "/replies";
    for (String body :
        List.of(
            "{\"contentType\":\"plain\"}",
            "{\"content\":7}",
            "{\"content\":\" \"}",
            "{\"content\":\"" + "x".repeat(32_768) + "\"}",
            "{\"content\":\"x\",\"contentType\":\"mention\"}")) {
      String message = send("POST", path, body).is(400).message();
      assertTrue(message.contains("'content"), message);
      send("PATCH", key(THREAD), body).is(400);
    }
    JsonArray all = get("").is(200).json().getAsJsonArray("value");
    String note = key(all.get(1).getAsJsonObject().get("id").getAsString());
    String refused = send("POST", note + "/replies", "{\"content\":\"x\"}").is(409).message();
    assertTrue(refused.contains("note"), refused);
    assertEquals("1", get(path + "/$count").is(200).text());
    assertEquals("Is this right?", get(key(THREAD)).is(200).member("content"));
  }

  @Test
  void protectedWorksheetTakesNoReply() {
    ann.send(Ask.post(book.workbook() + "/worksheets/Sheet1/protection/protect", "{}")).is(204);
    send("POST", key(THREAD) + "/replies", "{\"content\":\"x\"}").is(403);
    send("PATCH", key(THREAD), "{\"content\":\"x\"}").is(403);
    ann.send(Ask.of("DELETE", book.workbook() + "/comments" + key(THREAD))).is(403);
    assertEquals("1", get(key(THREAD) + "/replies/$count").is(200).text());
  }
}
