package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Requests to a folder of a WebDAV server (RFC 4918).
final class WebDavServer {
  static final byte[] NO_BODY = {};

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
  private final RemoteServer server = new RemoteServer();

  WebDavServer(WebDavAddress address) {
    this.address = address;
  }

  /// What the server says about a path, and about what lies in it when `depth` is 1; nothing when
  /// there is no such resource.
  Optional<List<WebDavResource>> look(String path, int depth) throws IOException {
    var answer = send("PROPFIND", path, with(XML, "Depth", Integer.toString(depth)), LOOK);
    return switch (answer.status()) {
      case 207 -> Optional.of(WebDavResource.parse(address.url().getRawPath(), answer.body()));
      case 404, 409 -> Optional.empty();
      default -> {
        // What Apache says about something below a file.
        if (answer.status() == 400 && path.contains("/")) {
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
  RemoteAnswer lock(String path) throws IOException {
    return send("LOCK", path, with(with(XML, "Depth", "0"), "Timeout", LOCK_TIMEOUT), LOCK);
  }

  /// Gives the right to write back.
  void unlock(String path, String token) throws IOException {
    send("UNLOCK", path, Map.of("Lock-Token", token), NO_BODY);
  }

  RemoteAnswer get(String path) throws IOException {
    return send("GET", path, Map.of(), NO_BODY);
  }

  RemoteAnswer put(String path, byte[] body, Map<String, String> headers) throws IOException {
    return send("PUT", path, headers, body);
  }

  RemoteAnswer delete(String path, Map<String, String> headers) throws IOException {
    return send("DELETE", path, headers, NO_BODY);
  }

  RemoteAnswer makeFolder(String path) throws IOException {
    return send("MKCOL", path, Map.of(), NO_BODY);
  }

  RemoteAnswer move(String from, String to) throws IOException {
    return send(
        "MOVE", from, Map.of("Destination", address.uri(to).toString(), "Overwrite", "F"), NO_BODY);
  }

  static IOException refused(String what, RemoteAnswer answer) {
    return new IOException("the WebDAV server answered %d to %s".formatted(answer.status(), what));
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return more;
  }

  private RemoteAnswer send(String method, String path, Map<String, String> headers, byte[] body)
      throws IOException {
    var request = RemoteServer.with(HttpRequest.newBuilder(address.uri(path)), method, body);
    headers.forEach(request::header);
    address
        .user()
        .map(user -> (user + ":" + address.password()).getBytes(UTF_8))
        .ifPresent(pair ->
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair)));
    return server.send(request);
  }
}
