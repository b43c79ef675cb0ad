package dev.quire.server.control;

import dev.quire.server.data.DataFolder;
import dev.quire.server.http.Json;
import dev.quire.server.tls.LocalAuthority;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/// The other end of [ControlPages]: how commands reach a running server, with the secret from its
/// data folder.
public final class ControlClient implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI baseUrl;
  private final String authorization;

  private ControlClient(HttpClient http, URI baseUrl, String authorization) {
    this.http = http;
    this.baseUrl = baseUrl;
    this.authorization = authorization;
  }

  /// A client for the server at `baseUrl` that uses `data`.
  public static ControlClient open(DataFolder data, URI baseUrl) throws IOException {
    var http =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
    if ("https".equals(baseUrl.getScheme())) {
      http.sslContext(LocalAuthority.trustOf(data.tls()));
    }
    return new ControlClient(http.build(), baseUrl, "Bearer " + data.controlSecret());
  }

  /// How a control is now.
  ///
  /// @throws IOException when no server answers, or it refuses; the message says which
  public Map<String, Object> state(String name) throws IOException, InterruptedException {
    return send(request(name).GET());
  }

  /// Changes a control.
  ///
  /// @throws IOException when no server answers, or it refuses; the message says which
  public Map<String, Object> change(String name, Map<String, Object> order)
      throws IOException, InterruptedException {
    return send(
        request(name)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(order))));
  }

  @Override
  public void close() {
    http.close();
  }

  private HttpRequest.Builder request(String name) {
    return HttpRequest.newBuilder(baseUrl.resolve(ControlPages.ROOT + "/" + name))
        .timeout(PATIENCE)
        .header("Authorization", authorization);
  }

  private Map<String, Object> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      var body = Json.read(answer.body()).orElse(Map.of());
      if (answer.statusCode() != 200) {
        throw new IOException("The server at " + baseUrl + " refused: " + message(body));
      }
      return body;
    } catch (ConnectException nobody) {
      throw new IOException("No server answers at " + baseUrl + ".", nobody);
    }
  }

  private static String message(Map<String, Object> body) {
    return body.get("error") instanceof Map<?, ?> error
        ? String.valueOf(error.get("message"))
        : "no reason given";
  }
}
