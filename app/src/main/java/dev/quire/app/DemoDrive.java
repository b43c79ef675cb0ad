package dev.quire.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The drive of a server that was given none, so that there is something to try.
final class DemoDrive {
  private DemoDrive() {}

  /// Makes sure that the folder is there. What somebody did to it stays.
  static void seed(Path folder) throws IOException {
    Files.createDirectories(folder);
  }
}
