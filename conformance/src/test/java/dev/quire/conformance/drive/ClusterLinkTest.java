package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Addresses that work without a token, handed out by one server of a cluster and used at another.
final class ClusterLinkTest {
  @RegisterExtension static final WorkbookServer CLUSTER = WorkbookServer.cluster();

  private final User first = CLUSTER.userAt(CLUSTER.urls().getFirst(), "ann");
  private final User second = CLUSTER.userAt(CLUSTER.urls().getLast(), "ann");

  private static Ask put(String link, byte[] all, int from, int to) {
    return Ask.put(CLUSTER.path(link), Arrays.copyOfRange(all, from, to))
        .with("Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, all.length));
  }

  @Test
  void uploadGoesOnAtAnyServer() {
    byte[] bytes = Samples.with("A1", 7);
    String link =
        first
            .send(Ask.post("/v1.0/me/drive/root:/Pieces.xlsx:/createUploadSession", "{}"))
            .is(200)
            .member("uploadUrl");
    int half = bytes.length / 2;
    second.exchange().send(put(link, bytes, 0, half)).is(202);
    second.exchange().send(Ask.get(CLUSTER.path(link))).is(200);
    first.exchange().send(put(link, bytes, half, bytes.length)).is(201);
    second.exchange().send(Ask.get(CLUSTER.path(link))).is(404);
    BookFile made = CLUSTER.locate("Pieces.xlsx", first);
    assertEquals(7, second.reads(made, "A1").getAsInt());
  }

  @Test
  void downloadLinkHoldsWhatWasAcknowledgedByWhoeverHasTheWorkbook() {
    BookFile book = CLUSTER.book();
    first.writes(book, "A1", 41).is(200);
    String link = second.send(Ask.get(book.item())).is(200).member("@microsoft.graph.downloadUrl");
    first.writes(book, "A1", 42).is(200);
    for (User each : new User[] {first, second}) {
      byte[] found = each.exchange().send(Ask.get(CLUSTER.path(link))).is(200).body();
      assertEquals(42, BookFile.number(found, "A1"));
    }
    second.exchange().send(Ask.get(CLUSTER.path(link + "x"))).is(404);
  }

  @Test
  void anyServerTellsWhatBecameOfACopy() {
    BookFile book = CLUSTER.book();
    String link =
        first
            .send(Ask.post(book.item() + "/copy", "{\"name\":\"Copied.xlsx\"}"))
            .is(202)
            .header("Location")
            .orElseThrow();
    String copy = second.exchange().send(Ask.get(CLUSTER.path(link))).is(200).member("resourceId");
    assertEquals(
        copy, first.send(Ask.get("/v1.0/me/drive/root:/Copied.xlsx")).is(200).member("id"));
  }
}
