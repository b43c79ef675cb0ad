package dev.quire.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// SHA-256 without checked exceptions: every Java has it.
public final class Sha256 {
  private Sha256() {}

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /// The hash of these bytes, hexadecimal, lower case.
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  /// The hash of all bytes of a buffer, hexadecimal, lower case.
  public static String hex(ByteBuffer bytes) {
    return HexFormat.of().formatHex(of(bytes));
  }

  static byte[] of(ByteBuffer bytes) {
    MessageDigest digest = digest();
    digest.update(bytes.duplicate().clear());
    return digest.digest();
  }

  static byte[] of(byte[] bytes) {
    return digest().digest(bytes);
  }

  /// A number of 63 bits that tells texts apart.
  static long number(String text) {
    byte[] hash = of(text.getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE;
  }

  /// HMAC (RFC 2104) of a text in UTF-8, hexadecimal, lower case.
  static String hexKeyed(byte[] key, String text) {
    return HexFormat.of().formatHex(keyed(key, text));
  }

  /// HMAC (RFC 2104) of a text in UTF-8.
  static byte[] keyed(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }
}
