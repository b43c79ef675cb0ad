package dev.quire.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bodies in and out: sizes, compression, protocols.
final class BodiesTest {
  private static final int LIMIT = (int) Listening.BODY_LIMIT_BYTES;
  private static Listening server;
  private static HttpClient client;

  @BeforeAll
  static void start() throws IOException {
    server = new Listening(BodiesTest::answer);
    client = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static GraphResponse answer(GraphRequest request) {
    return switch (request.rawPath()) {
      case "/count" -> Listening.text("" + count(request.body()));
      case "/ignore" -> Listening.text("ignored");
      case "/swallow" -> Listening.text("swallowed " + swallow(request.body()));
      case "/nothing" -> new GraphResponse(204, Headers.of(Map.of()), GraphResponse.Body.EMPTY);
      case "/empty" -> new GraphResponse(200, Headers.of(Map.of()), GraphResponse.Body.EMPTY);
      case "/workbook" ->
          tagged("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      case "/json" -> tagged("application/json;odata.metadata=minimal");
      default -> Listening.text("long ".repeat(20_000));
    };
  }

  private static GraphResponse tagged(String type) {
    var headers = Headers.of(Map.of("Content-Type", List.of(type), "ETag", List.of("\"{1},2\"")));
    return new GraphResponse(200, headers, out -> out.write(new byte[100_000]));
  }

  private static long count(InputStream body) {
    try {
      return body.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String swallow(InputStream body) {
    try {
      return "" + count(body);
    } catch (UncheckedIOException broken) {
      return "an error";
    }
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void bodyUpToTheLimitArrives(Version version) throws Exception {
    assertEquals("" + LIMIT, post(version, "/count", new byte[LIMIT]).body());
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void longerBodyAnswers413(Version version) throws Exception {
    expectTooLarge(post(version, "/count", new byte[LIMIT + 1]));
  }

  @Test
  void longerBodyWithoutLengthAnswers413() throws Exception {
    var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]));
    expectTooLarge(send(HttpRequest.newBuilder(server.uri("/count")).POST(body)));
  }

  @Test
  void handlerThatSwallowsTheErrorCannotTurn413IntoSuccess() throws Exception {
    var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]));
    expectTooLarge(send(HttpRequest.newBuilder(server.uri("/swallow")).POST(body)));
  }

  @Test
  void zippedBodyArrivesUnzipped() throws Exception {
    assertEquals("5000", zipped("/count", zip(new byte[5000])).body());
  }

  @Test
  void zippedBodyThatInflatesBeyondTheLimitAnswers413() throws Exception {
    var bomb = zip(new byte[70_000_000]);
    assertTrue(bomb.length < LIMIT);
    expectTooLarge(zipped("/count", bomb));
  }

  @Test
  void bodyThatIsNotZippedAsItSaysAnswers400() throws Exception {
    assertEquals(400, zipped("/count", "not zipped at all".getBytes(UTF_8)).statusCode());
  }

  @ParameterizedTest
  @EnumSource(Version.class)
  void bodyThatNobodyReadsDoesNoHarm(Version version) throws Exception {
    for (var round = 0; round < 3; round++) {
      assertEquals("ignored", post(version, "/ignore", new byte[50_000]).body());
    }
  }

  @Test
  void noContentHasNeitherBodyNorLength() throws Exception {
    var reply = server.raw().get("/nothing", "Connection: close");
    assertEquals(204, reply.status());
    assertEquals("", reply.header("content-length"));
  }

  @Test
  void emptyAnswerHasLengthZero() throws Exception {
    assertEquals("0", server.raw().get("/empty").header("content-length"));
  }

  @Test
  void longAnswerIsZippedForThoseWhoAsk() throws Exception {
    var request = HttpRequest.newBuilder(server.uri("/long")).header("Accept-Encoding", "gzip");
    var reply = client.send(request.build(), BodyHandlers.ofByteArray());
    assertEquals("gzip", reply.headers().firstValue("content-encoding").orElse(""));
    assertTrue(reply.body().length < 5000);
    var unzipped = new GZIPInputStream(new ByteArrayInputStream(reply.body())).readAllBytes();
    assertEquals(100_000, unzipped.length);
  }

  @Test
  void workbookIsNotZippedAgain() throws Exception {
    var request = HttpRequest.newBuilder(server.uri("/workbook")).header("Accept-Encoding", "gzip");
    var reply = client.send(request.build(), BodyHandlers.ofByteArray());
    assertEquals(100_000, reply.body().length);
    assertEquals("\"{1},2\"", reply.headers().firstValue("etag").orElse(""));
  }

  @Test
  void zippedJsonKeepsItsTag() throws Exception {
    var request = HttpRequest.newBuilder(server.uri("/json")).header("Accept-Encoding", "gzip");
    var reply = client.send(request.build(), BodyHandlers.ofByteArray());
    assertEquals("gzip", reply.headers().firstValue("content-encoding").orElse(""));
    assertEquals("\"{1},2\"", reply.headers().firstValue("etag").orElse(""));
  }

  @Test
  void longAnswerIsPlainForOthers() throws Exception {
    assertEquals(100_000, send(HttpRequest.newBuilder(server.uri("/long"))).body().length());
  }

  private static void expectTooLarge(HttpResponse<String> reply) {
    assertEquals(413, reply.statusCode());
    assertTrue(reply.body().contains("RequestPayloadSizeLimitExceeded"), reply.body());
  }

  private static HttpResponse<String> post(Version version, String path, byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.uri(path))
            .version(version)
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static HttpResponse<String> zipped(String path, byte[] body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.uri(path))
            .header("Content-Encoding", "gzip")
            .POST(BodyPublishers.ofByteArray(body)));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static byte[] zip(byte[] plain) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(plain);
    }
    return bytes.toByteArray();
  }
}
