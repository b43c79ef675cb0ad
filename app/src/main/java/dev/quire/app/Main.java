package dev.quire.app;

import java.nio.file.Path;
import java.time.InstantSource;

/// Where the program starts.
public final class Main {
  private Main() {}

  /// Runs a command and ends the process with its exit code.
  @SuppressWarnings("SystemOut")
  public static void main(String... arguments) {
    var shell =
        new Shell(
            System.getenv(),
            Path.of(System.getProperty("user.home")),
            System.out,
            System.err,
            InstantSource.system());
    var exitCode = new CommandLines(shell).run(arguments);
    System.exit(exitCode);
  }
}
