package dev.quire.ooxml.crypt;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The ciphers and digests of the JDK, without padding and without checked exceptions: all that is
/// used here is part of every JDK.
final class Aes {
  static final int BLOCK = 16;

  private Aes() {}

  /// Cipher block chaining over whole blocks.
  static byte[] cbc(boolean encrypt, byte[] key, byte[] vector, byte[] data, int from, int length) {
    return run("AES/CBC/NoPadding", encrypt, key, vector, data, from, length);
  }

  /// Each block by itself.
  static byte[] ecb(boolean encrypt, byte[] key, byte[] data, int from, int length) {
    return run("AES/ECB/NoPadding", encrypt, key, new byte[0], data, from, length);
  }

  private static byte[] run(
      String kind, boolean encrypt, byte[] key, byte[] vector, byte[] data, int from, int length) {
    try {
      Cipher cipher = Cipher.getInstance(kind);
      int mode = encrypt ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
      var secret = new SecretKeySpec(key, "AES");
      if (vector.length == 0) {
        cipher.init(mode, secret);
      } else {
        cipher.init(mode, secret, new IvParameterSpec(vector));
      }
      return cipher.doFinal(data, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A text of bytes cut or filled up with `0x36` (MS-OFFCRYPTO §2.3.4.11).
  static byte[] fit(byte[] bytes, int length) {
    byte[] fitted = Arrays.copyOf(bytes, length);
    if (length > bytes.length) {
      Arrays.fill(fitted, bytes.length, length, (byte) 0x36);
    }
    return fitted;
  }

  /// The number as four bytes, the lowest first.
  static byte[] littleEndian(int number) {
    return new byte[] {
      (byte) number, (byte) (number >>> 8), (byte) (number >>> 16), (byte) (number >>> 24)
    };
  }

  static int roundUp(int length, int unit) {
    return (length + unit - 1) / unit * unit;
  }
}
