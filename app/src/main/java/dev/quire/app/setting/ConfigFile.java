package dev.quire.app.setting;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/// The configuration file, in the format of [Properties]: `port = 9090`, `#` before a remark.
public final class ConfigFile {
  private static final long LARGEST_BYTES = 1 << 20;

  private ConfigFile() {}

  /// The lines of the file that is named, or else of the usual one if it exists.
  ///
  /// @throws UsageError when a file that is named cannot be read
  public static Map<String, String> read(Optional<Path> named, Path usual) throws UsageError {
    if (named.isEmpty() && Files.notExists(usual)) {
      return Map.of();
    }
    var file = named.orElse(usual);
    var lines = new Properties();
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new UsageError("The configuration file is too large: " + file);
      }
      try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        lines.load(reader);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new UsageError("Cannot read the configuration file: " + unreadable);
    }
    return lines.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, name -> lines.getProperty(name).strip()));
  }
}
