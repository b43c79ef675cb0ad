package dev.quire.conformance.range;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/// PATCH of a range, row by row of `writes.tsv`.
final class WriteRulesTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();

  private record Rule(
      String name, String range, String body, int status, String property, String expected) {}

  @TestFactory
  Stream<DynamicTest> everyWriteAnswersByItsRule() throws IOException {
    return rules().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> check(rule)));
  }

  private void check(Rule rule) {
    OpenSession session = ann.opens(book).nonPersistent();
    Reply reply = session.send(Ask.patch(book.cell(rule.range()), rule.body())).is(rule.status());
    if (rule.property().equals("error")) {
      assertTrue(reply.message().contains(rule.expected()), reply.message());
      assertEquals("InvalidArgument", reply.code());
    } else {
      assertEquals(
          JsonParser.parseString(rule.expected()), reply.json().get(rule.property()), reply::text);
    }
    session.close().is(204);
  }

  @Test
  void aRefusedWriteChangesNothing() {
    OpenSession session = ann.opens(book).nonPersistent();
    session
        .send(Ask.patch(book.cell("A1:A2"), "{\"values\":[[9],[\"=SUM(\"]]}"))
        .refuses(400, "InvalidArgument", "invalidArgument");
    assertEquals(1, session.reads("A1").getAsInt());
  }

  @Test
  void aReadTellsEverythingAboutARangeInTheObservedOrder() {
    Reply reply = ann.send(Ask.get(book.cell("A1:B1"))).is(200);
    assertEquals(
        List.of(
            "@odata.context",
            "@odata.type",
            "@odata.id",
            "address",
            "addressLocal",
            "columnCount",
            "cellCount",
            "columnHidden",
            "rowHidden",
            "numberFormat",
            "columnIndex",
            "text",
            "formulas",
            "formulasLocal",
            "formulasR1C1",
            "hidden",
            "rowCount",
            "rowIndex",
            "valueTypes",
            "values"),
        List.copyOf(reply.json().keySet()));
    assertEquals("[[1,3]]", reply.json().get("values").toString());
    assertEquals("[[1,\"=RC[-1]+R[1]C[-1]\"]]", reply.json().get("formulasR1C1").toString());
  }

  @Test
  void anUnboundedReadShowsNoCells() {
    Reply reply = ann.send(Ask.get(book.cell("A:B"))).is(200);
    assertTrue(reply.json().get("values").isJsonNull());
    assertEquals("Sheet1!A:B", reply.member("address"));
    assertEquals(2_097_152, reply.json().get("cellCount").getAsInt());
  }

  private static Stream<Rule> rules() throws IOException {
    try (var in = Objects.requireNonNull(WriteRulesTest.class.getResourceAsStream("writes.tsv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(f -> new Rule(f[0], f[1], f[2], Integer.parseInt(f[3]), f[4], f[5]));
    }
  }
}
