package dev.quire.graph.gate;

import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import java.util.Optional;

/// Which server answers requests about a file, where several share the files. Each file is one
/// server's at a time.
public interface Placement {
  /// A server that is alone answers everything itself.
  Placement ALONE =
      new Placement() {
        @Override
        public boolean isAlone() {
          return true;
        }

        @Override
        public Side find(String driveId, String itemId) {
          throw new IllegalStateException("nobody else is there");
        }
      };

  /// Whether there are no other servers, so that nobody needs to be found.
  default boolean isAlone() {
    return false;
  }

  /// The name of this server among the others; empty when it is alone.
  default String server() {
    return "";
  }

  /// A server by its name; nothing when it is this one, or is not there any more.
  default Optional<There> server(String name) {
    return Optional.empty();
  }

  /// Who answers requests about a file at this moment.
  Side find(String driveId, String itemId);

  /// The same for files that a request is about beside its own, such as the one that a copy
  /// replaces. They may be anywhere, also when the request itself may go no further.
  default Placement others() {
    return this;
  }

  /// A server, as seen from this one.
  sealed interface Side {}

  /// This server, until this is closed.
  non-sealed interface Here extends Side, AutoCloseable {
    /// Whether what was read before this was asked may be told.
    boolean isStill();

    @Override
    void close();
  }

  /// Another server.
  ///
  /// @param forwarding has requests answered there
  record There(Forwarding forwarding) implements Side {}

  /// Has a request answered by another server.
  @FunctionalInterface
  interface Forwarding {
    /// The answer of whoever looks after the file.
    ///
    /// @param caller who asks, which has been verified
    /// @param here answers the request when the file comes to this server meanwhile
    GraphResponse answer(GraphRequest request, Caller caller, GraphHandler here);
  }
}
