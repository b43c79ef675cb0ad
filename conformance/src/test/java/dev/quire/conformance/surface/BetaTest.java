package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What only `/beta` has: where comments are, who they speak to, and the tasks that hang on them. A
/// thread on B2 speaks to Bo and has a reply; a task hangs on the thread.
final class BetaTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String THREAD = "%7B0A0A0A0A-0000-4000-8000-000000000001%7D";
  private static final String REPLY = "%7B0A0A0A0A-0000-4000-8000-000000000002%7D";
  private static final String TASK_ID = "{0B0B0B0B-0000-4000-8000-000000000001}";
  private static final String TASK_KEY = "%7B0B0B0B0B-0000-4000-8000-000000000001%7D";
  private static final String COMMENT = "/comments/" + THREAD;
  private static final String TASK = COMMENT + "/task";
  private static final String TASKS = "/worksheets/Sheet1/tasks";

  private static final String THREADS =
      """
      <ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
      <threadedComment ref="B2" dT="2024-05-01T10:00:00.00" personId="{P1}" id="{0A0A0A0A-0000-4000-8000-000000000001}"><text>Hi @Bo, check</text><mentions><mention mentionpersonId="{P2}" mentionId="{M}" startIndex="3" length="3"/></mentions></threadedComment>
      <threadedComment ref="B2" dT="2024-05-01T11:00:00.00" personId="{P2}" id="{0A0A0A0A-0000-4000-8000-000000000002}" parentId="{0A0A0A0A-0000-4000-8000-000000000001}"><text>Done</text></threadedComment>
      </ThreadedComments>
      """;

  private static final String PERSONS =
      """
      <personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">
      <person displayName="Ann" id="{P1}" userId="S::ann@x.org::1" providerId="AD"/>
      <person displayName="Bo" id="{P2}" userId="S::bo@x.org::2" providerId="AD"/>
      </personList>
      """;

  private static final String TASK_PART =
      """
      <t:Tasks xmlns:t="http://schemas.microsoft.com/office/tasks/2019/documenttasks"><t:Task id="%s">
      <t:Anchor><t:Comment id="{0A0A0A0A-0000-4000-8000-000000000001}"/></t:Anchor><t:History>
      %s</t:History></t:Task></t:Tasks>
      """;

  private final User ann = SERVER.user("ann");
  private BookFile book = SERVER.book();

  private static String event(int number, String deed) {
    return """
    <t:Event time="2024-05-01T10:0%1$d:00Z" id="{0C0C0C0C-0000-4000-8000-00000000000%1$d}"><t:Attribution userId="S::ann@x.org::1" userName="Ann" userProvider="AD"/><t:Anchor><t:Comment id="{0A0A0A0A-0000-4000-8000-000000000001}"/></t:Anchor>%2$s</t:Event>
    """
        .formatted(number, deed);
  }

  @BeforeEach
  void commented() throws IOException, InvalidFormatException {
    store("{0A0A0A0A-0000-4000-8000-000000000001}");
  }

  /// @param comment the comment or reply that the task hangs on
  private void store(String comment) throws IOException, InvalidFormatException {
    try (var file = new XSSFWorkbook()) {
      PackagePart sheet = file.createSheet("Sheet1").getPackagePart();
      part(
          sheet,
          "/xl/threadedComments/threadedComment1.xml",
          "application/vnd.ms-excel.threadedcomments+xml",
          "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment",
          THREADS);
      part(
          file.getPackagePart(),
          "/xl/persons/person.xml",
          "application/vnd.ms-excel.person+xml",
          "http://schemas.microsoft.com/office/2017/10/relationships/person",
          PERSONS);
      String history =
          event(1, "<t:Create/>")
              + event(
                  2, "<t:Assign userId=\"S::bo@x.org::2\" userName=\"Bo\" userProvider=\"AD\"/>")
              + event(3, "<t:SetTitle title=\"Check it\"/>");
      part(
          sheet,
          "/xl/documenttasks/documenttask1.xml",
          "application/vnd.ms-office.documenttasks+xml",
          "http://schemas.microsoft.com/office/2019/05/relationships/documenttasks",
          TASK_PART
              .formatted(TASK_ID, history)
              .replace("{0A0A0A0A-0000-4000-8000-000000000001}", comment));
      var bytes = new ByteArrayOutputStream();
      file.write(bytes);
      book = SERVER.book("Beta" + COUNT.incrementAndGet() + ".xlsx", bytes.toByteArray());
    }
  }

  private static void part(
      PackagePart from, String name, String type, String relationship, String content)
      throws IOException, InvalidFormatException {
    PackagePart part = from.getPackage().createPart(PackagingURIHelper.createPartName(name), type);
    try (var out = part.getOutputStream()) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    from.addRelationship(part.getPartName(), TargetMode.INTERNAL, relationship);
  }

  private Reply send(String method, String below, String body) {
    String path = book.workbook().replace("/v1.0/", "/beta/") + below;
    Ask ask = Ask.of(method, path);
    return ann.send(body.isEmpty() ? ask : ask.json(body.replace('`', '"')));
  }

  private Reply get(String below) {
    return send("GET", below, "");
  }

  private void reopened() {
    byte[] saved = ann.send(Ask.get(book.item() + "/content")).is(200).body();
    book = SERVER.book("Again" + COUNT.incrementAndGet() + ".xlsx", saved);
  }

  @Test
  void nothingOfItIsInTheStableVersion() {
    String stable = book.workbook();
    JsonObject comment = ann.send(Ask.get(stable + COMMENT)).is(200).json();
    assertFalse(comment.has("cellAddress"));
    ann.send(Ask.get(stable + COMMENT + "/mentions")).is(400);
    ann.send(Ask.get(stable + TASK)).is(400);
    ann.send(Ask.get(stable + TASKS)).is(400);
  }

  @Test
  @Covers({
    "workbookComment get-property cellAddress",
    "workbookComment get-property mentions",
    "workbookComment get-property richContent",
    "workbookCommentReply get-property mentions",
    "workbookCommentReply get-property richContent"
  })
  void commentTellsItsCellAndWhoItSpeaksTo() {
    JsonObject comment = get(COMMENT).is(200).json();
    assertEquals("Sheet1!B2", comment.get("cellAddress").getAsString());
    assertEquals("Hi @Bo, check", comment.get("content").getAsString());
    assertEquals("mention", comment.get("contentType").getAsString());
    assertEquals(
        "Hi <at id=\"0\">Bo</at>, check", get(COMMENT + "/richContent").is(200).member("value"));
    JsonObject mention =
        get(COMMENT + "/mentions").is(200).json().getAsJsonArray("value").get(0).getAsJsonObject();
    assertEquals("{\"id\":0,\"name\":\"Bo\",\"email\":\"bo@x.org\"}", mention.toString());
    assertEquals("Sheet1!B2", get(COMMENT + "/cellAddress").is(200).member("value"));
    String reply = COMMENT + "/replies/" + REPLY;
    assertEquals("", get(reply + "/richContent").is(200).member("value"));
    assertEquals(0, get(reply + "/mentions").is(200).json().getAsJsonArray("value").size());
    get(reply + "/task").is(404);
    send("PATCH", COMMENT, "{`content`:`Never mind`}").is(200);
    reopened();
    assertEquals("Never mind", get(COMMENT).is(200).member("content"));
    assertEquals("", get(COMMENT + "/richContent").is(200).member("value"));
    assertEquals(0, get(COMMENT + "/mentions").is(200).json().getAsJsonArray("value").size());
  }

  @Test
  @Covers({
    "workbookComment get task",
    "workbookDocumentTask get-property *",
    "workbookDocumentTask collection-list changes",
    "workbookDocumentTask collection-count changes/$count",
    "workbookDocumentTask get changes/{id}",
    "workbookDocumentTask get comment",
    "workbookDocumentTaskChange get-property *",
    "Collection(workbookDocumentTaskChange) function *",
    "Collection(workbookDocumentTask) function *",
    "workbookWorksheet collection-list tasks",
    "workbookWorksheet collection-count tasks/$count",
    "workbookWorksheet get tasks/{id}"
  })
  void taskIsToldFromItsHistory() {
    JsonObject task = get(TASK).is(200).json();
    assertEquals(TASK_ID, task.get("id").getAsString());
    assertEquals("Check it", task.get("title").getAsString());
    assertEquals(5, task.get("priority").getAsInt());
    assertEquals(0, task.get("percentComplete").getAsInt());
    assertEquals("2024-05-01T10:01:00Z", task.get("createdDateTime").getAsString());
    assertEquals("ann@x.org", task.getAsJsonObject("createdBy").get("email").getAsString());
    JsonArray assignees = task.getAsJsonArray("assignees");
    assertEquals("Bo", assignees.get(0).getAsJsonObject().get("displayName").getAsString());
    assertEquals("Check it", get(TASK + "/title").is(200).member("value"));
    assertEquals("1", get(TASKS + "/$count").is(200).text());
    assertEquals(1, get(TASKS).is(200).json().getAsJsonArray("value").size());
    assertEquals(1, get(TASKS + "/count()").is(200).json().get("value").getAsInt());
    assertEquals(TASK_ID, get(TASKS + "/itemAt(index=0)").is(200).member("id"));
    String key = TASK_ID.replace("{", "%7B").replace("}", "%7D");
    assertEquals("Check it", get(TASKS + "/" + key).is(200).member("title"));
    assertEquals("3", get(TASK + "/changes/$count").is(200).text());
    assertEquals(3, get(TASK + "/changes/count()").is(200).json().get("value").getAsInt());
    JsonObject change = get(TASK + "/changes/itemAt(index=2)").is(200).json();
    assertEquals("setTitle", change.get("type").getAsString());
    assertEquals("Check it", change.get("title").getAsString());
    String changeKey = change.get("id").getAsString().replace("{", "%7B").replace("}", "%7D");
    assertEquals("setTitle", get(TASK + "/changes/" + changeKey + "/type").member("value"));
    JsonArray changes = get(TASK + "/changes").is(200).json().getAsJsonArray("value");
    assertEquals(
        "Bo",
        changes
            .get(1)
            .getAsJsonObject()
            .getAsJsonObject("assignee")
            .get("displayName")
            .getAsString());
    assertEquals("Hi @Bo, check", get(TASK + "/comment").is(200).member("content"));
  }

  @Test
  @Covers({
    "workbookComment update task",
    "workbookWorksheet update tasks/{id}",
    "workbookDocumentTask create changes"
  })
  void whatIsDoneToATaskIsInItsHistory() {
    send(
            "PATCH",
            TASK,
            "{`title`:`Check < all`,`priority`:1,`percentComplete`:100,`startAndDueDateTime`:{`dueDateTime`:`2026-04-01T00:00:00Z`},`assignees`:[{`email`:`cy@x.org`,`displayName`:`Cy`}]}")
        .is(200);
    Reply made = send("POST", TASK + "/changes", "{`type`:`setPriority`,`priority`:9}").is(201);
    assertEquals(9, made.json().get("priority").getAsInt());
    String undo = "{`type`:`undo`,`undoChangeId`:`" + made.member("id") + "`}";
    send("POST", TASK + "/changes", undo).is(201);
    reopened();
    JsonObject task = get(TASK).is(200).json();
    assertEquals("Check < all", task.get("title").getAsString());
    assertEquals(1, task.get("priority").getAsInt());
    assertEquals(100, task.get("percentComplete").getAsInt());
    assertEquals(
        "ann",
        task.getAsJsonObject("completedBy").get("displayName").getAsString().substring(0, 3));
    assertEquals(
        "2026-04-01T00:00:00Z",
        task.getAsJsonObject("startAndDueDateTime").get("dueDateTime").getAsString());
    JsonArray assignees = task.getAsJsonArray("assignees");
    assertEquals(1, assignees.size());
    assertEquals("cy@x.org", assignees.get(0).getAsJsonObject().get("email").getAsString());
    assertEquals("11", get(TASK + "/changes/$count").is(200).text());
    send("PATCH", TASKS + "/" + TASK_KEY, "{`title`:`By its id`}").is(200);
    assertEquals("By its id", get(TASK + "/title").is(200).member("value"));
  }

  @Test
  @Covers({"workbookComment delete task", "workbookDocumentTask update comment"})
  void deletedTaskLeavesItsComment() {
    send("PATCH", TASK + "/comment", "{`content`:`Still here`}").is(200);
    send("DELETE", TASK, "").is(204);
    get(TASK).is(404);
    reopened();
    get(TASK).is(404);
    assertEquals("0", get(TASKS + "/$count").is(200).text());
    assertEquals("Still here", get(COMMENT).is(200).member("content"));
  }

  @Test
  @Covers({
    "workbookCommentReply get task",
    "workbookCommentReply update task",
    "workbookCommentReply delete task"
  })
  void repliesHaveTasksToo() throws IOException, InvalidFormatException {
    store("{0A0A0A0A-0000-4000-8000-000000000002}");
    String task = COMMENT + "/replies/" + REPLY + "/task";
    get(TASK).is(404);
    assertEquals("Check it", get(task).is(200).member("title"));
    assertEquals("Hi @Bo, check", get(task + "/comment").is(200).member("content"));
    send("PATCH", task, "{`percentComplete`:50}").is(200);
    reopened();
    assertEquals(50, get(task).is(200).json().get("percentComplete").getAsInt());
    send("DELETE", task, "").is(204);
    reopened();
    get(task).is(404);
  }

  @Test
  @Covers("workbookWorksheet delete tasks/{id}")
  void taskIsDeletedByItsId() {
    send("DELETE", TASKS + "/" + TASK_KEY, "").is(204);
    reopened();
    assertEquals("0", get(TASKS + "/$count").is(200).text());
    get(TASK).is(404);
  }

  @Test
  @Covers("workbookDocumentTask delete comment")
  void taskGoesWithItsComment() {
    send("DELETE", TASK + "/comment", "").is(204);
    get(COMMENT).is(404);
    assertEquals("0", get(TASKS + "/$count").is(200).text());
  }

  @Test
  @Covers({
    "workbookWorksheet create tasks",
    "workbookDocumentTask update changes/{id}",
    "workbookDocumentTask delete changes/{id}"
  })
  void whatMeansNothingIsRefusedForGood() {
    send("POST", TASKS, "{`title`:`x`}").is(405);
    String change = TASK + "/changes/%7B0C0C0C0C-0000-4000-8000-000000000003%7D";
    send("PATCH", change, "{`title`:`x`}").is(405);
    send("DELETE", change, "").is(405);
    assertEquals("3", get(TASK + "/changes/$count").is(200).text());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PATCH |  | {`title`:` `} | title",
        "PATCH |  | {`title`:null} | title",
        "PATCH |  | {`priority`:11} | priority",
        "PATCH |  | {`percentComplete`:`all`} | percentComplete",
        "PATCH |  | {`percentComplete`:101} | percentComplete",
        "PATCH |  | {`startAndDueDateTime`:7} | startAndDueDateTime",
        "PATCH |  | {`startAndDueDateTime`:{`dueDateTime`:`soon`}} | dueDateTime",
        "PATCH |  | {`assignees`:{}} | assignees",
        "PATCH |  | {`assignees`:[{`displayName`:`Cy`}]} | assignees",
        "PATCH |  | {`createdBy`:{`id`:`x`}} | createdBy",
        "POST | /changes | {} | type",
        "POST | /changes | {`type`:`create`} | type",
        "POST | /changes | {`type`:`assign`} | assignee",
        "POST | /changes | {`type`:`setTitle`,`priority`:1,`title`:`x`} | priority",
        "POST | /changes | {`type`:`setPriority`,`priority`:-1} | priority",
        "POST | /changes | {`type`:`undo`} | undoChangeId"
      })
  void badInputIsRefusedAndChangesNothing(String method, String below, String body, String named) {
    Reply reply = send(method, TASK + (below == null ? "" : below), body).is(400);
    assertTrue(reply.message().contains(named), reply::text);
    assertEquals("3", get(TASK + "/changes/$count").is(200).text());
  }

  @Test
  void undoingWhatWasNeverDoneIsRefused() {
    send("POST", TASK + "/changes", "{`type`:`undo`,`undoChangeId`:`{X}`}").is(404);
    assertEquals("3", get(TASK + "/changes/$count").is(200).text());
  }

  @Test
  void theDocumentsOfBetaTellOfTasks() {
    assertTrue(
        ann.send(Ask.get("/beta/$metadata")).is(200).text().contains("workbookDocumentTask"));
    assertFalse(
        ann.send(Ask.get("/v1.0/$metadata")).is(200).text().contains("workbookDocumentTask"));
  }
}
