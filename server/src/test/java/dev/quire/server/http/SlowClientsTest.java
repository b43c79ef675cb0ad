package dev.quire.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// Clients that take their time, many of them, and everybody else.
final class SlowClientsTest {
  private static final int MANY = 1_000;
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final long SECOND = 1_000_000_000L;

  private static Socket connected(Listening server) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static void assertServed(Listening server) throws IOException {
    for (int round = 0; round < 20; round++) {
      long begun = System.nanoTime();
      assertEquals("fine", server.raw().get("/").body());
      long millis = (System.nanoTime() - begun) / 1_000_000;
      assertTrue(millis < 5_000, millis + " ms");
    }
  }

  @Test
  void idleConnectionsAreInNobodysWay() throws IOException {
    var idle = new ArrayList<Socket>();
    try (var server = new Listening(_ -> Listening.text("fine"), IDLE)) {
      for (int count = 0; count < MANY; count++) {
        idle.add(connected(server));
      }
      assertServed(server);
    } finally {
      closeAll(idle);
    }
  }

  @Test
  void headersThatComeByteByByteAreInNobodysWay() throws IOException {
    var slow = new ArrayList<Socket>();
    try (var server = new Listening(_ -> Listening.text("fine"), IDLE)) {
      for (int count = 0; count < MANY; count++) {
        slow.add(connected(server));
        send(slow.getLast(), "GET / HTTP/1.1\r\nHost: localhost\r\nX-");
      }
      for (int letter = 0; letter < 3; letter++) {
        for (Socket each : slow) {
          send(each, "a");
        }
        assertServed(server);
      }
    } finally {
      closeAll(slow);
    }
  }

  @Test
  void bodiesThatComeByteByByteAreInNobodysWay() throws IOException {
    var slow = new ArrayList<Socket>();
    try (var server = new Listening(_ -> Listening.text("fine"), IDLE)) {
      for (int count = 0; count < MANY; count++) {
        slow.add(connected(server));
        send(
            slow.getLast(), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n\r\n{");
      }
      assertServed(server);
    } finally {
      closeAll(slow);
    }
  }

  @Test
  void answersThatNobodyTakesAreInNobodysWay() throws IOException {
    var deaf = new ArrayList<Socket>();
    String large = "x".repeat(4 << 20);
    try (var server =
        new Listening(
            request -> Listening.text(request.rawPath().equals("/large") ? large : "fine"), IDLE)) {
      for (int count = 0; count < 50; count++) {
        deaf.add(connected(server));
        send(deaf.getLast(), "GET /large HTTP/1.1\r\nHost: localhost\r\n\r\n");
      }
      assertServed(server);
    } finally {
      closeAll(deaf);
    }
  }

  @Test
  void connectionsBeyondTheLimitWaitUntilOthersGo() throws IOException {
    try (var server = new Listening(_ -> Listening.text("fine"), IDLE, 3)) {
      List<Socket> all = List.of(connected(server), connected(server), connected(server));
      for (Socket each : all) {
        send(each, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertEquals("fine", RawClient.read(each).body());
      }
      try (Socket waiting = connected(server)) {
        send(waiting, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        waiting.setSoTimeout(300);
        assertThrows(IOException.class, () -> RawClient.read(waiting));
      }
      closeAll(all);
      assertServed(server);
    }
  }

  @Test
  void bodyThatHardlyComesIsGivenUp() {
    var clock = new AtomicLong();
    InputStream trickle =
        new InputStream() {
          @Override
          public int read() {
            clock.addAndGet(SECOND);
            return 'x';
          }

          @Override
          public int read(byte[] to, int offset, int length) {
            to[offset] = (byte) read();
            return 1;
          }
        };
    try (var body = new BoundedBody(trickle, 1 << 20, clock::get)) {
      assertThrows(IOException.class, body::readAllBytes);
      assertEquals(BoundedBody.State.TOO_SLOW, body.state());
      assertEquals(31, clock.get() / SECOND);
    } catch (IOException closing) {
      throw new AssertionError(closing);
    }
  }

  @Test
  void bodyThatComesSteadilyMayTakeItsTime() throws IOException {
    var clock = new AtomicLong();
    var bytes = new ByteArrayInputStream(new byte[600_000]);
    InputStream steady =
        new InputStream() {
          @Override
          public int read() {
            return bytes.read();
          }

          @Override
          public int read(byte[] to, int offset, int length) {
            clock.addAndGet(SECOND);
            return bytes.read(to, offset, Math.min(length, 1_000));
          }
        };
    try (var body = new BoundedBody(steady, 1 << 20, clock::get)) {
      assertEquals(600_000, body.readAllBytes().length);
    }
  }

  private static void closeAll(List<Socket> sockets) throws IOException {
    for (Socket each : sockets) {
      each.close();
    }
  }
}
