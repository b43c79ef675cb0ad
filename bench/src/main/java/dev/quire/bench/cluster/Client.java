package dev.quire.bench.cluster;

import dev.quire.bench.cluster.History.Op;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Reads and writes cells through servers of its choice, and notes what came of it.
///
/// @param values gives each written value once
/// @param complaints gets what no server may ever say
record Client(
    HttpClient http,
    History history,
    AtomicInteger values,
    ConcurrentLinkedQueue<String> complaints) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Pattern VALUE = Pattern.compile("\"values\":\\[\\[(?:\"\"|([0-9]+))]]");
  private static final Pattern TICKET = Pattern.compile("\"id\":\"([^\"]+)\"");

  /// A server may say that it cannot tell; everything else is a promise.
  private static final Set<Integer> EXCUSES = Set.of(503, 507);

  static String book(int number) {
    return "/v1.0/me/drive/root:/Book%d.xlsx:".formatted(number);
  }

  private static String cell(int book, int row) {
    return book(book) + "/workbook/worksheets/Sheet1/range(address='A%d')".formatted(row + 1);
  }

  /// Works until it is interrupted.
  void run(Random random, List<Node> nodes, int books, int rows) {
    while (!Thread.currentThread().isInterrupted()) {
      URI node = nodes.get(random.nextInt(nodes.size())).url();
      int book = random.nextInt(books);
      int row = random.nextInt(rows);
      if (random.nextBoolean()) {
        write(node, book, row);
      } else {
        read(node, book, row);
      }
    }
  }

  /// @return whether it was acknowledged
  boolean write(URI node, int book, int row) {
    int value = values.incrementAndGet();
    long begun = System.nanoTime();
    long ended = History.NEVER;
    try {
      var answer = send(node, "PATCH", cell(book, row), "", "{\"values\":[[%d]]}".formatted(value));
      if (answer.statusCode() == 200) {
        ended = System.nanoTime();
      } else {
        check("PATCH", answer);
      }
    } catch (ConnectException notSent) {
      return false;
    } catch (IOException unknown) {
      // It may have been carried out, or may yet be.
    }
    history.add(name(book, row), new Op(true, value, begun, ended));
    return ended != History.NEVER;
  }

  /// @return whether there was an answer
  boolean read(URI node, int book, int row) {
    long begun = System.nanoTime();
    try {
      var answer = send(node, "GET", cell(book, row) + "?$select=values", "", "");
      long ended = System.nanoTime();
      var found = VALUE.matcher(answer.body());
      if (answer.statusCode() == 200 && found.find()) {
        int value = found.group(1) == null ? History.NOTHING : Integer.parseInt(found.group(1));
        history.add(name(book, row), new Op(false, value, begun, ended));
        return true;
      }
      check("GET", answer);
    } catch (IOException none) {
      // Nothing was seen.
    }
    return false;
  }

  private static String name(int book, int row) {
    return "Book%d!A%d".formatted(book, row + 1);
  }

  private void check(String what, HttpResponse<String> answer) {
    if (!EXCUSES.contains(answer.statusCode())) {
      complaints.add("%s: %d %s".formatted(what, answer.statusCode(), answer.body()));
    }
  }

  /// A new session that keeps its changes.
  Optional<String> session(URI node, int book) throws IOException {
    var answer =
        send(node, "POST", book(book) + "/workbook/createSession", "", "{\"persistChanges\":true}");
    var id = TICKET.matcher(answer.body());
    return answer.statusCode() == 201 && id.find() ? Optional.of(id.group(1)) : Optional.empty();
  }

  int refresh(URI node, int book, String ticket) throws IOException {
    return send(node, "POST", book(book) + "/workbook/refreshSession", ticket, "{}").statusCode();
  }

  int close(URI node, int book, String ticket) throws IOException {
    return send(node, "POST", book(book) + "/workbook/closeSession", ticket, "{}").statusCode();
  }

  int upload(URI node, int book, byte[] content) throws IOException {
    var request =
        HttpRequest.newBuilder(node.resolve(book(book) + "/content"))
            .timeout(PATIENCE)
            .PUT(BodyPublishers.ofByteArray(content));
    return sent(request.build()).statusCode();
  }

  private HttpResponse<String> send(
      URI node, String method, String path, String ticket, String body) throws IOException {
    var request =
        HttpRequest.newBuilder(node.resolve(path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!ticket.isEmpty()) {
      request.header("workbook-session-id", ticket);
    }
    return sent(request.build());
  }

  private HttpResponse<String> sent(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }
}
