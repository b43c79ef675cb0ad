package dev.quire.graph;

import dev.quire.graph.exchange.GraphRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Addresses that work without a token, as Graph hands them out: whoever knows one may use it,
/// until it expires. They are gone when the server stops. When there are too many, the oldest goes.
final class Links {
  /// Where they lie, behind the version.
  private static final String ROOT = "/v1.0/links/";

  private static final int MOST = 10_000;
  private static final int KEY_BYTES = 24;

  /// What an address leads to.
  sealed interface Target permits Download, UploadSession, CopyReport {
    /// Answers a request to the address.
    Answer answer(GraphRequest request, Link link) throws IOException;
  }

  /// An address that was handed out.
  ///
  /// @param key what has to be known to use it
  /// @param expires when it ends
  record Link(String key, Instant expires, Target target) {
    String url(GraphRequest request) {
      return request.origin() + ROOT + key;
    }
  }

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Link> links = new LinkedHashMap<>();

  Links(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  synchronized Link add(Target target, Duration life) {
    var key = new byte[KEY_BYTES];
    random.nextBytes(key);
    var link =
        new Link(
            Base64.getUrlEncoder().withoutPadding().encodeToString(key),
            clock.instant().plus(life),
            target);
    links.put(link.key(), link);
    if (links.size() > MOST) {
      links.remove(links.keySet().iterator().next());
    }
    return link;
  }

  /// Takes an address back.
  synchronized void remove(Link link) {
    links.remove(link.key());
  }

  static boolean handles(GraphRequest request) {
    return request.rawPath().startsWith(ROOT);
  }

  /// @throws Entry.NoItem when the address was never handed out, or has expired
  Answer answer(GraphRequest request) throws IOException {
    Link link =
        find(request.rawPath().substring(ROOT.length()))
            .orElseThrow(() -> new Entry.NoItem("The link does not exist, or has expired."));
    return link.target().answer(request, link);
  }

  private synchronized Optional<Link> find(String key) {
    Instant now = clock.instant();
    links.values().removeIf(link -> !link.expires().isAfter(now));
    return Optional.ofNullable(links.get(key));
  }
}
