package dev.quire.server.service;

import dev.quire.graph.gate.Courier;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Sends notifications to the hosts that the owner of the server has named, and to this machine
/// while the server is one for development. Follows no redirects: they could lead to others.
final class HttpCourier implements Courier, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String NO_URL = "It has to be a URL of http or https.";
  private static final int LONGEST_ANSWER_BYTES = 64 * 1024;

  private final Set<String> hosts;
  private final boolean development;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// @param hosts names of hosts, in lower case
  /// @param development whether this machine may be talked to, without TLS too
  HttpCourier(Set<String> hosts, boolean development) {
    this.hosts = Set.copyOf(hosts);
    this.development = development;
  }

  @Override
  public Optional<String> refusal(String address) {
    Optional<URI> url = url(address);
    return url.isPresent() ? refusal(url.get()) : Optional.of(NO_URL);
  }

  /// An address with a host and nothing that is not sent or not wanted.
  private static Optional<URI> url(String address) {
    try {
      return Optional.of(new URI(address))
          .filter(url -> url.getHost() != null)
          .filter(url -> url.getUserInfo() == null && url.getFragment() == null);
    } catch (URISyntaxException garbled) {
      return Optional.empty();
    }
  }

  private Optional<String> refusal(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = url.getHost().toLowerCase(Locale.ROOT);
    if (development && isLoopback(host) && (scheme.equals("http") || scheme.equals("https"))) {
      return Optional.empty();
    }
    if (!hosts.contains(host)) {
      return Optional.of(
          "This server sends no notifications to '%s'. The hosts that it may send them to are named by its setting --notify-hosts."
              .formatted(host));
    }
    return scheme.equals("https")
        ? Optional.empty()
        : Optional.of("Notifications go to addresses of https only.");
  }

  /// By its spelling, not by what a name stands for at the moment.
  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.equals("[::1]")
        || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
  }

  @Override
  public Receipt post(String address, String mediaType, byte[] body) throws IOException {
    URI url = url(address).orElseThrow(() -> new IOException(NO_URL));
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", mediaType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      HttpResponse<String> answer =
          http.send(request, BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST_ANSWER_BYTES));
      return new Receipt(answer.statusCode(), answer.body());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (IllegalArgumentException impossible) {
      throw new IOException(impossible.getMessage(), impossible);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
