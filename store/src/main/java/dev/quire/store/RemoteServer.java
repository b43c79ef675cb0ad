package dev.quire.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/// A connection to a server that keeps our files.
///
/// Such a server closes connections that it finds idle, and that shows only when the next request
/// gets no answer (RFC 9112, 9.3.1). So a request without an answer is sent once more, and who asks
/// is told that it was: everything here is the same when done twice, apart from its answer.
final class RemoteServer {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /// What a slow line still carries.
  private static final long BYTES_PER_SECOND = 500_000;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /// Gives a request its method and body: an empty one counts only with PUT.
  static HttpRequest.Builder with(HttpRequest.Builder request, String method, byte[] body) {
    boolean isEmpty = body.length == 0 && !method.equals("PUT");
    return request.method(
        method, isEmpty ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
  }

  /// Sends a request.
  ///
  /// @throws IOException when the server cannot be reached, says nothing in ten seconds and what a
  ///   slow line needs for the body, or twice lets the request go unanswered
  RemoteAnswer send(HttpRequest.Builder builder) throws IOException {
    HttpRequest draft = builder.build();
    long bytes = draft.bodyPublisher().map(BodyPublisher::contentLength).orElse(0L);
    HttpRequest request =
        builder.timeout(ANSWER.plusSeconds(Math.max(0, bytes) / BYTES_PER_SECOND)).build();
    try {
      return once(request, false);
    } catch (HttpTimeoutException | ConnectException | InterruptedIOException e) {
      throw e;
    } catch (IOException unanswered) {
      return again(request, unanswered);
    }
  }

  private RemoteAnswer again(HttpRequest request, IOException unanswered) throws IOException {
    try {
      return once(request, true);
    } catch (IOException e) {
      e.addSuppressed(unanswered);
      throw e;
    }
  }

  private RemoteAnswer once(HttpRequest request, boolean repeated) throws IOException {
    try {
      return new RemoteAnswer(client.send(request, BodyHandlers.ofByteArray()), repeated);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
