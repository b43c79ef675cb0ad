package dev.quire.bench.filing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/// Carries requests to a server.
///
/// @param server which one, asked for each request
/// @param tries how often a request that could not even be sent is sent, each time to the server
///   that is named then
public record Wire(HttpClient http, Supplier<URI> server, int tries) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 50;

  /// @throws IOException when there is no answer: it may have been carried out, or may yet be
  HttpResponse<byte[]> send(String method, String path, Map<String, String> headers, byte[] body)
      throws IOException, InterruptedException {
    for (int tried = 1; ; tried++) {
      try {
        var request =
            HttpRequest.newBuilder(server.get().resolve(path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofByteArray());
      } catch (ConnectException notSent) {
        if (tried >= tries) {
          throw notSent;
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /// What a server says that is well again, or soon will be.
  ///
  /// @throws IOException when none does for too long
  HttpResponse<byte[]> ask(String method, String path, Map<String, String> headers)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (true) {
      String why;
      try {
        var answer = send(method, path, headers, new byte[0]);
        if (answer.statusCode() != 503) {
          return answer;
        }
        why = text(answer);
      } catch (IOException none) {
        why = String.valueOf(none.getMessage());
      }
      if (System.nanoTime() - until > 0) {
        throw new IOException("%s %s has no answer: %s".formatted(method, path, why));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  static ByteArrayInputStream stream(HttpResponse<byte[]> answer) {
    return new ByteArrayInputStream(answer.body());
  }
}
