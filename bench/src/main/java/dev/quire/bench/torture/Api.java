package dev.quire.bench.torture;

import dev.quire.bench.filing.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/// The workbook API of a running server.
public final class Api implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI server;

  /// @param server where it listens
  public Api(URI server) {
    this.server = server;
  }

  /// The same for those who do more than this can.
  Wire wire() {
    return new Wire(http, () -> server, 1);
  }

  /// A file at the root of the drive.
  public static String file(String book) {
    return "/v1.0/me/drive/root:/" + book;
  }

  /// The workbook in a file at the root of the drive.
  public static String workbook(String book) {
    return file(book) + ":/workbook";
  }

  /// Sends a request and waits for its answer.
  ///
  /// @throws IOException when there is no answer
  public HttpResponse<byte[]> send(String method, String path, Optional<String> ticket, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    ticket.ifPresent(id -> request.header("workbook-session-id", id));
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
