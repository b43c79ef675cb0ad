package dev.quire.server.tls;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;

/// The extensions (RFC 5280 §4.2) of the two certificates that are made here.
final class Extensions {
  private static final byte[] LOOPBACK_V4 = {127, 0, 0, 1};
  private static final byte[] LOOPBACK_V6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  /// Address and mask: all of 127.0.0.0/8.
  private static final byte[] RANGE_V4 = {127, 0, 0, 0, (byte) 0xff, 0, 0, 0};

  private static final int NAME_DNS = 2;
  private static final int NAME_ADDRESS = 7;
  private static final int SIGNS_CERTIFICATES = 0x04;
  private static final int SIGNS = 0x80;

  private Extensions() {}

  /// An authority that may vouch for this machine and for nothing else: whoever steals its key
  /// cannot pose as anybody on the network.
  static byte[] ofAuthority(PublicKey key) {
    var noFurtherAuthorities = Der.integer(BigInteger.ZERO);
    return Der.sequence(
        critical("2.5.29.19", Der.sequence(Der.yes(), noFurtherAuthorities)),
        critical("2.5.29.15", Der.flags(SIGNS_CERTIFICATES)),
        critical("2.5.29.30", Der.sequence(Der.explicit(0, permitted()))),
        plain("2.5.29.14", Der.octets(identifier(key))));
  }

  /// A server that can be called by all names of loopback.
  static byte[] ofServer(PublicKey key, PublicKey authority) {
    var names =
        Der.sequence(
            Der.implicit(NAME_DNS, "localhost".getBytes(StandardCharsets.US_ASCII)),
            Der.implicit(NAME_ADDRESS, LOOPBACK_V4),
            Der.implicit(NAME_ADDRESS, LOOPBACK_V6));
    return Der.sequence(
        critical("2.5.29.15", Der.flags(SIGNS)),
        plain("2.5.29.37", Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"))),
        plain("2.5.29.17", names),
        plain("2.5.29.14", Der.octets(identifier(key))),
        plain("2.5.29.35", Der.sequence(Der.implicit(0, identifier(authority)))));
  }

  private static byte[] permitted() {
    var rangeV6 = new byte[32];
    rangeV6[15] = 1;
    Arrays.fill(rangeV6, 16, 32, (byte) 0xff);
    return Der.join(
        Der.sequence(Der.implicit(NAME_DNS, "localhost".getBytes(StandardCharsets.US_ASCII))),
        Der.sequence(Der.implicit(NAME_ADDRESS, RANGE_V4)),
        Der.sequence(Der.implicit(NAME_ADDRESS, rangeV6)));
  }

  private static byte[] critical(String oid, byte[] value) {
    return Der.sequence(Der.oid(oid), Der.yes(), Der.octets(value));
  }

  private static byte[] plain(String oid, byte[] value) {
    return Der.sequence(Der.oid(oid), Der.octets(value));
  }

  /// Any identifier will do that is the same for the same key.
  private static byte[] identifier(PublicKey key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
