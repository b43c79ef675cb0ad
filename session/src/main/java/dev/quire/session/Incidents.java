package dev.quire.session;

import dev.quire.session.Incident.Kind;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The latest incidents. Each gets a line in the log as well.
final class Incidents {
  private static final Logger LOG = System.getLogger(Incidents.class.getName());
  private static final int MOST = 1_000;

  private final Deque<Incident> latest = new ArrayDeque<>();

  synchronized void add(Instant at, Kind kind, String file, String message) {
    if (latest.size() == MOST) {
      latest.removeFirst();
    }
    latest.addLast(new Incident(at, kind, file, message));
    LOG.log(Level.WARNING, "{0}: {1}", file, message);
  }

  /// Oldest first.
  synchronized List<Incident> all() {
    return List.copyOf(latest);
  }
}
