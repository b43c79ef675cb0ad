package dev.quire.ooxml.crypt;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// A package that was opened with a password, and how to close it again in the same way.
public final class ProtectedPackage {
  private static final String INFO = "EncryptionInfo";
  private static final String CONTENT = "EncryptedPackage";

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

  /// Opens a compound file with an encrypted package.
  ///
  /// @throws XlsxFault.WrongPassword when the password is another
  public static ProtectedPackage open(byte[] file, String password, XlsxLimits limits) {
    Storage container = CompoundReader.read(file);
    byte[] info = stream(container, INFO);
    byte[] stream = stream(container, CONTENT);
    Scheme scheme = scheme(info, limits);
    Optional<byte[]> key = scheme.key(password);
    if (key.isEmpty()) {
      throw new XlsxFault.WrongPassword();
    }
    return new ProtectedPackage(container, scheme, password, scheme.decrypt(key.get(), stream));
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

  /// Whether this is the password.
  public boolean isOpenedBy(String given) {
    return MessageDigest.isEqual(
        password.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /// Another package closed with the same password in the same way, its keys made anew.
  public byte[] close(byte[] changed, RandomGenerator random) {
    Scheme.Sealed closed = scheme.encrypt(changed, password, random);
    return CompoundWriter.write(
        container.with(Map.of(INFO, closed.info(), CONTENT, closed.content())));
  }
}
