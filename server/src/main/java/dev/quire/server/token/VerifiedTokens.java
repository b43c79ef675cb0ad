package dev.quire.server.token;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.quire.graph.gate.Caller;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Remembers for a while whose signature was right, since verifying one costs more than most
/// requests. Issuer, audience and times are checked anew for each request; only a key that its
/// issuer withdraws keeps working until the memory ends.
final class VerifiedTokens {
  private static final int MOST = 10_000;
  private static final long LIFE_NANOS = Duration.ofMinutes(5).toNanos();

  /// A token whose signature was right.
  ///
  /// @param caller whom its claims name
  record Verified(JWTClaimsSet claims, Caller caller, long sinceNanos) {}

  private final ConcurrentMap<String, Verified> verified = new ConcurrentHashMap<>();

  /// A token whose signature has been verified lately.
  Optional<Verified> find(String token) {
    Verified found = verified.get(token);
    if (found == null) {
      return Optional.empty();
    }
    if (System.nanoTime() - found.sinceNanos() > LIFE_NANOS) {
      verified.remove(token, found);
      return Optional.empty();
    }
    return Optional.of(found);
  }

  /// Remembers a token. Too many of them are forgotten together: keeping track of their use would
  /// cost every request, and so many callers are rare.
  Verified remember(String token, JWTClaimsSet claims, Caller caller) {
    if (verified.size() >= MOST) {
      verified.clear();
    }
    var right = new Verified(claims, caller, System.nanoTime());
    verified.put(token, right);
    return right;
  }
}
