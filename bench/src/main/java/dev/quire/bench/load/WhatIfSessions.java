package dev.quire.bench.load;

import dev.quire.bench.LargeBook;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Many what-if sessions on one large workbook, each with a change of its own.
final class WhatIfSessions {
  private static final String BOOK = "Large.xlsx";
  private static final int CLIENTS = 8;

  /// About 10 MB.
  private static final int ROWS = 150_000;

  private static final long MOST_EXTRA_BYTES = 512L << 20;

  private WhatIfSessions() {}

  static Finding run(LoadServer server, int count) throws Exception {
    LargeBook.write(server.file(BOOK), ROWS);
    List<String> tickets = Collections.synchronizedList(new ArrayList<>());
    try (Visitor first = server.visitor(BOOK)) {
      first.closes(first.opens(false));
      first.reads("Model", "B1", "");
    }
    Vitals before = Vitals.now();
    long begun = System.nanoTime();
    var wrong = new ArrayList<>(Crowd.of(CLIENTS, client -> opens(server, client, count, tickets)));
    double seconds = (System.nanoTime() - begun) / 1e9;
    Vitals after = Vitals.now();
    long extra = after.heapBytes() - before.heapBytes();
    if (extra > MOST_EXTRA_BYTES) {
      wrong.add("the sessions take %,d MB".formatted(extra >> 20));
    }
    wrong.addAll(Crowd.of(CLIENTS, client -> closes(server, client, tickets)));
    return new Finding(
        "%,d what-if sessions on one workbook of %.1f MB, each with a change that 2,000 cells depend on"
            .formatted(count, Files.size(server.file(BOOK)) / 1e6),
        List.of(
            "%,d MB of heap more than without them (goal 512), opened and written in %.1f s"
                .formatted(extra >> 20, seconds)),
        wrong);
  }

  private static void opens(LoadServer server, int client, int count, List<String> tickets)
      throws IOException {
    try (Visitor visitor = server.visitor(BOOK)) {
      for (int number = client; number < count; number += CLIENTS) {
        String ticket = visitor.opens(false);
        tickets.add(ticket);
        visitor.writes("Model", "A1", number, ticket);
        String seen = visitor.reads("Model", "A1:B1", ticket);
        String expected = "[[%d,%s]]".formatted(number, number + 1.25);
        if (!seen.contains(expected)) {
          throw new IOException("session %d sees %s, not %s".formatted(number, seen, expected));
        }
      }
    }
  }

  private static void closes(LoadServer server, int client, List<String> tickets)
      throws IOException {
    try (Visitor visitor = server.visitor(BOOK)) {
      for (int at = client; at < tickets.size(); at += CLIENTS) {
        visitor.closes(tickets.get(at));
      }
    }
  }
}
