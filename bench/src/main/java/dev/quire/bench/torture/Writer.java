package dev.quire.bench.torture;

import dev.quire.bench.filing.Cell;
import dev.quire.bench.filing.Truth;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// A client that writes into one column of every workbook, and adds and deletes worksheets of its
/// own, in persistent sessions and without, until nobody answers any more.
final class Writer {
  static final int ROWS = 40;
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

  private final int number;
  private final Random random;
  private final AtomicInteger counter;
  private final Map<String, String> tickets = new HashMap<>();
  private final Map<String, List<String>> sheets = new HashMap<>();
  private final List<String> complaints = new ArrayList<>();

  /// @param number the column it writes
  /// @param counter gives values that nobody wrote before
  Writer(int number, long seed, AtomicInteger counter) {
    this.number = number;
    this.random = new Random(seed);
    this.counter = counter;
  }

  /// The sessions it has not closed, by workbook.
  Map<String, String> tickets() {
    return tickets;
  }

  /// What it was told that it must not be told.
  List<String> complaints() {
    return complaints;
  }

  /// Writes until the server is gone.
  void run(Api api, Map<String, Truth> books) {
    var names = List.copyOf(books.keySet());
    try {
      while (!Thread.currentThread().isInterrupted()) {
        String book = names.get(random.nextInt(names.size()));
        step(api, book, books.get(book));
      }
    } catch (IOException gone) {
      // It was killed.
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    }
  }

  private void step(Api api, String book, Truth truth) throws IOException, InterruptedException {
    switch (random.nextInt(12)) {
      case 0 -> session(api, book);
      case 1 -> addSheet(api, book, truth);
      case 2 -> deleteSheet(api, book, truth);
      default -> write(api, book, truth);
    }
  }

  private void session(Api api, String book) throws IOException, InterruptedException {
    String ticket = tickets.get(book);
    String workbook = Api.workbook(book);
    if (ticket == null) {
      var opened =
          api.send(
              "POST", workbook + "/createSession", Optional.empty(), "{\"persistChanges\":true}");
      var id = ID.matcher(text(opened));
      if (opened.statusCode() == 201 && id.find()) {
        tickets.put(book, id.group(1));
      }
      return;
    }
    tickets.remove(book); // From here on nobody knows whether it is open.
    expect(204, api.send("POST", workbook + "/closeSession", Optional.of(ticket), "{}"));
  }

  private void write(Api api, String book, Truth truth) throws IOException, InterruptedException {
    int first = random.nextInt(ROWS - 3);
    int count = 1 + random.nextInt(3);
    var values = new HashMap<Cell, Integer>();
    var rows = new ArrayList<String>();
    for (int row = first; row < first + count; row++) {
      int value = counter.incrementAndGet();
      values.put(new Cell(row, number), value);
      rows.add("[" + value + "]");
    }
    truth.tries(values);
    String area =
        new Cell(first, number).address() + ":" + new Cell(first + count - 1, number).address();
    var answer =
        api.send(
            "PATCH",
            Api.workbook(book) + "/worksheets/Sheet1/range(address='" + area + "')",
            ticket(book),
            "{\"values\":[" + String.join(",", rows) + "]}");
    if (expect(200, answer)) {
      truth.has(values);
    }
  }

  private void addSheet(Api api, String book, Truth truth)
      throws IOException, InterruptedException {
    String name = "s" + number + "-" + counter.incrementAndGet();
    truth.triesSheet(name);
    var answer =
        api.send(
            "POST",
            Api.workbook(book) + "/worksheets/add",
            ticket(book),
            "{\"name\":\"" + name + "\"}");
    if (expect(201, answer)) {
      truth.hasSheet(name, true);
      sheets.computeIfAbsent(book, _ -> new ArrayList<>()).add(name);
    }
  }

  private void deleteSheet(Api api, String book, Truth truth)
      throws IOException, InterruptedException {
    List<String> own = sheets.getOrDefault(book, new ArrayList<>());
    own.removeIf(truth::hasLost); // To a damage that was told.
    if (own.isEmpty()) {
      return;
    }
    String name = own.remove(random.nextInt(own.size()));
    truth.triesSheet(name);
    var answer = api.send("DELETE", Api.workbook(book) + "/worksheets/" + name, ticket(book), "");
    if (expect(204, answer)) {
      truth.hasSheet(name, false);
    }
  }

  private Optional<String> ticket(String book) {
    return random.nextInt(3) == 0 ? Optional.empty() : Optional.ofNullable(tickets.get(book));
  }

  /// Whether it is this status. A server that is stopping, or whose disk is full, may refuse;
  /// everything else is wrong.
  private boolean expect(int status, HttpResponse<byte[]> answer) {
    int found = answer.statusCode();
    if (found != status && found != 503 && found != 507) {
      complaints.add(
          "%s %s: %d %s"
              .formatted(
                  answer.request().method(),
                  answer.request().uri().getPath(),
                  answer.statusCode(),
                  text(answer).lines().limit(1).findFirst().orElse("")));
    }
    return answer.statusCode() == status;
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
