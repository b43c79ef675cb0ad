package dev.quire.ooxml.crypt;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A package that was opened with a password, and how to close it again in the same way.
public final class ProtectedPackage {
  private static final String INFO = "EncryptionInfo";
  private static final String CONTENT = "EncryptedPackage";

  /// Excel encrypts with it where there is something to protect and no password, and opens such
  /// files without asking (Apache POI, `Decryptor.DEFAULT_PASSWORD`, O).
  private static final String KNOWN_TO_ALL = "VelvetSweatshop";

  private final Storage container;
  private final Scheme scheme;
  private final String password;
  private final byte[] content;

  private ProtectedPackage(Storage container, Scheme scheme, String password, byte[] content) {
    this.container = container;
    this.scheme = scheme;
    this.password = password;
    this.content = content;
  }

  /// Opens a compound file with an encrypted package: with the password that is given, or with the
  /// one that Excel tries before it asks for any.
  ///
  /// @throws XlsxFault.WrongPassword when the password is another
  /// @throws XlsxFault.Encrypted when one is needed and none is given
  public static ProtectedPackage open(byte[] file, Optional<String> password, XlsxLimits limits) {
    Storage container = CompoundReader.read(file);
    byte[] stream = stream(container, CONTENT);
    Scheme scheme = scheme(stream(container, INFO), limits);
    return Stream.concat(password.stream(), Stream.of(KNOWN_TO_ALL))
        .flatMap(each ->
            scheme.key(each).stream()
                .map(key ->
                    new ProtectedPackage(container, scheme, each, scheme.decrypt(key, stream))))
        .findFirst()
        .orElseThrow(
            () -> password.isEmpty() ? new XlsxFault.Encrypted() : new XlsxFault.WrongPassword());
  }

  private static byte[] stream(Storage container, String name) {
    byte[] found = container.streams().get(name);
    if (found == null || found.length < 8) {
      throw new XlsxFault.Damaged(name, -1, "the stream is missing");
    }
    return found;
  }

  /// By the two version numbers: 4.4 is agile, x.2 standard (MS-OFFCRYPTO §2.3.4).
  private static Scheme scheme(byte[] info, XlsxLimits limits) {
    int major = info[0] | info[1] << 8;
    int minor = info[2] | info[3] << 8;
    if (major == 4 && minor == 4) {
      return AgileScheme.of(info, limits);
    }
    if (minor == 2 && major >= 2 && major <= 4) {
      return StandardScheme.of(info);
    }
    throw new XlsxFault.Encrypted("the way in which it is encrypted is not known");
  }

  /// The package without its protection. Not a copy.
  public byte[] content() {
    return content;
  }

  /// Whether this is the password, or none is needed.
  public boolean isOpenedBy(Optional<String> given) {
    return password.equals(KNOWN_TO_ALL)
        || given
            .filter(each ->
                MessageDigest.isEqual(
                    password.getBytes(StandardCharsets.UTF_8),
                    each.getBytes(StandardCharsets.UTF_8)))
            .isPresent();
  }

  /// Another package closed with the same password in the same way, its keys made anew.
  public byte[] close(byte[] changed, RandomGenerator random) {
    Scheme.Sealed closed = scheme.encrypt(changed, password, random);
    return CompoundWriter.write(
        container.with(Map.of(INFO, closed.info(), CONTENT, closed.content())));
  }
}
