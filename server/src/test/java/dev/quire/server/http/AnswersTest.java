package dev.quire.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What the listener says itself, and how it behaves when things go wrong.
final class AnswersTest {
  @Test
  void errorsHaveGraphsShape() throws IOException {
    var routes = new Routes(Map.of(), new Answers(Listening.CLOCK));
    try (var server = new Listening(routes)) {
      var reply = server.raw().get("/x", "client-request-id: mine");
      var id = reply.header("request-id");
      assertEquals(404, reply.status());
      assertEquals(36, id.length());
      assertEquals("mine", reply.header("client-request-id"));
      assertEquals("Mon, 23 Nov 2026 10:00:00 GMT", reply.header("date"));
      assertEquals("application/json", reply.header("content-type"));
      assertTrue(reply.body().contains("\"code\":\"itemNotFound\""), reply.body());
      assertTrue(reply.body().contains("\"date\":\"2026-11-23T10:00:00\""), reply.body());
      assertTrue(reply.body().contains("\"request-id\":\"" + id + "\""), reply.body());
      assertTrue(reply.body().contains("\"client-request-id\":\"mine\""), reply.body());
    }
  }

  @Test
  void withoutOneOfItsOwnTheClientHasOurId() throws IOException {
    try (var server = new Listening(new Routes(Map.of(), new Answers(Listening.CLOCK)))) {
      var reply = server.raw().get("/x");
      assertEquals(reply.header("request-id"), reply.header("client-request-id"));
    }
  }

  @Test
  void longestPrefixAnswers() throws IOException {
    var routes =
        new Routes(
            Map.of("/a", r -> Listening.text("a"), "/a/b", r -> Listening.text("ab")),
            new Answers(Listening.CLOCK));
    try (var server = new Listening(routes)) {
      assertEquals("a", server.raw().get("/a").body());
      assertEquals("a", server.raw().get("/a/bc").body());
      assertEquals("ab", server.raw().get("/a/b/c").body());
      assertEquals(404, server.raw().get("/ab").status());
    }
  }

  @Test
  void ourMistakeAnswers500AndIsLoggedOnceWithItsId() throws IOException {
    try (var server =
        new Listening(request -> {
          throw new IllegalStateException("a mistake");
        })) {
      var reply = server.raw().get("/x");
      assertEquals(500, reply.status());
      assertFalse(reply.body().contains("a mistake"), reply.body());
      var logged = server.log().split("unexpected error, request-id " + reply.header("request-id"));
      assertEquals(2, logged.length, server.log());
      assertTrue(server.log().contains("a mistake"), server.log());
    }
  }

  @Test
  void answerThatBreaksWhileItIsWrittenIsCutOff() throws IOException {
    try (var server =
        new Listening(request ->
            new GraphResponse(
                200,
                Headers.of(Map.of()),
                out -> {
                  out.write(new byte[200_000]);
                  throw new IllegalStateException("halfway");
                }))) {
      // Without a last chunk, so no client takes it for the whole answer.
      var seen = untilTheEnd(server.port());
      assertTrue(seen.startsWith("HTTP/1.1 200"), seen);
      assertFalse(seen.endsWith("0\r\n\r\n"));
      assertTrue(server.log().contains("halfway"), server.log());
    }
  }

  @Test
  void requestLinesHoldNeitherQueryNorToken() throws IOException {
    try (var server = new Listening(request -> Listening.text("fine"))) {
      server.raw().get("/v1.0/me?$filter=name%20eq%20'secret'", "Authorization: Bearer secret");
      server.awaitLog("GET /v1.0/me 200 4 B");
      assertFalse(server.log().contains("secret"), server.log());
    }
  }

  @Test
  void serverDoesNotSayWhatItIs() throws IOException {
    try (var server = new Listening(request -> Listening.text("fine"))) {
      assertEquals("", server.raw().get("/").header("server"));
    }
  }

  @Test
  void originIsWhatTheClientCalled() throws IOException {
    try (var server = new Listening(request -> Listening.text(request.origin()))) {
      var request = "GET / HTTP/1.1\r\nHost: books.example:8443\r\n\r\n";
      assertEquals("http://books.example:8443", server.raw().send(request).body());
      var old = server.raw().send("GET / HTTP/1.0\r\n\r\n");
      assertEquals("http://127.0.0.1:" + server.port(), old.body());
    }
  }

  @Test
  void silentClientIsDropped() throws IOException {
    try (var server = new Listening(request -> Listening.text("fine"), Duration.ofMillis(300));
        var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  @Test
  void clientThatStopsInTheMiddleOfABodyIsDropped() throws IOException {
    try (var server = new Listening(request -> Listening.text("fine"), Duration.ofMillis(300));
        var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      var half = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12345";
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      var reply = RawClient.read(socket);
      assertTrue(reply.head().isEmpty() || reply.status() >= 400, reply.head());
    }
  }

  @Test
  void answerThatTakesLongerThanTheIdleTimeoutArrives() throws IOException {
    try (var server =
        new Listening(
            request -> {
              pause(1200);
              return Listening.text("at last");
            },
            Duration.ofMillis(300))) {
      assertEquals("at last", server.raw().get("/").body());
    }
  }

  @Test
  void hundredsOfRequestsThatWaitKeepNobodyElseWaiting() throws Exception {
    var entered = new CountDownLatch(500);
    var mayLeave = new CountDownLatch(1);
    var sockets = new ArrayList<Socket>();
    try (var server =
        new Listening(request -> {
          if (request.rawPath().equals("/wait")) {
            entered.countDown();
            await(mayLeave);
          }
          return Listening.text("done");
        })) {
      for (var number = 0; number < 500; number++) {
        var socket = new Socket("127.0.0.1", server.port());
        sockets.add(socket);
        socket.getOutputStream().write("GET /wait HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      }
      await(entered);
      assertEquals("done", server.raw().get("/").body());
      mayLeave.countDown();
      for (var socket : sockets) {
        assertEquals("done", RawClient.read(socket).body());
        socket.close();
      }
    }
  }

  @Test
  void connectionThatAClientKeepsDoesNotDelayTheEnd() throws Exception {
    var server = new Listening(request -> Listening.text("kept"));
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      assertEquals("kept", RawClient.read(socket).body());
      assertTimeout(Duration.ofMillis(1_500), server::close);
      assertEquals(-1, socket.getInputStream().read());
    }
  }

  @Test
  void runningRequestFinishesWhileNewOnesAreRefused() throws Exception {
    var entered = new CountDownLatch(1);
    var mayLeave = new CountDownLatch(1);
    var server =
        new Listening(request -> {
          entered.countDown();
          await(mayLeave);
          return Listening.text("finished");
        });
    try (var socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      await(entered);
      var closing = Thread.ofVirtual().start(server::close);
      pause(300);
      assertTrue(isRefused(server));
      assertTrue(closing.isAlive());
      mayLeave.countDown();
      assertEquals("finished", RawClient.read(socket).body());
      assertTrue(closing.join(Duration.ofSeconds(10)));
    }
  }

  private static boolean isRefused(Listening server) {
    try {
      var reply = server.raw().get("/");
      return reply.head().isEmpty() || reply.status() == 503;
    } catch (IOException closed) {
      return true;
    }
  }

  /// All that comes until the other side closes or resets the connection.
  private static String untilTheEnd(int port) throws IOException {
    var seen = new StringBuilder();
    try (var socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes());
      for (var next = 0; next >= 0; next = socket.getInputStream().read()) {
        seen.appendCodePoint(next);
      }
    } catch (SocketException reset) {
      seen.append("reset");
    }
    return seen.substring(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
