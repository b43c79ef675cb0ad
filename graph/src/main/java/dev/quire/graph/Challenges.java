package dev.quire.graph;

import dev.quire.store.Shelf;
import java.time.Duration;
import java.time.Instant;

/// Which of the notices that a subscription ends soon have been sent: three hours before, or a
/// quarter of its life when that is less, and again after half of the time that is left, and once
/// more. Marks on the shelf, so that of several servers one sends each.
///
/// @param id of the subscription
record Challenges(Shelf shelf, String id, Term term) {
  private static final String FOLDER = "subscription-challenges";
  private static final Duration LONGEST_LEAD = Duration.ofHours(3);
  private static final int COUNT = 3;
  private static final byte[] MARK = {};

  /// Whether one is to be sent now, and whoever asked is the one to send it.
  boolean claim(Instant now) {
    int due = due(now);
    boolean isFirst = due > 0 && shelf.add(FOLDER, name(due), MARK);
    for (int earlier = 1; isFirst && earlier < due; earlier++) {
      shelf.add(FOLDER, name(earlier), MARK);
    }
    return isFirst;
  }

  /// How many should have been sent.
  int due(Instant now) {
    if (!term.holds(now)) {
      return 0;
    }
    Duration lead = term.length().dividedBy(4);
    lead = lead.compareTo(LONGEST_LEAD) > 0 ? LONGEST_LEAD : lead;
    Duration left = Duration.between(now, term.ends());
    int due = 0;
    while (due < COUNT && left.compareTo(lead) <= 0) {
      lead = lead.dividedBy(2);
      due++;
    }
    return due;
  }

  /// No more are needed.
  void answer() {
    for (int each = 1; each <= COUNT; each++) {
      shelf.add(FOLDER, name(each), MARK);
    }
  }

  private String name(int number) {
    return "%s-%d-%d".formatted(id, term.ends().toEpochMilli(), number);
  }

  /// Takes away what was noted of a subscription that is over.
  static void forget(Shelf shelf, String id) {
    shelf.names(FOLDER).stream()
        .filter(name -> name.startsWith(id + "-"))
        .forEach(name -> shelf.remove(FOLDER, name));
  }
}
