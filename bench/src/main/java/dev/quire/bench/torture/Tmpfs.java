package dev.quire.bench.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A small disk in memory, which can run full for real. Only the administrator of the machine can
/// have one.
///
/// @param folder where it is mounted
record Tmpfs(Path folder) implements AutoCloseable {
  private static final String SIZE = "size=48m";

  /// @throws IOException when the system does not allow it
  static Tmpfs mount(Path folder) throws IOException {
    Files.createDirectories(folder);
    run(List.of("mount", "-t", "tmpfs", "-o", SIZE, "quire-torture", folder.toString()));
    return new Tmpfs(folder);
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes()).strip();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(told);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  @Override
  public void close() throws IOException {
    run(List.of("umount", folder.toString()));
  }
}
