package dev.quire.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// What surrounds a command: handed in, so that tests can be their own surroundings.
///
/// @param environment the environment variables
/// @param home the user's home folder
/// @param out what was asked for
/// @param err everything else
/// @param clock the system's time
record Shell(
    Map<String, String> environment,
    Path home,
    PrintStream out,
    PrintStream err,
    InstantSource clock) {
  Places places() {
    return new Places(environment, home);
  }
}
