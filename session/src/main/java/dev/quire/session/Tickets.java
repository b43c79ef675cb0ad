package dev.quire.session;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Makes session ids of the awkward shape that real ones have (semantics §1.2): base64 with
/// padding, over 200 characters, of a text with `=` and `&` in it. Clients that mistreat any of
/// that fail here as they would in the cloud. 128 random bits make them unguessable, 122 more come
/// with the GUID.
final class Tickets {
  private static final int RANDOM_BYTES = 16;
  private final RandomGenerator random;

  /// @param random a source that nobody can foresee
  Tickets(RandomGenerator random) {
    this.random = random;
  }

  String next() {
    var secret = new byte[RANDOM_BYTES];
    random.nextBytes(secret);
    String text =
        "cluster=QRE1&session=15.QRE1PEPF00000001.A1.1.V25.%s14.5.en-US5.en-US24.0-Private1.S1.N16.16.0.0.14.5.en-US5.en-US1.V1.N0.1.S&usid=%s"
            .formatted(HexFormat.of().formatHex(secret), Guids.next(random));
    return Base64.getEncoder().encodeToString(padded(text).getBytes(StandardCharsets.US_ASCII));
  }

  /// Blanks in front of the end until base64 closes with two padding characters.
  private static String padded(String text) {
    return text + ".".repeat((4 - text.length() % 3) % 3);
  }
}
