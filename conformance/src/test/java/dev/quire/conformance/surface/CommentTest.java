package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
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
  private static final String THREAD = "{0A0A0A0A-0000-4000-8000-000000000001}";
  private static final String ANSWER = "{0A0A0A0A-0000-4000-8000-000000000002}";

  private static final String THREADS =
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
      <threadedComment ref="A1" dT="2024-05-01T10:00:00.00" personId="{P}" id="%s"><text>Is this right?</text></threadedComment>
      <threadedComment ref="A1" dT="2024-05-01T11:00:00.00" personId="{P}" id="%s" parentId="%s"><text>Yes &amp; no</text></threadedComment>
      </ThreadedComments>
      """
          .formatted(THREAD, ANSWER, THREAD);

  private static final AtomicInteger COUNT = new AtomicInteger();

  private final User ann = SERVER.user("ann");
  private BookFile book = SERVER.book();

  @BeforeEach
  void commented() throws IOException, InvalidFormatException {
    try (var file = new XSSFWorkbook()) {
      XSSFSheet sheet = file.createSheet("Sheet1");
      note(sheet, "A1", "[Threaded comment] Is this right?");
      note(sheet, "C3", "By hand");
      var part =
          file.getPackage()
              .createPart(
                  PackagingURIHelper.createPartName("/xl/threadedComments/threadedComment1.xml"),
                  "application/vnd.ms-excel.threadedcomments+xml");
      try (var out = part.getOutputStream()) {
        out.write(THREADS.getBytes(StandardCharsets.UTF_8));
      }
      sheet
          .getPackagePart()
          .addRelationship(
              part.getPartName(),
              TargetMode.INTERNAL,
              "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment");
      var bytes = new ByteArrayOutputStream();
      file.write(bytes);
      book = SERVER.book("Comments" + COUNT.incrementAndGet() + ".xlsx", bytes.toByteArray());
    }
  }

  private static void note(XSSFSheet sheet, String cell, String text) {
    var helper = sheet.getWorkbook().getCreationHelper();
    var address = new CellAddress(cell);
    var anchor = helper.createClientAnchor();
    anchor.setCol1(address.getColumn());
    anchor.setRow1(address.getRow());
    anchor.setCol2(address.getColumn() + 2);
    anchor.setRow2(address.getRow() + 3);
    var note = sheet.createDrawingPatriarch().createCellComment(anchor);
    note.setString(helper.createRichTextString(text));
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
  @Covers("workbook create comments")
  void commentsAreNotMadeWithoutACell() {
    ann.send(Ask.post(book.workbook() + "/comments", "{\"content\":\"x\"}")).is(405);
    assertEquals("2", get("/$count").is(200).text());
  }
}
