package dev.quire.server;

import dev.quire.graph.gate.TokenVerifier;
import java.io.IOException;
import java.time.InstantSource;

/// Builds what answers below `/v1.0` and `/beta`. The one place where the server meets the rest.
@FunctionalInterface
public interface GraphFactory {
  /// Opens drives and sessions and everything else that answers need.
  ///
  /// @param tokens tells whose a token is
  /// @param clock the time as the whole server sees it; a developer may move it
  /// @throws IOException when a drive or a journal cannot be opened; the server does not start
  GraphService open(TokenVerifier tokens, InstantSource clock) throws IOException;
}
