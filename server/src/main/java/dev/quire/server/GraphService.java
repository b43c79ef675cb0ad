package dev.quire.server;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.server.control.Control;
import java.util.Map;

/// What answers below `/v1.0` and `/beta`, for as long as the server runs.
public interface GraphService extends GraphHandler, AutoCloseable {
  /// What developers may look at and change in it, by name.
  default Map<String, Control> controls() {
    return Map.of();
  }

  /// Ends answers that would go on for ever. Called when the server begins to stop, before running
  /// requests are waited for.
  default void stopping() {}

  /// What else it answers than `/v1.0`, `/beta` and `/events`, by the path.
  default Map<String, GraphHandler> routes() {
    return Map.of();
  }

  /// Saves what is not saved yet. Called once, after the last running request has been answered.
  @Override
  void close();
}
