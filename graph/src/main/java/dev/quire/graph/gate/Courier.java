package dev.quire.graph.gate;

import java.io.IOException;
import java.util.Optional;

/// Carries messages to addresses that clients have named. Implemented by the server, which knows
/// sockets, and whom it may talk to: by default to nobody.
public interface Courier {
  /// Carries nothing to anybody.
  Courier NONE =
      new Courier() {
        @Override
        public Optional<String> refusal(String address) {
          return Optional.of("This server sends no notifications.");
        }

        @Override
        public Receipt post(String address, String mediaType, byte[] body) throws IOException {
          throw new IOException("this server sends nothing");
        }
      };

  /// Why nothing may be sent to an address, as a sentence; nothing when it may.
  ///
  /// @param address what a client named; perhaps no URL at all
  Optional<String> refusal(String address);

  /// Sends a message and waits for the answer, not for long.
  ///
  /// @throws IOException when there is no answer, or none of a usual size
  Receipt post(String address, String mediaType, byte[] body) throws IOException;

  /// What the other side has answered.
  record Receipt(int status, String body) {}
}
