package dev.quire.ooxml.crypt;

import java.util.Optional;
import java.util.random.RandomGenerator;

/// How a package is encrypted.
sealed interface Scheme permits AgileScheme, StandardScheme {
  /// The key of the package; empty when the password is another.
  Optional<byte[]> key(String password);

  /// The package of a stream `EncryptedPackage`.
  byte[] decrypt(byte[] key, byte[] stream);

  /// A package encrypted again in the same way, with what is random in it made anew.
  Sealed encrypt(byte[] content, String password, RandomGenerator random);

  /// Contents of the two streams.
  record Sealed(byte[] info, byte[] content) {}
}
