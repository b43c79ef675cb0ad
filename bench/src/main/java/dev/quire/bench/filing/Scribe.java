package dev.quire.bench.filing;

import java.io.IOException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Writes cells of a client's files while these are moved, copied and deleted.
///
/// @param values gives values that nobody wrote before
/// @param complaints gets what no server may ever say
record Scribe(Random random, AtomicInteger values, Queue<String> complaints) {
  private static final int ROWS = 12;

  /// A server may say that it cannot tell, or that there is no room; everything else is a promise.
  static final Set<Integer> EXCUSES = Set.of(503, 507);

  /// Writes into one file.
  ///
  /// @param papers those that are there
  void write(Office office, Supplier<List<Paper>> papers) throws IOException, InterruptedException {
    List<Paper> all = papers.get();
    if (all.isEmpty()) {
      Thread.sleep(1);
      return;
    }
    Paper paper = all.get(random.nextInt(all.size()));
    if (!paper.lock().readLock().tryLock()) {
      Thread.sleep(1);
      return;
    }
    try {
      if (paper.id().isPresent() && paper.mayHold().isEmpty() && !paper.isLeaving()) {
        write(office, paper, paper.id().get());
      }
    } finally {
      paper.lock().readLock().unlock();
    }
  }

  private void write(Office office, Paper paper, String id)
      throws IOException, InterruptedException {
    int first = random.nextInt(ROWS - 2);
    int count = 1 + random.nextInt(2);
    var written = new HashMap<Cell, Integer>();
    var rows = new ArrayList<String>();
    for (int row = first; row < first + count; row++) {
      int value = values.incrementAndGet();
      written.put(new Cell(row, 0), value);
      rows.add("[" + value + "]");
    }
    Optional<String> ticket = random.nextInt(3) == 0 ? Optional.empty() : paper.ticket();
    paper.holds().tries(written);
    LocalTime begun = LocalTime.now();
    var answer =
        office.inSession(
            "PATCH",
            Office.item(id)
                + "/workbook/worksheets/Sheet1/range(address='%s:%s')"
                    .formatted(
                        new Cell(first, 0).address(), new Cell(first + count - 1, 0).address()),
            ticket,
            "{\"values\":[" + String.join(",", rows) + "]}");
    if (answer.statusCode() == 200) {
      paper.holds().has(written);
    } else if (!EXCUSES.contains(answer.statusCode()) && !paper.isLeaving()) {
      complaints.add(
          "writing to %s from %.12s to %.12s answers %d %s"
              .formatted(id, begun, LocalTime.now(), answer.statusCode(), Wire.text(answer)));
    }
  }
}
