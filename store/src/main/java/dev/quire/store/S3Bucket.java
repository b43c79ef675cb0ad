package dev.quire.store;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/// Signed requests to one bucket. A request that the server refuses for the moment (409 of two
/// writers that met, 500, 503) is sent again a few times, with growing, random pauses.
final class S3Bucket {
  static final byte[] NO_BODY = {};

  private static final Set<Integer> PASSING = Set.of(409, 500, 502, 503);
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 20;

  private final S3Address address;
  private final SigV4 signature;
  private final InstantSource clock;
  private final RemoteServer server = new RemoteServer();

  S3Bucket(S3Address address, S3Credentials credentials, InstantSource clock) {
    this.address = address;
    this.signature = new SigV4(credentials, address.region());
    this.clock = clock;
  }

  RemoteAnswer get(String key) throws IOException {
    return send("GET", key, "", Map.of(), NO_BODY);
  }

  RemoteAnswer head(String key) throws IOException {
    return send("HEAD", key, "", Map.of(), NO_BODY);
  }

  /// @param condition a header such as `If-Match`
  RemoteAnswer put(String key, byte[] body, Map<String, String> condition) throws IOException {
    return send("PUT", key, "", condition, body);
  }

  RemoteAnswer delete(String key, Map<String, String> condition) throws IOException {
    return send("DELETE", key, "", condition, NO_BODY);
  }

  /// Copies an object inside the bucket.
  RemoteAnswer copy(String from, String to) throws IOException {
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
    RemoteAnswer answer = send("GET", "", text.toString(), Map.of(), NO_BODY);
    if (answer.status() != 200) {
      throw refused("list " + prefix, answer);
    }
    return S3Listing.parse(answer.body());
  }

  /// What the server said when it did something else than asked.
  static IOException refused(String what, RemoteAnswer answer) {
    return new IOException("the S3 server answered %d to %s".formatted(answer.status(), what));
  }

  private RemoteAnswer send(
      String method, String key, String query, Map<String, String> headers, byte[] body)
      throws IOException {
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; ; attempt++) {
      RemoteAnswer answer = once(method, key, query, headers, body);
      if (attempt == ATTEMPTS || !PASSING.contains(answer.status())) {
        return new RemoteAnswer(answer.response(), answer.repeated() || attempt > 1);
      }
      Pause.ofMillis(pause + ThreadLocalRandom.current().nextLong(pause));
      pause *= 2;
    }
  }

  private RemoteAnswer once(
      String method, String key, String query, Map<String, String> headers, byte[] body)
      throws IOException {
    var uri = address.uri(key, query);
    var request = RemoteServer.with(HttpRequest.newBuilder(uri), method, body);
    headers.forEach(request::header);
    signature
        .headers(method, uri, signed(headers), body, clock.instant())
        .forEach((name, value) -> request.header(name, value));
    return server.send(request);
  }

  /// The protocol wants its own headers signed.
  private static Map<String, String> signed(Map<String, String> headers) {
    var own = new TreeMap<>(headers);
    own.keySet().removeIf(name -> !name.startsWith("x-amz-"));
    return own;
  }
}
