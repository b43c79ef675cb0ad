package dev.quire.conformance.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The shapes of clients that people write themselves.
final class HandWrittenClientTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final AtomicInteger FILES = new AtomicInteger();

  private final User ann = SERVER.user("ann");
  private final BookFile book =
      SERVER.book("client" + FILES.incrementAndGet() + ".xlsx", RichBook.bytes());

  @Test
  void pageOfATableIsReadByAChainOfRanges() {
    Reply page =
        ann.send(
                Ask.get(
                    book.workbook()
                        + "/tables/Sales/headerRowRange/resizedRange(deltaRows=101,deltaColumns=0)"
                        + "/usedRange?$select=values,rowIndex"))
            .is(200);
    assertEquals(0, page.json().get("rowIndex").getAsInt());
    assertEquals(
        JsonParser.parseString(
            "[[\"Item\",\"Amount\",\"Price\"],[\"pear\",3,1.5],[\"fig\",10,0.25],"
                + "[\"apple\",7,2],[\"kiwi\",1,0.5],[\"\",\"\",\"\"],[\"\",21,\"\"]]"),
        page.json().get("values"));
    Reply next =
        ann.send(
                Ask.get(
                    book.workbook()
                        + "/tables/Sales/headerRowRange/offsetRange(rowOffset=2,columnOffset=0)"
                        + "/resizedRange(deltaRows=1,deltaColumns=-1)/lastRow?$select=address,values"))
            .is(200);
    assertEquals("'It''s'!A4:B4", next.member("address"));
    assertEquals(JsonParser.parseString("[[\"apple\",7]]"), next.json().get("values"));
  }

  /// A client that makes a new session when the one it has is not known any more, and repeats the
  /// request once.
  private final class Retrying {
    private String session = "";
    private int made;

    Reply patch(String value) {
      Ask ask =
          Ask.patch(
              book.workbook() + "/worksheets/It%27s/range(address='F1')",
              "{\"values\":[[" + value + "]]}");
      if (session.isEmpty()) {
        create();
      }
      Reply reply = ann.send(ask.in(session));
      if (reply.status() >= 400 && reply.innerCode().startsWith("invalidSession")) {
        create();
        reply = ann.send(ask.in(session));
      }
      return reply;
    }

    private void create() {
      session =
          ann.send(Ask.post(book.workbook() + "/createSession", "{\"persistChanges\":true}"))
              .is(201)
              .member("id");
      made++;
    }
  }

  @Test
  void sessionThatIsGoneIsMadeAgainByTheClientsRetry() {
    var client = new Retrying();
    client.patch("1").is(200);
    ann.send(Ask.post(book.workbook() + "/closeSession", "{}").in(client.session)).is(204);
    client.patch("2").is(200);
    client.patch("3").is(200);
    assertEquals(2, client.made);
    Reply read = ann.send(Ask.get(book.workbook() + "/worksheets/It%27s/range(address='F1')"));
    assertEquals(JsonParser.parseString("[[3]]"), read.json().get("values"));
  }

  /// Several workers hand their rows to one queue of writes for each file, so that each row comes
  /// once, in the order of the queue.
  @Test
  void oneQueueOfWritesForEachFileKeepsTheirOrder() throws Exception {
    BookFile other = SERVER.book("queue" + FILES.incrementAndGet() + ".xlsx", RichBook.bytes());
    try (var first = Executors.newSingleThreadExecutor();
        var second = Executors.newSingleThreadExecutor()) {
      var writes = new ArrayList<Future<Reply>>();
      for (int row = 0; row < 20; row++) {
        writes.add(first.submit(adding(book, row)));
        writes.add(second.submit(adding(other, row)));
      }
      for (Future<Reply> each : writes) {
        each.get().is(200);
      }
    }
    for (BookFile each : List.of(book, other)) {
      var rows = ann.send(Ask.get(each.workbook() + "/tables/Sales/rows?$skip=4")).is(200).json();
      var amounts = new ArrayList<Integer>();
      rows.getAsJsonArray("value")
          .forEach(row ->
              amounts.add(
                  row.getAsJsonObject()
                      .getAsJsonArray("values")
                      .get(0)
                      .getAsJsonArray()
                      .get(1)
                      .getAsInt()));
      assertEquals(IntStream.range(0, 20).boxed().toList(), amounts);
    }
  }

  private Callable<Reply> adding(BookFile file, int row) {
    return () ->
        ann.send(
            Ask.post(
                file.workbook() + "/tables/Sales/rows/add",
                "{\"values\":[[\"row\"," + row + ",1]]}"));
  }

  @Test
  void endpointsOfPythonO365Work() throws IOException {
    String session =
        ann.send(Ask.post(book.workbook() + "/createSession", "{\"persistChanges\":true}"))
            .is(201)
            .member("id");
    var wrong = new ArrayList<String>();
    int asked = 0;
    for (String[] row : endpoints()) {
      Ask ask = Ask.of(row[0], book.workbook() + row[1]);
      Reply reply = ann.send((row[2].isEmpty() ? ask : ask.json(row[2])).in(session));
      asked++;
      if (reply.status() != Integer.parseInt(row[3])) {
        wrong.add(row[0] + " " + row[1] + " answers " + reply.status() + ": " + reply.text());
      }
    }
    assertTrue(asked >= 75, "only " + asked);
    assertEquals(List.of(), wrong);
    JsonObject names = ann.send(Ask.get(book.workbook() + "/names")).is(200).json();
    assertTrue(names.toString().contains("A rate"), names::toString);
  }

  private static List<String[]> endpoints() throws IOException {
    try (var in = HandWrittenClientTest.class.getResourceAsStream("python-o365.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }
}
