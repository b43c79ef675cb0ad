package dev.quire.bench;

import dev.quire.session.SessionSettings;
import java.time.Duration;
import java.util.OptionalInt;

/// Limits that are out of the way of a measurement.
public final class Unlimited {
  private Unlimited() {}

  /// Settings as of the cloud service, but that a user and a workbook may have any number of
  /// sessions.
  ///
  /// @param life how long a session lives without a request
  public static SessionSettings sessions(Duration life) {
    SessionSettings graph = SessionSettings.GRAPH;
    return new SessionSettings(
        life,
        life,
        OptionalInt.empty(),
        graph.quiet(),
        graph.bookIdle(),
        graph.operationLife(),
        graph.versions(),
        graph.bounds().withSessionsPerUser(Integer.MAX_VALUE));
  }
}
