package dev.quire.bench.cluster;

import dev.quire.testbed.ObjectServer;
import dev.quire.testbed.PostgresServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A server of a cluster in a process of its own, on wires that can be cut: one to the database,
/// one that the other servers use to reach it.
final class Node implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 90_000;

  private final List<String> command;
  private final Path folder;
  private final int port;
  private final Link database;
  private final Link peers;
  private final Optional<Link> objects;
  private final Duration lease;
  private Process process;

  private Node(List<String> command, Path folder, int port, Stores stores, Duration lease)
      throws IOException {
    this.command = command;
    this.folder = folder;
    this.port = port;
    this.lease = lease;
    this.database = Link.to(stores.database().port());
    this.peers = Link.to(port);
    this.objects =
        stores.objects().isPresent()
            ? Optional.of(Link.to(stores.objects().get().port()))
            : Optional.empty();
    this.process = begin();
  }

  /// @param folder takes the server's data folder and its log
  /// @param stores what it shares with others
  static Node start(List<String> command, Path folder, Stores stores, Duration lease)
      throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      return new Node(command, folder, port, stores, lease);
    }
  }

  private Process begin() throws IOException {
    var line = new ArrayList<>(command);
    line.addAll(
        List.of(
            "serve",
            "--data",
            folder.resolve("data").toString(),
            "--port",
            Integer.toString(port),
            "--auth",
            "none",
            "--cluster",
            PostgresServer.jdbcUrl(database.port()),
            "--node-url",
            "http://127.0.0.1:" + peers.port(),
            "--lease",
            lease.toMillis() + "ms",
            "--save-after",
            "300ms"));
    objects.ifPresent(link -> {
      line.add("--drive");
      line.add("s3://%s/quire?endpoint=http://127.0.0.1:%d".formatted(Stores.BUCKET, link.port()));
    });
    File log = folder.resolve("log").toFile();
    var builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(ObjectServer.environment());
    return builder.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  Link database() {
    return database;
  }

  Link peers() {
    return peers;
  }

  /// The wire to the bucket, if files lie in one.
  Optional<Link> objects() {
    return objects;
  }

  /// Starts it again after it has ended.
  void again() throws IOException {
    process = begin();
  }

  void awaitReady(HttpClient http) throws IOException, InterruptedException {
    long until = System.currentTimeMillis() + PATIENCE_MILLIS;
    var health = HttpRequest.newBuilder(url().resolve("/health")).timeout(Duration.ofSeconds(5));
    while (System.currentTimeMillis() < until && process.isAlive()) {
      try {
        if (http.send(health.build(), BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // It is asked again.
      }
      Thread.sleep(20);
    }
    throw new IOException("the server did not start; see the log in " + folder);
  }

  /// `kill -9`.
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /// Asks it to end, as a service manager does.
  void asksToEnd() {
    process.destroy();
  }

  void awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
  }

  /// Sends a signal, such as STOP.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    kill();
    database.close();
    peers.close();
    if (objects.isPresent()) {
      objects.get().close();
    }
  }
}
