package dev.quire.conformance.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.conformance.fixture.Ask;
import dev.quire.conformance.fixture.BookFile;
import dev.quire.conformance.fixture.OpenSession;
import dev.quire.conformance.fixture.Reply;
import dev.quire.conformance.fixture.Samples;
import dev.quire.conformance.fixture.User;
import dev.quire.conformance.fixture.WorkbookServer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bytes in and out: in pieces, on conditions, without a token.
final class TransferTest {
  @RegisterExtension static final WorkbookServer SERVER = WorkbookServer.graph();

  private static final AtomicInteger NAMES = new AtomicInteger();

  private final User ann = SERVER.user("ann");
  private final BookFile book = SERVER.book();
  private final String name = "Upload%d.xlsx".formatted(NAMES.incrementAndGet());
  private final byte[] bytes = Samples.with("A1", 7);

  private static Reply anyone(Ask ask) {
    return SERVER.exchange().send(ask);
  }

  private static String path(String url) {
    return SERVER.path(url);
  }

  // Parts of a file

  @ParameterizedTest
  @CsvSource({"bytes=0-9, 0, 9", "bytes=5-, 5, -1", "bytes=-7, -7, -1", "bytes=0-99999999, 0, -1"})
  void rangeAnswers206WithThatPart(String range, int from, int to) {
    byte[] all = book.content().get();
    int first = from < 0 ? all.length + from : from;
    int last = to < 0 ? all.length + to : to;
    Reply part = ann.send(Ask.get(book.item() + "/content").with("Range", range)).is(206);
    assertArrayEquals(Arrays.copyOfRange(all, first, last + 1), part.body());
    assertEquals(
        "bytes %d-%d/%d".formatted(first, last, all.length),
        part.header("content-range").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=99999999-", "bytes=-0"})
  void rangeBehindTheEndAnswers416WithTheLength(String range) {
    Reply refused = ann.send(Ask.get(book.item() + "/content").with("Range", range)).is(416);
    assertEquals("invalidRange", refused.code());
    assertEquals(
        "bytes */" + book.content().get().length, refused.header("content-range").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=9-5", "pages=1-2", "bytes=0-1,4-5", "bytes=-", "nonsense"})
  void rangeThatIsNotUnderstoodAnswersTheWholeFile(String range) {
    Reply whole = ann.send(Ask.get(book.item() + "/content").with("Range", range)).is(200);
    assertArrayEquals(book.content().get(), whole.body());
  }

  @Test
  void partOfAnotherVersionIsNotMixedIn() {
    Ask ask = Ask.get(book.item() + "/content").with("Range", "bytes=0-9");
    String tag = ann.send(ask).is(206).header("etag").orElseThrow();
    ann.send(ask.with("If-Range", tag)).is(206);
    ann.send(ask.with("If-Range", "\"{other},1\"")).is(200);
  }

  // Conditions

  @Test
  void knownVersionAnswers304() {
    Reply read = ann.send(Ask.get(book.item())).is(200);
    for (String tag : new String[] {read.member("eTag"), read.member("cTag"), "*"}) {
      Ask ask = Ask.get(book.item()).with("If-None-Match", tag);
      assertEquals(0, ann.send(ask).is(304).body().length);
      ann.send(Ask.get(book.item() + "/content").with("If-None-Match", tag)).is(304);
    }
    ann.writes(book, "A1", 3).is(200);
    ann.send(Ask.get(book.item() + "/content").with("If-None-Match", read.member("eTag"))).is(200);
  }

  @Test
  void putWithIfNoneMatchAnyCreatesAndNeverReplaces() {
    String at = "/v1.0/me/drive/root:/" + name + ":/content";
    ann.send(Ask.put(at, bytes).with("If-None-Match", "*")).is(201);
    assertEquals(
        "resourceModified",
        ann.send(Ask.put(at, Samples.small()).with("If-None-Match", "*")).is(412).code());
    assertArrayEquals(bytes, SERVER.locate(name, ann).content().get());
  }

  @Test
  void putWithIfMatchOfAFileThatIsGoneAnswers412() {
    String at = "/v1.0/me/drive/root:/" + name + ":/content";
    ann.send(Ask.put(at, bytes).with("If-Match", "\"{gone},1\"")).is(412);
    assertFalse(Files.exists(SERVER.drive().resolve(name)));
  }

  @Test
  void putSaysWhatHappensWhenTheNameIsTaken() {
    String at = "/v1.0/me/drive/root:/" + name + ":/content";
    String how = "?@microsoft.graph.conflictBehavior=";
    ann.send(Ask.put(at + how + "fail", bytes)).is(201);
    ann.send(Ask.put(at + how + "fail", bytes)).is(409);
    assertEquals(
        name.replace(".xlsx", " 1.xlsx"),
        ann.send(Ask.put(at + how + "rename", bytes)).is(201).member("name"));
    ann.send(Ask.put(at + how + "replace", bytes)).is(200);
    ann.send(Ask.put(at + how + "perhaps", bytes)).is(400);
  }

  // Without a token

  @Test
  void downloadUrlWorksWithoutATokenUntilItExpires() {
    OpenSession session = ann.opens(book).persistent().writes("A1", 42);
    String url = ann.send(Ask.get(book.item())).is(200).member("@microsoft.graph.downloadUrl");
    assertEquals(42, BookFile.number(anyone(Ask.get(path(url))).is(200).body(), "A1"));
    anyone(Ask.get(path(url)).with("Range", "bytes=0-3")).is(206);
    anyone(Ask.put(path(url), bytes)).is(405);
    anyone(Ask.get(path(url) + "x")).is(404);
    session.close().is(204);
    SERVER.wait(Duration.ofHours(2));
    anyone(Ask.get(path(url))).is(404);
  }

  @Test
  void noAnswerIsAPageForABrowser() {
    String url = ann.send(Ask.get(book.item())).is(200).member("@microsoft.graph.downloadUrl");
    for (Reply reply : new Reply[] {anyone(Ask.get(path(url))), anyone(Ask.get(book.item()))}) {
      assertEquals("nosniff", reply.header("x-content-type-options").orElse(""));
      assertTrue(
          reply.header("content-security-policy").orElse("").startsWith("default-src 'none'"));
    }
  }

  // In pieces

  private String opensUpload(String at, String body) {
    Reply opened = ann.send(Ask.post(at + "/createUploadSession", body)).is(200);
    assertEquals("0-", opened.json().getAsJsonArray("nextExpectedRanges").get(0).getAsString());
    assertFalse(opened.member("expirationDateTime").isEmpty());
    return path(opened.member("uploadUrl"));
  }

  private String opensUpload() {
    return opensUpload("/v1.0/me/drive/root:/" + name + ":", "{}");
  }

  private Reply piece(String url, int from, int to) {
    return anyone(
        Ask.put(url, Arrays.copyOfRange(bytes, from, to + 1))
            .with("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.length)));
  }

  private static String expected(Reply reply) {
    return reply.json().getAsJsonArray("nextExpectedRanges").get(0).getAsString();
  }

  @Test
  void piecesMakeAFileWhenTheLastOneComes() {
    String url = opensUpload();
    assertEquals("100-", expected(piece(url, 0, 99).is(202)));
    assertFalse(Files.exists(SERVER.drive().resolve(name)));
    assertEquals("100-", expected(anyone(Ask.get(url)).is(200)));
    Reply made = piece(url, 100, bytes.length - 1).is(201);
    assertEquals(name, made.member("name"));
    assertArrayEquals(bytes, SERVER.locate(name, ann).content().get());
    anyone(Ask.get(url)).is(404);
  }

  @Test
  void pieceThatIsNotTheNextOneAnswers416AndTheUploadGoesOn() {
    String url = opensUpload();
    piece(url, 0, 99).is(202);
    assertEquals("invalidRange", piece(url, 0, 99).is(416).code());
    piece(url, 200, 299).is(416);
    piece(url, 100, bytes.length - 1).is(201);
  }

  @Test
  void pieceThatIsNotWhatItSaysIsRefused() {
    String url = opensUpload();
    anyone(Ask.put(url, bytes)).is(400);
    anyone(Ask.put(url, bytes).with("Content-Range", "bytes 0-9/" + bytes.length)).is(400);
    anyone(Ask.put(url, bytes).with("Content-Range", "bytes 9-0/5")).is(400);
    piece(url, 0, bytes.length - 1).is(201);
  }

  @Test
  void cancelledAndExpiredUploadsLeaveNothing() {
    String cancelled = opensUpload();
    piece(cancelled, 0, 99).is(202);
    anyone(Ask.of("DELETE", cancelled)).is(204);
    piece(cancelled, 100, bytes.length - 1).is(404);
    String expired = opensUpload();
    piece(expired, 0, 99).is(202);
    SERVER.wait(Duration.ofHours(25));
    piece(expired, 100, bytes.length - 1).is(404);
    assertFalse(Files.exists(SERVER.drive().resolve(name)));
  }

  @Test
  void uploadOntoAFileReplacesItUnlessToldOtherwise() {
    piece(opensUpload(book.item(), "{}"), 0, bytes.length - 1).is(200);
    assertArrayEquals(bytes, book.content().get());
    String fail = "{\"item\":{\"@microsoft.graph.conflictBehavior\":\"fail\"}}";
    piece(opensUpload(book.item(), fail), 0, bytes.length - 1).is(409);
    String rename = "{\"item\":{\"@microsoft.graph.conflictBehavior\":\"rename\"}}";
    assertTrue(
        piece(opensUpload(book.item(), rename), 0, bytes.length - 1)
            .is(201)
            .member("name")
            .endsWith(" 1.xlsx"));
  }

  @Test
  void uploadOntoAnOpenWorkbookAnswers423() {
    OpenSession session = ann.opens(book).persistent();
    piece(opensUpload(book.item(), "{}"), 0, bytes.length - 1)
        .refuses(423, "notAllowed", "resourceLocked");
    session.close().is(204);
  }

  @Test
  void uploadNeedsATokenThatMayWrite() {
    SERVER
        .user("reader", "Files.Read")
        .send(Ask.post(book.item() + "/createUploadSession", "{}"))
        .is(403);
    anyone(Ask.post(book.item() + "/createUploadSession", "{}")).is(401);
  }
}
