package dev.quire.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL with an empty database, on loopback, gone with all it holds when it is closed.
/// Its commits reach the disk as in production.
public final class PostgresServer implements AutoCloseable {
  private static final String NOBODY = "65534";
  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;
  private final Path programs;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private PostgresServer(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  /// Starts one: the machine's own when it has one, otherwise the one that came from the Maven
  /// registry.
  ///
  /// @throws IOException when neither can be had, with the reason
  public static PostgresServer start() throws IOException {
    Path folder = Files.createTempDirectory("quire-postgres");
    try {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
      Path programs = PostgresPrograms.find(folder);
      var server = new PostgresServer(folder, programs, freePort());
      server.begin();
      return server;
    } catch (IOException | RuntimeException refused) {
      delete(folder);
      throw refused;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void begin() throws IOException {
    Path work = Files.createDirectory(folder.resolve("work"));
    if (isRoot()) {
      // PostgreSQL refuses to run as root.
      run(List.of("chown", NOBODY + ":" + NOBODY, work.toString()));
    }
    run(
        asUser(
            "initdb",
            "--pgdata=" + data(),
            "--username=quire",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-locale"));
    run(
        asUser(
            "pg_ctl",
            "--pgdata=" + data(),
            "--log=" + work.resolve("log"),
            "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"
                .formatted(port),
            "--wait",
            "start"));
  }

  private Path data() {
    return folder.resolve("work").resolve("data");
  }

  /// Port on 127.0.0.1.
  public int port() {
    return port;
  }

  /// Where it is, with its user.
  public String jdbcUrl() {
    return jdbcUrl(port);
  }

  /// The same database by way of another port.
  public static String jdbcUrl(int port) {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?user=quire".formatted(port);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private List<String> asUser(String program, String... arguments) {
    var line = new ArrayList<String>();
    if (isRoot()) {
      line.addAll(
          List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--"));
    }
    line.add(programs.resolve(program).toString());
    line.addAll(List.of(arguments));
    return line;
  }

  private void run(List<String> line) throws IOException {
    Path said = Files.createTempFile(folder, "said", ".txt");
    var process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(line + " did not end");
      }
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException(line + " was interrupted", stopped);
    }
    if (process.exitValue() != 0) {
      throw new IOException(line + " failed: " + Files.readString(said));
    }
  }

  /// The address of a new database with nothing in it, on this server. Needs the driver.
  ///
  /// @throws IOException when it cannot be made
  public String emptyDatabase() throws IOException {
    String name = "empty" + databases.incrementAndGet();
    try (var connection = DriverManager.getConnection(jdbcUrl());
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException refused) {
      throw new IOException(refused);
    }
    return jdbcUrl().replace("/postgres?", "/" + name + "?");
  }

  @Override
  public void close() throws IOException {
    try {
      run(asUser("pg_ctl", "--pgdata=" + data(), "--mode=immediate", "--wait", "stop"));
    } finally {
      delete(folder);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
