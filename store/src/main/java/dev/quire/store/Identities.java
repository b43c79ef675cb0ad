package dev.quire.store;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The identities of a drive's items, those met lately remembered: a request asks for that of its
/// file and of the folder around it several times, and each costs a hash.
final class Identities {
  private static final int MOST = 10_000;

  private final DriveSeed seed;
  private final ConcurrentMap<String, Identity> met = new ConcurrentHashMap<>();

  Identities(DriveSeed seed) {
    this.seed = seed;
  }

  /// The identity of what has this origin; see [DriveSeed#identity].
  Identity of(String origin) {
    Identity known = met.get(origin);
    if (known != null) {
      return known;
    }
    if (met.size() >= MOST) {
      met.clear();
    }
    Identity made = seed.identity(origin);
    met.put(origin, made);
    return made;
  }
}
