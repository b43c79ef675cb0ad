package dev.quire.server.cluster;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.gate.Caller;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// All of a request but its body, and who sent it, as one text of letters that a header may have.
///
/// @param request the request; its body is not looked at
record Head(GraphRequest request, Caller caller) {
  private static final int FIXED = 9;
  private static final String QUERY = "?";

  /// What concerns one connection only (RFC 9110 §7.6.1), what was settled with the client before,
  /// and the token, in whose place the caller stands.
  private static final Set<String> LEFT_OUT =
      Set.of(
          "authorization",
          "accept-encoding",
          "connection",
          "content-encoding",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  String text() {
    var words = new ArrayList<String>();
    words.add(request.method());
    words.add(request.rawPath());
    words.add(request.rawQuery().map(QUERY::concat).orElse(""));
    words.add(request.origin());
    words.add(request.requestId());
    words.add(request.remote());
    words.add(caller.userId());
    words.add(caller.userName());
    words.add(caller.account().name().toLowerCase(Locale.ROOT));
    words.add(String.join(",", new TreeSet<>(caller.grants())));
    request
        .headers()
        .fields()
        .forEach((name, values) -> {
          if (!LEFT_OUT.contains(name)) {
            values.forEach(value -> {
              words.add(name);
              words.add(value);
            });
          }
        });
    return String.join(
        "&", words.stream().map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8)).toList());
  }

  /// What [#text] was made of.
  ///
  /// @param token stands for the caller in the request
  /// @throws IllegalArgumentException when the text was not made so
  static Head of(String text, byte[] body, String token) {
    List<String> words =
        Arrays.stream(text.split("&", -1))
            .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
            .toList();
    if (words.size() <= FIXED || (words.size() - FIXED) % 2 == 0) {
      throw new IllegalArgumentException("a head of %d words".formatted(words.size()));
    }
    Map<String, List<String>> fields = new HashMap<>();
    for (int at = FIXED + 1; at < words.size(); at += 2) {
      fields.computeIfAbsent(words.get(at), _ -> new ArrayList<>()).add(words.get(at + 1));
    }
    String query = words.get(2);
    var request =
        new GraphRequest(
            words.get(0),
            words.get(1),
            query.isEmpty() ? Optional.empty() : Optional.of(query.substring(QUERY.length())),
            Headers.of(fields).with("Authorization", "Bearer " + token),
            new ByteArrayInputStream(body),
            words.get(3),
            words.get(4),
            words.get(5));
    String grants = words.get(FIXED);
    var caller =
        new Caller(
            words.get(6),
            words.get(7),
            Caller.Account.valueOf(words.get(8).toUpperCase(Locale.ROOT)),
            grants.isEmpty() ? Set.of() : Set.of(grants.split(",")));
    return new Head(request, caller);
  }
}
