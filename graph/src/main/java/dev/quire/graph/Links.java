package dev.quire.graph;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.gate.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Addresses that work without a token, as Graph hands them out: whoever knows one may use it,
/// until it expires.
///
/// Most say all that has to be known of them, sealed. Uploads lie in the memory of the server that
/// began them, whose name is in the address; they are gone when it stops, and when there are too
/// many, the oldest goes.
public final class Links {
  /// Where they lie, behind the version.
  private static final String ROOT = "/v1.0/links/";

  private static final String SEALED = "s.";
  private static final int MOST = 10_000;
  private static final int KEY_BYTES = 24;

  /// Stands for whoever knows an address.
  static final Caller ANYBODY = new Caller("anybody", "", Caller.Account.WORK, Set.of());

  /// An address that was handed out.
  ///
  /// @param key what has to be known to use it
  /// @param expires when it ends
  record Link(String key, Instant expires, UploadSession target) {
    String url(GraphRequest request) {
      return request.origin() + ROOT + key;
    }
  }

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Seal seal;
  private final Map<String, Link> links = new LinkedHashMap<>();

  /// @param random for keys, so nobody may foresee it
  /// @param secret 32 bytes that only servers know which answer for one another
  public Links(InstantSource clock, RandomGenerator random, byte[] secret) {
    this.clock = clock;
    this.random = random;
    this.seal = new Seal(secret, random);
  }

  /// For a server that is alone.
  ///
  /// @param random for keys, so nobody may foresee it
  public static Links alone(InstantSource clock, RandomGenerator random) {
    return new Links(clock, random, bytes(random, Seal.SECRET_BYTES));
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    var bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /// A new address that says itself where it leads.
  String url(GraphRequest request, SealedLink link, Duration life) {
    return request.origin() + ROOT + SEALED + seal.close(link.text(clock.instant().plus(life)));
  }

  /// What an address says itself; nothing when it leads to something that a server remembers.
  ///
  /// @throws Entry.NoItem when it is none of ours, or has expired
  Optional<SealedLink> open(GraphRequest request) {
    String key = key(request);
    return key.startsWith(SEALED)
        ? Optional.of(
            seal.open(key.substring(SEALED.length()))
                .flatMap(text -> SealedLink.of(text, clock.instant()))
                .orElseThrow(Links::nowhere))
        : Optional.empty();
  }

  /// @param server the name of this server; empty when it is alone
  synchronized Link add(UploadSession target, Duration life, String server) {
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, KEY_BYTES));
    var link =
        new Link(server.isEmpty() ? key : key + "." + server, clock.instant().plus(life), target);
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

  /// The name of the server that remembers where an address leads; empty when it is alone.
  static String server(GraphRequest request) {
    String key = key(request);
    return key.indexOf('.') < 0 ? "" : key.substring(key.indexOf('.') + 1);
  }

  private static String key(GraphRequest request) {
    return request.rawPath().substring(ROOT.length());
  }

  /// @throws Entry.NoItem when the address was never handed out, or has expired
  Answer answer(GraphRequest request) throws IOException {
    Link link = find(key(request)).orElseThrow(Links::nowhere);
    return link.target().answer(request, link);
  }

  private synchronized Optional<Link> find(String key) {
    Instant now = clock.instant();
    links.values().removeIf(link -> !link.expires().isAfter(now));
    return Optional.ofNullable(links.get(key));
  }

  private static Entry.NoItem nowhere() {
    return new Entry.NoItem("The link does not exist, or has expired.");
  }
}
