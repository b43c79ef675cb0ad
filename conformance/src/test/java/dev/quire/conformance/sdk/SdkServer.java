package dev.quire.conformance.sdk;

import dev.quire.server.CannotStart;
import dev.quire.server.Identity;
import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A server on a free port over a folder of workbooks, as an application's own tests would start
/// it.
final class SdkServer implements AutoCloseable {
  private final QuireServer server;
  private final Path drive;

  private SdkServer(QuireServer server, Path drive) {
    this.server = server;
    this.drive = drive;
  }

  /// Plain HTTP; each request needs a token.
  static SdkServer start(Path folder) throws IOException, CannotStart {
    return start(folder, ServerConfig.development(folder.resolve("data")));
  }

  /// Plain HTTP; requests without a token are the default user's.
  static SdkServer startWithoutTokens(Path folder) throws IOException, CannotStart {
    var config = ServerConfig.development(folder.resolve("data"));
    return start(folder, config.withIdentity(new Identity.Development(true)));
  }

  /// TLS with a certificate of the local authority; each request needs a token.
  static SdkServer startWithTls(Path folder) throws IOException, CannotStart {
    var plain = ServerConfig.development(folder.resolve("data"));
    return start(
        folder,
        new ServerConfig(
            "localhost",
            plain.port(),
            true,
            plain.data(),
            plain.identity(),
            plain.bodyLimitBytes(),
            plain.idleTimeout(),
            plain.connections(),
            plain.drainTimeout(),
            plain.clock(),
            plain.log(),
            plain.requestLines()));
  }

  private static SdkServer start(Path folder, ServerConfig config) throws IOException, CannotStart {
    Path drive = Files.createDirectories(folder.resolve("drive"));
    var settings = ServiceSettings.graph(drive, folder.resolve("state"));
    var server =
        QuireServer.start(config, (tokens, clock) -> WorkbookService.open(settings, tokens, clock));
    return new SdkServer(server, drive);
  }

  /// Scheme, host and port.
  String url() {
    return server.baseUrl().toString();
  }

  /// A token that opens everything the workbook API does.
  String token() {
    return server.issuer().orElseThrow().mint(TokenOrder.work("ada", Duration.ofHours(1)));
  }

  /// The certificate to trust; empty without TLS.
  Optional<Path> authorityFile() {
    return server.authorityFile();
  }

  /// The folder that is served.
  Path drive() {
    return drive;
  }

  /// Puts a file into the drive.
  void put(String path, byte[] bytes) throws IOException {
    Path file = drive.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  @Override
  public void close() {
    server.close();
  }
}
