package dev.quire.graph;

import dev.quire.graph.path.Route;
import dev.quire.graph.path.Segment;

/// Who answers what, by where a path leads.
///
/// @param stable answers for everything in workbooks that nobody else does, below `/v1.0`
/// @param beta the same below `/beta`
record Calls(
    BatchCalls batches,
    SubscriptionCalls subscriptions,
    DriveCalls drives,
    SessionCalls sessions,
    FunctionCalls functions,
    WorkbookCalls stable,
    WorkbookCalls beta) {
  /// The answer of this server.
  Answer answer(Call call) throws Exception {
    Route route = call.route();
    if (route.last() instanceof Segment.Batch) {
      return batches.answer(call);
    }
    if (SubscriptionCalls.handles(route)) {
      return subscriptions.answer(call);
    }
    if (!route.reachesWorkbook()) {
      return drives.answer(call);
    }
    if (call.request().method().equals("OPTIONS")) {
      return workbooks(route).answer(call);
    }
    return sessions.noting(call, inWorkbook(call));
  }

  private Answer inWorkbook(Call call) throws Exception {
    Route route = call.route();
    if (sessions.handles(route)) {
      return sessions.answer(call);
    }
    return functions.handles(route) ? functions.answer(call) : workbooks(route).answer(call);
  }

  private WorkbookCalls workbooks(Route route) {
    return route.version().equals("beta") ? beta : stable;
  }
}
