package dev.quire.graph.exchange;

/// Answers requests. Never throws: whatever goes wrong becomes an answer in Graph's error shape.
@FunctionalInterface
public interface GraphHandler {
  /// The answer to a request.
  GraphResponse answer(GraphRequest request);
}
