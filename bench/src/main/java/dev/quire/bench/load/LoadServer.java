package dev.quire.bench.load;

import dev.quire.bench.LeanClient;
import dev.quire.bench.Unlimited;
import dev.quire.ooxml.XlsxFile;
import dev.quire.server.CannotStart;
import dev.quire.server.QuireServer;
import dev.quire.server.ServerConfig;
import dev.quire.server.service.ServiceSettings;
import dev.quire.server.service.WorkbookService;
import dev.quire.server.token.TokenOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// A server in this process, over a folder on disk and a journal, whose limits on sessions are out
/// of the way.
final class LoadServer implements AutoCloseable {
  /// How long a load lasts at the most.
  private static final Duration LONGEST = Duration.ofHours(2);

  private final Path drive;
  private final QuireServer server;
  private final String token;

  private LoadServer(Path drive, QuireServer server) {
    this.drive = drive;
    this.server = server;
    this.token = server.issuer().orElseThrow().mint(TokenOrder.work("load", Duration.ofHours(12)));
  }

  static LoadServer start(Path folder) throws IOException, CannotStart {
    Path drive = Files.createDirectories(folder.resolve("drive"));
    var settings =
        ServiceSettings.graph(drive, folder.resolve("state")).with(Unlimited.sessions(LONGEST));
    return new LoadServer(
        drive,
        QuireServer.start(
            config(folder.resolve("data")),
            (tokens, clock) -> WorkbookService.open(settings, tokens, clock)));
  }

  /// The usual one, but that connections may be silent for as long as the load lasts.
  private static ServerConfig config(Path data) {
    ServerConfig usual = ServerConfig.development(data);
    return new ServerConfig(
        usual.host(),
        usual.port(),
        usual.tls(),
        usual.data(),
        usual.identity(),
        usual.bodyLimitBytes(),
        LONGEST,
        usual.connections(),
        usual.drainTimeout(),
        usual.clock(),
        usual.log(),
        usual.requestLines());
  }

  /// A new empty workbook.
  void blank(String name) throws IOException {
    Files.write(drive.resolve(name), XlsxFile.blank());
  }

  Path file(String name) {
    return drive.resolve(name);
  }

  Visitor visitor(String book) throws IOException {
    return new Visitor(new LeanClient(server.baseUrl()), token, book);
  }

  /// The port it listens on.
  int port() {
    return server.baseUrl().getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
