package dev.quire.server.cluster;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Shows that a request comes from a server of the same cluster, and not long ago: HMAC-SHA-256
/// over the time, the head and the body.
///
/// @param secret what only servers of the cluster know
/// @param clock the system's time, which the machines of a cluster agree upon roughly
record Signature(String secret, InstantSource clock) {
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration LIFE = Duration.ofMinutes(2);

  String of(String head, byte[] body) {
    long now = clock.millis();
    return now + ":" + HexFormat.of().formatHex(mac(now, head, body));
  }

  boolean isGood(String signature, String head, byte[] body) {
    int colon = signature.indexOf(':');
    if (colon < 1 || !signature.substring(0, colon).matches("\\d{1,15}")) {
      return false;
    }
    long then = Long.parseLong(signature.substring(0, colon));
    byte[] shown = signature.substring(colon + 1).getBytes(StandardCharsets.US_ASCII);
    byte[] right =
        HexFormat.of().formatHex(mac(then, head, body)).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(shown, right)
        && Math.abs(clock.millis() - then) <= LIFE.toMillis();
  }

  private byte[] mac(long time, String head, byte[] body) {
    return mac(time + "\n" + head + "\n", body);
  }

  /// Another secret of the cluster, from which nobody finds this one.
  ///
  /// @param purpose what it is for
  /// @return 32 bytes
  byte[] derived(String purpose) {
    return mac(purpose, new byte[0]);
  }

  private byte[] mac(String head, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
