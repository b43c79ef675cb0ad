package dev.quire.server.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Where and how the server listens.
///
/// @param host name or address to bind to
/// @param port TCP port; 0 lets the system choose
/// @param bodyLimitBytes largest request body, measured after decompression
/// @param idleTimeout how long a connection may be silent before it is closed
/// @param connections how many there may be at a time; others wait to be let in
/// @param drainTimeout how long running requests may take to finish at shutdown
/// @param tls the key store to serve TLS with; plain HTTP when empty
public record Listen(
    String host,
    int port,
    long bodyLimitBytes,
    Duration idleTimeout,
    int connections,
    Duration drainTimeout,
    Optional<KeyFile> tls) {
  /// A PKCS #12 key store with one key and its certificates.
  public record KeyFile(Path file, String password) {
    @Override
    public String toString() {
      return "KeyFile[" + file + "]";
    }
  }
}
