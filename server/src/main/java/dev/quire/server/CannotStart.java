package dev.quire.server;

import dev.quire.server.data.DataFolder;
import java.io.IOException;

/// The server does not start; the message says why, for whoever started it.
public final class CannotStart extends Exception {
  private static final long serialVersionUID = 1;

  private CannotStart(String reason, Throwable cause) {
    super(reason, cause);
  }

  static CannotStart notLoopback(String host, String what) {
    var reason = what + " only while listening on loopback, and " + host + " is not.";
    return new CannotStart(reason, new IllegalArgumentException(host));
  }

  static CannotStart inUse(DataFolder.InUse cause) {
    return new CannotStart(String.valueOf(cause.getMessage()), cause);
  }

  static CannotStart cannotListen(String host, int port, IOException cause) {
    return new CannotStart("Cannot listen on " + host + ":" + port + ": " + cause, cause);
  }

  static CannotStart cannotOpen(String what, IOException cause) {
    return new CannotStart("Cannot open " + what + ": " + cause, cause);
  }
}
