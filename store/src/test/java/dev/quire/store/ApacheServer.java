package dev.quire.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The Apache HTTP server with its WebDAV module, if this machine has one.
final class ApacheServer implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/sbin/apache2");
  private static final Path MODULES = Path.of("/usr/lib/apache2/modules");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String CONFIGURATION =
      """
      ServerRoot "%1$s"
      ServerName localhost
      Listen 127.0.0.1:%2$d
      PidFile "%1$s/pid"
      ErrorLog "%1$s/errors"
      User www-data
      Group www-data
      LoadModule mpm_event_module %3$s/mod_mpm_event.so
      LoadModule authn_core_module %3$s/mod_authn_core.so
      LoadModule authz_core_module %3$s/mod_authz_core.so
      LoadModule dav_module %3$s/mod_dav.so
      LoadModule dav_fs_module %3$s/mod_dav_fs.so
      DocumentRoot "%1$s/files"
      DavLockDB "%1$s/locks/db"
      <Directory "%1$s/files">
        Dav On
        Require all granted
      </Directory>
      """;

  private final Process process;
  private final Path folder;
  private final int port;

  private ApacheServer(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  static boolean isThere() {
    return Files.isExecutable(PROGRAM) && Files.exists(MODULES.resolve("mod_dav_fs.so"));
  }

  static ApacheServer start() throws IOException, InterruptedException {
    Path folder = open(Files.createTempDirectory("quire-webdav"));
    open(Files.createDirectory(folder.resolve("files")));
    open(Files.createDirectory(folder.resolve("locks")));
    int port = freePort();
    Path file = folder.resolve("conf");
    Files.writeString(file, CONFIGURATION.formatted(folder, port, MODULES));
    Process process =
        new ProcessBuilder(PROGRAM.toString(), "-X", "-f", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    var server = new ApacheServer(process, folder, port);
    server.awaitReady();
    return server;
  }

  /// The server changes its user, who has to write here.
  private static Path open(Path folder) throws IOException {
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      try {
        new WebDavServer(address("")).look("", 0);
        return;
      } catch (IOException notYet) {
        Thread.sleep(50);
      }
    }
    close();
    throw new IOException("Apache does not start: " + Files.readAllLines(folder.resolve("output")));
  }

  /// A folder of the server; made when it is absent.
  WebDavAddress folder(String name) throws IOException {
    new WebDavServer(address("")).makeFolder(name + "/");
    return address(name + "/");
  }

  /// Where the files of a folder lie, for other programs.
  Path files(String name) {
    return folder.resolve("files").resolve(name);
  }

  private WebDavAddress address(String path) {
    return new WebDavAddress(
        URI.create("http://127.0.0.1:" + port + "/" + SigV4.encodedPath(path)),
        Optional.empty(),
        "");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    Disk.remove(folder);
  }
}
