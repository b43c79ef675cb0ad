package dev.quire.conformance.surface;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.RichBook;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/// Every request that the published Java SDK can make, and every documented one: the address is
/// known, nothing fails inside, and what is not built says so.
final class EveryTemplateTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();
  private static final List<Integer> SAID_WELL =
      List.of(200, 201, 204, 400, 403, 404, 405, 409, 501);

  private static final AtomicInteger BOOKS = new AtomicInteger();

  private final User ann = SERVER.user("ann");
  private final BookFile book =
      SERVER.book("Rich%d.xlsx".formatted(BOOKS.incrementAndGet()), RichBook.bytes());

  @Test
  void everyRequestOfTheSdkIsUnderstood() {
    var asks = new ArrayList<Ask>();
    for (String[] row : Tables.rows("sdk-templates.tsv")) {
      for (String method : row[0].split(",")) {
        asks.add(ask(method, filled(row[1])));
      }
    }
    assertEquals(1765, asks.size());
    assertUnderstood(asks);
  }

  @Test
  void everyDocumentedRequestIsUnderstood() {
    assertUnderstood(
        Tables.rows("documented-spellings.tsv").stream()
            .filter(row -> !row[2].isEmpty() && !row[1].contains("'<address>'/"))
            .map(row -> ask(row[0], documented(row[1])))
            .toList());
  }

  /// Reads first: what deletes would take away what others look for.
  private void assertUnderstood(List<Ask> asks) {
    String session = ann.opens(book).nonPersistent().id();
    assertAll(
        asks.stream()
            .filter(ask -> !ask.path().endsWith("/closeSession"))
            .sorted((a, b) -> a.method().equals("GET") ? -1 : b.method().equals("GET") ? 1 : 0)
            .map(ask -> (Executable) () -> check(ask, ann.send(ask.in(session)))));
  }

  private static void check(Ask ask, Reply reply) {
    String what = ask.method() + " " + ask.path();
    assertTrue(SAID_WELL.contains(reply.status()), () -> what + ": " + reply.text());
    if (reply.status() >= 400) {
      assertFalse(reply.message().contains("for the segment"), () -> what + reply.text());
    }
  }

  private Ask ask(String method, String below) {
    Ask ask = Ask.of(method, book.workbook() + below);
    return method.equals("GET") || method.equals("DELETE") ? ask : ask.json("{}");
  }

  private static String filled(String template) {
    return common(template)
        .replaceAll("'\\{[A-Za-z]+}'", "'%27It%27%27s%27%21A1%3AB2'")
        .replace("{valuesOnly}", "true")
        .replaceAll("\\{[A-Za-z]+%2Did}", "0")
        .replaceAll("\\{[A-Za-z]+1?}", "1");
  }

  private static String common(String template) {
    return template
        .replace("{workbookWorksheet%2Did}", "It%27s")
        .replace("{workbookTable%2Did}", "Sales")
        .replace("{workbookTableColumn%2Did}", "Amount")
        .replace("{workbookNamedItem%2Did}", "Everything");
  }

  private static String documented(String path) {
    return path.replace("address={address}", "address='A1:B2'")
        .replace("key={operation-id}", "key='9'")
        .replace("'<address>'", "'A1:B2'")
        .replaceAll("tables/\\{[^}]*}", "tables/Sales")
        .replaceAll("columns/\\{[^}]*}", "columns/Amount")
        .replaceAll("worksheets/\\{[^}]*}", "worksheets/It%27s")
        .replaceAll("names/\\{[^}]*}", "names/Everything")
        .replaceAll("\\{(n|index|row|column)}", "0")
        .replaceAll("=n\\b", "=0")
        .replaceAll("\\{[^}]*}", "0")
        .replaceAll("<[^>]*>", "0")
        .replace(" ", "%20");
  }
}
