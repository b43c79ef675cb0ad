package dev.quire.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// Which Quire this is.
final class Version {
  private Version() {}

  /// The version that the build wrote.
  static String text() {
    try (var file = Version.class.getResourceAsStream("version.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .strip();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
