package dev.quire.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where things lie that nobody gave a place to (XDG Base Directory Specification).
///
/// @param home the user's home folder
record Places(Map<String, String> environment, Path home) {
  /// Keys, sessions and the demo drive.
  Path data() {
    return base("XDG_DATA_HOME", ".local/share").resolve("quire");
  }

  /// The configuration file.
  Path configFile() {
    return base("XDG_CONFIG_HOME", ".config").resolve("quire").resolve("quire.properties");
  }

  /// The specification says that relative paths are to be ignored.
  private Path base(String variable, String usual) {
    return Optional.ofNullable(environment.get(variable))
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(home.resolve(usual));
  }
}
