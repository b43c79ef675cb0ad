package dev.quire.bench.load;

import java.util.ArrayList;
import java.util.List;

/// Connections that say nothing while others work.
final class IdleConnections {
  private static final String BOOK = "Busy.xlsx";
  private static final int CLIENTS = 8;
  private static final int REQUESTS = 400;
  private static final int MOST_THREADS_MORE = 16;

  private IdleConnections() {}

  static Finding run(LoadServer server, int count) throws Exception {
    server.blank(BOOK);
    var wrong = new ArrayList<String>();
    wrong.addAll(work(server, new Latencies())); // warms up
    var alone = new Latencies();
    wrong.addAll(work(server, alone));
    Vitals before = Vitals.now();
    var among = new Latencies();
    Vitals during;
    int held;
    try (var holder = IdleHolder.hold(server.port(), count)) {
      held = holder.count();
      if (held < count) {
        wrong.add("only %,d connections".formatted(held));
      }
      wrong.addAll(work(server, among));
      during = Vitals.now();
    }
    long descriptors = during.descriptors() - before.descriptors();
    if (before.descriptors() > 0 && descriptors < held) {
      wrong.add("only %,d of them were still there at the end".formatted(descriptors));
    }
    int threads = during.threads() - before.threads();
    if (threads > MOST_THREADS_MORE) {
      wrong.add("%d threads more".formatted(threads));
    }
    return new Finding(
        "%,d connections that say nothing while %d clients read and write".formatted(held, CLIENTS),
        List.of(
            "%s; without them %s".formatted(among, alone),
            "%,d bytes of heap for each, %d threads more, %,d descriptors more"
                .formatted(
                    Math.max(0, during.heapBytes() - before.heapBytes()) / Math.max(1, held),
                    threads,
                    descriptors)),
        wrong);
  }

  private static List<String> work(LoadServer server, Latencies latencies)
      throws InterruptedException {
    return Crowd.of(
        CLIENTS,
        client -> {
          try (Visitor visitor = server.visitor(BOOK)) {
            String ticket = visitor.opens(true);
            for (int request = 0; request < REQUESTS; request++) {
              long begun = System.nanoTime();
              if (request % 2 == 0) {
                visitor.writes("Sheet1", "A" + (client + 1), request, ticket);
              } else {
                visitor.reads("Sheet1", "A1:B8", ticket);
              }
              latencies.add(System.nanoTime() - begun);
            }
            visitor.closes(ticket);
          }
        });
  }
}
