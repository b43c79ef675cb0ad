package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests to a folder of a WebDAV server (RFC 4918).
final class WebDavServer {
  static final byte[] NO_BODY = {};

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private static final byte[] LOOK =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <D:propfind xmlns:D="DAV:"><D:prop><D:resourcetype/><D:getetag/><D:getcontentlength/>\
      <D:getlastmodified/></D:prop></D:propfind>
      """
          .getBytes(UTF_8);
  private static final byte[] LOCK =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <D:lockinfo xmlns:D="DAV:"><D:lockscope><D:exclusive/></D:lockscope>\
      <D:locktype><D:write/></D:locktype><D:owner>quire</D:owner></D:lockinfo>
      """
          .getBytes(UTF_8);
  private static final Map<String, String> XML = Map.of("Content-Type", "application/xml");

  /// How long a lock outlives us, should we end while we hold it.
  private static final String LOCK_TIMEOUT = "Second-60";

  private final WebDavAddress address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  WebDavServer(WebDavAddress address) {
    this.address = address;
  }

  /// What the server says about a path, and about what lies in it when `depth` is 1; nothing when
  /// there is no such resource.
  Optional<List<WebDavResource>> look(String path, int depth) throws IOException {
    var answer = send("PROPFIND", path, with(XML, "Depth", Integer.toString(depth)), LOOK);
    return switch (answer.statusCode()) {
      case 207 -> Optional.of(WebDavResource.parse(address.url().getRawPath(), answer.body()));
      case 404, 409 -> Optional.empty();
      default -> {
        // What Apache says about something below a file.
        if (answer.statusCode() == 400 && path.contains("/")) {
          yield Optional.empty();
        }
        throw refused("look at " + path, answer);
      }
    };
  }

  /// The header that shows a lock on this path, and on no other: not on the folder around it.
  Map<String, String> holding(String path, String token) {
    return Map.of("If", "<%s> (%s)".formatted(address.uri(path), token));
  }

  /// Whether the server can lock what it holds.
  boolean locks() throws IOException {
    var answer = send("OPTIONS", "", Map.of(), NO_BODY);
    return answer.headers().allValues("DAV").stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .anyMatch(word -> word.strip().equals("2"));
  }

  /// Takes the right to write, which keeps everybody else from writing.
  HttpResponse<byte[]> lock(String path) throws IOException {
    return send("LOCK", path, with(with(XML, "Depth", "0"), "Timeout", LOCK_TIMEOUT), LOCK);
  }

  /// Gives the right to write back.
  void unlock(String path, String token) throws IOException {
    send("UNLOCK", path, Map.of("Lock-Token", token), NO_BODY);
  }

  HttpResponse<byte[]> get(String path) throws IOException {
    return send("GET", path, Map.of(), NO_BODY);
  }

  HttpResponse<byte[]> put(String path, byte[] body, Map<String, String> headers)
      throws IOException {
    return send("PUT", path, headers, body);
  }

  HttpResponse<byte[]> delete(String path, Map<String, String> headers) throws IOException {
    return send("DELETE", path, headers, NO_BODY);
  }

  HttpResponse<byte[]> makeFolder(String path) throws IOException {
    return send("MKCOL", path, Map.of(), NO_BODY);
  }

  HttpResponse<byte[]> move(String from, String to) throws IOException {
    return send(
        "MOVE", from, Map.of("Destination", address.uri(to).toString(), "Overwrite", "F"), NO_BODY);
  }

  static IOException refused(String what, HttpResponse<?> answer) {
    return new IOException(
        "the WebDAV server answered %d to %s".formatted(answer.statusCode(), what));
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return more;
  }

  private HttpResponse<byte[]> send(
      String method, String path, Map<String, String> headers, byte[] body) throws IOException {
    var request =
        HttpRequest.newBuilder(address.uri(path))
            .timeout(ANSWER)
            .method(
                method,
                body.length == 0 && !method.equals("PUT")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    address
        .user()
        .map(user -> (user + ":" + address.password()).getBytes(UTF_8))
        .ifPresent(pair ->
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
