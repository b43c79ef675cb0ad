package dev.quire.server;

import dev.quire.graph.exchange.GraphHandler;

/// What answers below `/v1.0` and `/beta`, for as long as the server runs.
public interface GraphService extends GraphHandler, AutoCloseable {
  /// Saves what is not saved yet. Called once, after the last running request has been answered.
  @Override
  void close();
}
