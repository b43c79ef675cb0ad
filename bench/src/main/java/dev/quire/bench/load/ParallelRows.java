package dev.quire.bench.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/// Rows that are added to one table at the same moment: all are there once, each where its answer
/// says, and one that was asked for after another was answered stands behind it.
final class ParallelRows {
  private static final String BOOK = "Rows.xlsx";

  private ParallelRows() {}

  /// A row as its client saw it.
  private record Added(int value, int index, long sentNanos, long answeredNanos) {}

  static Finding run(LoadServer server, int count) throws Exception {
    server.blank(BOOK);
    var added = new ConcurrentLinkedQueue<Added>();
    String rows;
    int first;
    List<String> wrong;
    try (Visitor owner = server.visitor(BOOK)) {
      owner.expect(
          201,
          "POST",
          "/worksheets/Sheet1/tables/add",
          "",
          "{\"address\":\"Sheet1!A1:B1\",\"hasHeaders\":true}");
      first = countRows(owner); // A table has a row from the beginning, which stays empty.
      var start = new CountDownLatch(1);
      var ready = new CountDownLatch(count);
      Thread.ofVirtual().start(() -> startsAll(ready, start));
      wrong = new ArrayList<>(Crowd.of(count, number -> add(server, number, ready, start, added)));
      String cells = "A%d:A%d".formatted(2 + first, 1 + first + count);
      rows = owner.reads("Sheet1", cells, "");
    }
    wrong.addAll(judge(List.copyOf(added), rows, first, count));
    return new Finding(
        "%,d clients that add a row to one table at once".formatted(count),
        List.of("%,d rows, each once, in the order of the answers".formatted(added.size())),
        wrong);
  }

  private static int countRows(Visitor owner) throws IOException {
    return Integer.parseInt(owner.expect(200, "GET", "/tables/Table1/rows/$count", "", ""));
  }

  private static void startsAll(CountDownLatch ready, CountDownLatch start) {
    try {
      ready.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    start.countDown();
  }

  private static void add(
      LoadServer server,
      int number,
      CountDownLatch ready,
      CountDownLatch start,
      ConcurrentLinkedQueue<Added> added)
      throws IOException, InterruptedException {
    try (Visitor visitor = server.visitor(BOOK)) {
      ready.countDown();
      start.await();
      long sent = System.nanoTime();
      String answer =
          visitor.expect(
              200,
              "POST",
              "/tables/Table1/rows/add",
              "",
              "{\"index\":null,\"values\":[[%d,\"row\"]]}".formatted(number));
      long answered = System.nanoTime();
      int index = Integer.parseInt(Visitor.member(answer, "\"index\":", ",").strip());
      added.add(new Added(number, index, sent, answered));
    }
  }

  private static List<String> judge(List<Added> added, String rows, int first, int count) {
    var wrong = new ArrayList<String>();
    String[] values = Visitor.member(rows, "\"values\":[[", "]]").split("\\],\\[");
    if (values.length != count || added.size() != count) {
      wrong.add("%d rows were answered and %d are there".formatted(added.size(), values.length));
      return wrong;
    }
    for (Added row : added) {
      int at = row.index - first;
      if (at < 0 || at >= count || !values[at].equals(Integer.toString(row.value))) {
        wrong.add("row %d is not at index %d".formatted(row.value, row.index));
      }
      for (Added later : added) {
        if (row.answeredNanos < later.sentNanos && row.index > later.index) {
          wrong.add("row %d was answered before %d".formatted(row.value, later.value));
        }
      }
    }
    return wrong;
  }
}
