package dev.quire.server.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Makes P-256 keys, and certificates signed with them (RFC 5280 §4.1).
final class Certificates {
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final int SERIAL_BITS = 120;
  private static final int VERSION_3 = 2;

  private Certificates() {}

  static KeyPair newKey() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /// A certificate.
  ///
  /// @param subject the common name of the one it is for
  /// @param key its public key
  /// @param extensions as [Extensions] makes them
  /// @param issuer the common name of the one who signs
  /// @param signer the key of the one who signs
  static X509Certificate certificate(
      String subject,
      PublicKey key,
      byte[] extensions,
      String issuer,
      PrivateKey signer,
      Instant now,
      Duration lifetime)
      throws GeneralSecurityException {
    var algorithm = Der.sequence(Der.oid(ECDSA_WITH_SHA256));
    // A day back, for clients whose clocks are a little behind.
    var start = now.minus(1, ChronoUnit.DAYS);
    var content =
        Der.sequence(
            Der.explicit(0, Der.integer(BigInteger.valueOf(VERSION_3))),
            Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS)),
            algorithm,
            name(issuer),
            Der.sequence(Der.time(start), Der.time(now.plus(lifetime))),
            name(subject),
            key.getEncoded(),
            Der.explicit(3, extensions));
    return parse(Der.sequence(content, algorithm, Der.bits(sign(content, signer))));
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text(commonName))));
  }

  private static byte[] sign(byte[] content, PrivateKey key) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key);
    signature.update(content);
    return signature.sign();
  }

  private static X509Certificate parse(byte[] encoded) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }
}
