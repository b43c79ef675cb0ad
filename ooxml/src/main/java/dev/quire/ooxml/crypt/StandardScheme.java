package dev.quire.ooxml.crypt;

import dev.quire.ooxml.guard.XlsxFault;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Standard encryption, of Excel 2007 (MS-OFFCRYPTO §2.3.4.5): AES in single blocks, its key from
/// 50,000 rounds of SHA-1.
final class StandardScheme implements Scheme {
  private static final int ROUNDS = 50_000;
  private static final int SALT = 16;
  private static final int HASH = 20;

  private final byte[] info;
  private final int verifier;
  private final int keyBytes;

  private StandardScheme(byte[] info, int verifier, int keyBytes) {
    this.info = info;
    this.verifier = verifier;
    this.keyBytes = keyBytes;
  }

  static StandardScheme of(byte[] info) {
    ByteBuffer in = ByteBuffer.wrap(info).order(ByteOrder.LITTLE_ENDIAN);
    if (info.length < 48) {
      throw damaged();
    }
    int verifier = 12 + in.getInt(8);
    int keyBytes = in.getInt(12 + 16) / 8;
    boolean aes = (in.getInt(12 + 8) & 0xFFFF) >= 0x660E && (in.getInt(12 + 8) & 0xFFFF) <= 0x6610;
    boolean fits = verifier > 12 && verifier + 4L + SALT + SALT + 4 + 32 <= info.length;
    if (!aes || !fits || keyBytes != 16 && keyBytes != 24 && keyBytes != 32) {
      throw damaged();
    }
    return new StandardScheme(info, verifier, keyBytes);
  }

  private static XlsxFault damaged() {
    return new XlsxFault.Damaged("EncryptionInfo", -1, "an unknown form of standard encryption");
  }

  private byte[] salt() {
    return Arrays.copyOfRange(info, verifier + 4, verifier + 4 + SALT);
  }

  @Override
  public Optional<byte[]> key(String password) {
    byte[] key = derived(password, salt());
    int at = verifier + 4 + SALT;
    byte[] proof = Aes.ecb(false, key, info, at, SALT);
    byte[] hash = Aes.ecb(false, key, info, at + SALT + 4, 32);
    byte[] wanted = Aes.digest("SHA-1").digest(proof);
    return MessageDigest.isEqual(wanted, Arrays.copyOf(hash, HASH))
        ? Optional.of(key)
        : Optional.empty();
  }

  private byte[] derived(String password, byte[] salt) {
    MessageDigest sha = Aes.digest("SHA-1");
    sha.update(salt);
    byte[] hash = sha.digest(password.getBytes(StandardCharsets.UTF_16LE));
    for (int round = 0; round < ROUNDS; round++) {
      sha.update(Aes.littleEndian(round));
      hash = sha.digest(hash);
    }
    sha.update(hash);
    hash = sha.digest(Aes.littleEndian(0));
    var both = new byte[2 * HASH];
    System.arraycopy(masked(sha, hash, 0x36), 0, both, 0, HASH);
    System.arraycopy(masked(sha, hash, 0x5C), 0, both, HASH, HASH);
    return Arrays.copyOf(both, keyBytes);
  }

  private static byte[] masked(MessageDigest sha, byte[] hash, int mask) {
    var block = new byte[64];
    Arrays.fill(block, (byte) mask);
    for (int at = 0; at < hash.length; at++) {
      block[at] ^= hash[at];
    }
    return sha.digest(block);
  }

  @Override
  public byte[] decrypt(byte[] key, byte[] stream) {
    int length = Lengths.of(stream);
    int blocks = (stream.length - 8) / Aes.BLOCK * Aes.BLOCK;
    byte[] content = Aes.ecb(false, key, stream, 8, blocks);
    return Lengths.cut(content, length);
  }

  @Override
  public Sealed encrypt(byte[] content, String password, RandomGenerator random) {
    byte[] fresh = info.clone();
    var salt = new byte[SALT];
    var proof = new byte[SALT];
    random.nextBytes(salt);
    random.nextBytes(proof);
    byte[] key = derived(password, salt);
    System.arraycopy(salt, 0, fresh, verifier + 4, SALT);
    int at = verifier + 4 + SALT;
    System.arraycopy(Aes.ecb(true, key, proof, 0, SALT), 0, fresh, at, SALT);
    byte[] hash = Arrays.copyOf(Aes.digest("SHA-1").digest(proof), 32);
    System.arraycopy(Aes.ecb(true, key, hash, 0, 32), 0, fresh, at + SALT + 4, 32);
    byte[] padded = Arrays.copyOf(content, Aes.roundUp(content.length, Aes.BLOCK));
    byte[] body = Aes.ecb(true, key, padded, 0, padded.length);
    return new Sealed(fresh, Lengths.before(content.length, body));
  }
}
