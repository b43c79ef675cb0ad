package dev.quire.bench.torture;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A server in a process of its own, over one data folder.
public final class Server implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("\"baseUrl\":\"([^\"]+)\"");
  private static final long PATIENCE_MILLIS = 60_000;

  private final Process process;
  private final Path data;

  private Server(Process process, Path data) {
    this.process = process;
    this.data = data;
  }

  /// Starts it without waiting.
  ///
  /// @param command what starts `quire`
  /// @param folder holds `data`, `drive` and `log`
  /// @param saveAfterMillis how long after a write files are saved
  public static Server start(List<String> command, Path folder, int saveAfterMillis)
      throws IOException {
    Path data = folder.resolve("data");
    Files.deleteIfExists(data.resolve("server.json"));
    var line = new ArrayList<>(command);
    line.addAll(
        List.of(
            "serve",
            "--data",
            data.toString(),
            "--drive",
            folder.resolve("drive").toString(),
            "--port",
            "0",
            "--auth",
            "none",
            "--save-after",
            saveAfterMillis + "ms"));
    File log = folder.resolve("log").toFile();
    var builder = new ProcessBuilder(line).redirectErrorStream(true);
    return new Server(builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start(), data);
  }

  /// Waits until it says where it is.
  public URI ready() throws IOException, InterruptedException {
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (System.currentTimeMillis() < until && process.isAlive()) {
      Optional<URI> address = address();
      if (address.isPresent()) {
        return address.get();
      }
      Thread.sleep(10);
    }
    throw new IOException("the server did not start; see the log beside " + data);
  }

  private Optional<URI> address() throws IOException {
    Path file = data.resolve("server.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var found = ADDRESS.matcher(Files.readString(file).replace("\\/", "/"));
    return found.find() ? Optional.of(URI.create(found.group(1))) : Optional.empty();
  }

  /// Asks it to end, as a service manager does.
  void asksToEnd() {
    process.destroy();
  }

  /// Processor time that it has taken so far, if the system tells.
  public Optional<Duration> cpu() {
    return process.info().totalCpuDuration();
  }

  /// Kills it as `kill -9` does.
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
    }
  }
}
