package dev.quire.conformance.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import dev.quire.graph.GraphSettings.Async;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The examples of the published documentation: those that tell real values by value, the others by
/// the names and types of what they show. What does not do so yet stands in `example-gaps.tsv` with
/// the reason; the test fails when one of these begins to pass, so that the list stays true.
final class ExamplesTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  @RegisterExtension static final WorkbookServer ASYNC = WorkbookServer.graph(Async.ALWAYS);

  private final List<ExampleStage> stages = ExampleStage.all();
  private final Map<String, String> gaps = KnownGaps.of("example-gaps.tsv");
  private final Map<String, Integer> counts = new TreeMap<>();
  private final List<String> surprises = new ArrayList<>();
  private int files;

  @Test
  void examplesAreAnsweredAsDocumented() {
    Map<String, Integer> seen = new HashMap<>();
    for (JsonObject record : Records.lines("examples.jsonl")) {
      String name = record.get("page").getAsString() + " " + record.get("name").getAsString();
      int again = seen.merge(name, 1, Integer::sum);
      check(again == 1 ? name : name + " " + again, record);
    }
    print();
    if (!surprises.isEmpty()) {
      fail(String.join("\n", surprises));
    }
  }

  private void check(String id, JsonObject record) {
    String use = record.get("use").getAsString();
    Optional<String> failure =
        record.get("request").isJsonNull()
            ? Optional.of("there is no request")
            : failure(id, use, record);
    counts.merge(use + "\t" + (failure.isEmpty() ? "as documented" : "gap"), 1, Integer::sum);
    boolean known = gaps.containsKey(id);
    if (failure.isPresent() && !known) {
      surprises.add(id + "\t" + failure.get());
    } else if (failure.isEmpty() && known) {
      surprises.add(id + "\tpasses now: take it off the list of gaps");
    }
  }

  /// What is not as documented; empty when all is.
  private Optional<String> failure(String id, String use, JsonObject record) {
    files++;
    JsonObject request = record.getAsJsonObject("request");
    String path = request.get("path").getAsString();
    List<ExampleStage> set = stages.stream().filter(stage -> stage.isFor(id + " " + path)).toList();
    WorkbookServer server = ExampleStage.isAsync(set) ? ASYNC : SERVER;
    BookFile book = server.book("example%d/book.xlsx".formatted(files), ExampleBook.bytes(id));
    try {
      User ann = server.user("ann");
      ExampleStage.prepare(set, ann, book);
      Reply reply = ann.send(ask(request, set, ann, book));
      return difference(use, record.getAsJsonObject("response"), reply);
    } catch (RuntimeException | AssertionError unanswerable) {
      return Optional.of(String.valueOf(unanswerable.getMessage()));
    }
  }

  private static Ask ask(JsonObject request, List<ExampleStage> set, User ann, BookFile book) {
    String method = request.get("method").getAsString();
    String path =
        ExampleStage.path(set, ExampleRequests.path(request.get("path").getAsString(), book));
    JsonElement body = ExampleStage.body(set).orElseGet(() -> ExampleRequests.body(request));
    Ask ask = Ask.of(method, path);
    for (String name : request.getAsJsonObject("headers").keySet()) {
      if (name.equalsIgnoreCase("prefer")) {
        ask = ask.with(name, request.getAsJsonObject("headers").get(name).getAsString());
      }
      if (name.equalsIgnoreCase("workbook-session-id")) {
        ask = ask.in(ann.opens(book).persistent().id());
      }
    }
    return body.isJsonNull() ? ask : ask.json(body.toString());
  }

  private static Optional<String> difference(String use, JsonObject response, Reply reply) {
    int status = response.get("status").getAsInt();
    // Actions whose page shows an empty 200 are answered 204 by the service (semantics §3).
    boolean isStatus = reply.status() == status || use.equals("empty") && reply.status() == 204;
    if (!isStatus) {
      return Optional.of("status %d, not %d: %s".formatted(reply.status(), status, reply.text()));
    }
    JsonElement expected = ExampleRequests.repaired(response.get("body"));
    return use.equals("empty") || expected == null || expected.isJsonNull()
        ? Optional.empty()
        : Likeness.difference(expected, reply.json(), use.equals("literal"));
  }

  @SuppressWarnings("SystemOut")
  private void print() {
    System.out.println("Examples of the documentation:");
    counts.forEach((what, count) -> System.out.println(what + "\t" + count));
    assertEquals(234, counts.values().stream().mapToInt(Integer::intValue).sum());
  }
}
