package dev.quire.store;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/// Signed requests to one bucket. A request that the server refuses for the moment (409 of two
/// writers that met, 500, 503) is sent again a few times, with growing, random pauses.
final class S3Bucket {
  /// An answer, and whether the same request was sent before and may have been carried out then.
  record Answer(HttpResponse<byte[]> response, boolean repeated) {
    int status() {
      return response.statusCode();
    }

    /// The first value of a header; empty when there is none.
    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  static final byte[] NO_BODY = {};

  private static final Set<Integer> PASSING = Set.of(409, 500, 502, 503);
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final S3Address address;
  private final SigV4 signature;
  private final InstantSource clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  S3Bucket(S3Address address, S3Credentials credentials, InstantSource clock) {
    this.address = address;
    this.signature = new SigV4(credentials, address.region());
    this.clock = clock;
  }

  Answer get(String key) throws IOException {
    return send("GET", key, "", Map.of(), NO_BODY);
  }

  Answer head(String key) throws IOException {
    return send("HEAD", key, "", Map.of(), NO_BODY);
  }

  /// @param condition a header such as `If-Match`
  Answer put(String key, byte[] body, Map<String, String> condition) throws IOException {
    return send("PUT", key, "", condition, body);
  }

  Answer delete(String key, Map<String, String> condition) throws IOException {
    return send("DELETE", key, "", condition, NO_BODY);
  }

  /// Copies an object inside the bucket.
  Answer copy(String from, String to) throws IOException {
    String source = "/" + SigV4.encodedPath(address.bucket()) + "/" + SigV4.encodedPath(from);
    return send("PUT", to, "", Map.of("x-amz-copy-source", source), NO_BODY);
  }

  /// One page of the keys with a prefix.
  ///
  /// @param query parameters beside the usual ones
  S3Listing list(String prefix, Map<String, String> query) throws IOException {
    var all = new TreeMap<>(query);
    all.put("list-type", "2");
    all.put("encoding-type", "url");
    all.put("prefix", prefix);
    var text = new StringBuilder();
    all.forEach((name, value) ->
        text.append(text.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(SigV4.encoded(value)));
    Answer answer = send("GET", "", text.toString(), Map.of(), NO_BODY);
    if (answer.status() != 200) {
      throw refused("list " + prefix, answer);
    }
    return S3Listing.parse(answer.response().body());
  }

  /// What the server said when it did something else than asked.
  static IOException refused(String what, Answer answer) {
    return new IOException("the S3 server answered %d to %s".formatted(answer.status(), what));
  }

  private Answer send(
      String method, String key, String query, Map<String, String> headers, byte[] body)
      throws IOException {
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; ; attempt++) {
      HttpResponse<byte[]> response = once(method, key, query, headers, body);
      if (attempt == ATTEMPTS || !PASSING.contains(response.statusCode())) {
        return new Answer(response, attempt > 1);
      }
      sleep(pause + ThreadLocalRandom.current().nextLong(pause));
      pause *= 2;
    }
  }

  private HttpResponse<byte[]> once(
      String method, String key, String query, Map<String, String> headers, byte[] body)
      throws IOException {
    var uri = address.uri(key, query);
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER)
            .method(
                method,
                body.length == 0 && !method.equals("PUT")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    signature
        .headers(method, uri, signed(headers), body, clock.instant())
        .forEach((name, value) -> request.header(name, value));
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  /// The protocol wants its own headers signed.
  private static Map<String, String> signed(Map<String, String> headers) {
    var own = new TreeMap<>(headers);
    own.keySet().removeIf(name -> !name.startsWith("x-amz-"));
    return own;
  }

  private static void sleep(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
