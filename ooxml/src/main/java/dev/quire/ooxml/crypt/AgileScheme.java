package dev.quire.ooxml.crypt;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.ooxml.xml.SliceEdits;
import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Agile encryption, of Excel since 2010 (MS-OFFCRYPTO §2.3.4.10): a random key encrypts the
/// package in pieces of 4,096 bytes, the password that key.
final class AgileScheme implements Scheme {
  /// More rounds than Excel writes by far, and no more than a second or two.
  private static final int MOST_ROUNDS = 2_000_000;

  private static final int SEGMENT = 4096;
  private static final byte[] PROOF = bytes(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
  private static final byte[] PROOF_HASH = bytes(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
  private static final byte[] KEY = bytes(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);
  private static final byte[] MAC_KEY = bytes(0x5f, 0xb2, 0xad, 0x01, 0x0c, 0xb9, 0xe1, 0xf6);
  private static final byte[] MAC_VALUE = bytes(0xa0, 0x67, 0x7f, 0x02, 0xb2, 0x2c, 0x84, 0x33);

  private final byte[] head;
  private final XmlTree tree;
  private final XmlElement data;
  private final XmlElement password;
  private final Optional<XmlElement> integrity;

  private AgileScheme(byte[] head, XmlTree tree) {
    this.head = head;
    this.tree = tree;
    this.data = tree.root().child("keyData").orElseThrow(AgileScheme::damaged);
    this.integrity = tree.root().child("dataIntegrity");
    this.password = encryptor(tree.root()).orElseThrow(AgileScheme::damaged);
    check(data);
    check(password);
    int rounds = password.number("spinCount", -1);
    if (rounds < 0 || rounds > MOST_ROUNDS) {
      throw new XlsxFault.TooLarge("rounds to make a key of a password", MOST_ROUNDS);
    }
  }

  static AgileScheme of(byte[] info, XlsxLimits limits) {
    byte[] xml = Arrays.copyOfRange(info, 8, info.length);
    return new AgileScheme(Arrays.copyOf(info, 8), XmlTree.read("EncryptionInfo", xml, limits));
  }

  private static Optional<XmlElement> encryptor(XmlElement root) {
    return root.children().stream()
        .filter(each -> each.name().equals("keyEncryptors"))
        .flatMap(each -> each.children().stream())
        .flatMap(each -> each.children().stream())
        .filter(
            each -> each.name().equals("encryptedKey") && each.attribute("spinCount").isPresent())
        .findFirst();
  }

  /// Only what every JDK can do, and what Excel writes.
  private static void check(XmlElement element) {
    boolean aes = element.attributeOr("cipherAlgorithm", "").equals("AES");
    boolean cbc = element.attributeOr("cipherChaining", "").equals("ChainingModeCBC");
    int bits = element.number("keyBits", 0);
    int block = element.number("blockSize", 0);
    hash(element);
    if (!aes || !cbc || block != Aes.BLOCK || bits != 128 && bits != 192 && bits != 256) {
      throw unknown();
    }
  }

  private static String hash(XmlElement element) {
    return switch (element.attributeOr("hashAlgorithm", "")) {
      case "SHA1", "SHA-1" -> "SHA-1";
      case "SHA256" -> "SHA-256";
      case "SHA384" -> "SHA-384";
      case "SHA512" -> "SHA-512";
      default -> throw unknown();
    };
  }

  /// The file may be whole: other programs can do more.
  private static XlsxFault unknown() {
    return new XlsxFault.Encrypted("the way in which it is encrypted is not known");
  }

  private static XlsxFault damaged() {
    return new XlsxFault.Damaged("EncryptionInfo", -1, "an unknown form of agile encryption");
  }

  private static byte[] bytes(int... values) {
    var bytes = new byte[values.length];
    for (int at = 0; at < values.length; at++) {
      bytes[at] = (byte) values[at];
    }
    return bytes;
  }

  private static byte[] value(XmlElement element, String name) {
    try {
      return Base64.getDecoder().decode(element.attributeOr(name, ""));
    } catch (IllegalArgumentException noBase64) {
      throw damaged();
    }
  }

  @Override
  public Optional<byte[]> key(String given) {
    byte[] hash = stretched(given, value(password, "saltValue"));
    byte[] vector = Aes.fit(value(password, "saltValue"), Aes.BLOCK);
    byte[] proof = unwrapped(hash, PROOF, vector, "encryptedVerifierHashInput");
    byte[] proofHash = unwrapped(hash, PROOF_HASH, vector, "encryptedVerifierHashValue");
    byte[] wanted = Aes.digest(hash(password)).digest(proof);
    if (!MessageDigest.isEqual(wanted, Arrays.copyOf(proofHash, wanted.length))) {
      return Optional.empty();
    }
    byte[] key = unwrapped(hash, KEY, vector, "encryptedKeyValue");
    return Optional.of(Arrays.copyOf(key, data.number("keyBits", 0) / 8));
  }

  private byte[] stretched(String given, byte[] salt) {
    MessageDigest digest = Aes.digest(hash(password));
    digest.update(salt);
    byte[] hash = digest.digest(given.getBytes(StandardCharsets.UTF_16LE));
    int rounds = password.number("spinCount", 0);
    for (int round = 0; round < rounds; round++) {
      digest.update(Aes.littleEndian(round));
      hash = digest.digest(hash);
    }
    return hash;
  }

  private byte[] wrapping(byte[] hash, byte[] purpose) {
    MessageDigest digest = Aes.digest(hash(password));
    digest.update(hash);
    return Aes.fit(digest.digest(purpose), password.number("keyBits", 0) / 8);
  }

  private byte[] unwrapped(byte[] hash, byte[] purpose, byte[] vector, String name) {
    byte[] wrapped = value(password, name);
    if (wrapped.length == 0 || wrapped.length % Aes.BLOCK != 0) {
      throw damaged();
    }
    return Aes.cbc(false, wrapping(hash, purpose), vector, wrapped, 0, wrapped.length);
  }

  private byte[] vector(byte[] salt, byte[] purpose) {
    MessageDigest digest = Aes.digest(hash(data));
    digest.update(salt);
    return Aes.fit(digest.digest(purpose), Aes.BLOCK);
  }

  @Override
  public byte[] decrypt(byte[] key, byte[] stream) {
    int length = Lengths.of(stream);
    checkIntegrity(key, stream);
    int blocks = (stream.length - 8) / Aes.BLOCK * Aes.BLOCK;
    return Lengths.cut(segments(false, key, value(data, "saltValue"), stream, 8, blocks), length);
  }

  private byte[] segments(
      boolean encrypt, byte[] key, byte[] salt, byte[] from, int offset, int length) {
    var out = new byte[length];
    for (int segment = 0; segment * SEGMENT < length; segment++) {
      int at = segment * SEGMENT;
      int count = Math.min(SEGMENT, length - at);
      byte[] vector = vector(salt, Aes.littleEndian(segment));
      byte[] done = Aes.cbc(encrypt, key, vector, from, offset + at, count);
      System.arraycopy(done, 0, out, at, count);
    }
    return out;
  }

  private void checkIntegrity(byte[] key, byte[] stream) {
    if (integrity.isEmpty()) {
      return;
    }
    byte[] salt = value(data, "saltValue");
    byte[] wrappedKey = value(integrity.get(), "encryptedHmacKey");
    byte[] wrapped = value(integrity.get(), "encryptedHmacValue");
    if (wrapped.length % Aes.BLOCK != 0 || wrappedKey.length % Aes.BLOCK != 0) {
      throw damaged();
    }
    byte[] secret = Aes.cbc(false, key, vector(salt, MAC_KEY), wrappedKey, 0, wrappedKey.length);
    byte[] written = Aes.cbc(false, key, vector(salt, MAC_VALUE), wrapped, 0, wrapped.length);
    byte[] wanted = mac(Arrays.copyOf(secret, data.number("hashSize", secret.length)), stream);
    if (!MessageDigest.isEqual(wanted, Arrays.copyOf(written, wanted.length))) {
      throw new XlsxFault.Damaged("EncryptedPackage", -1, "it does not match its checksum");
    }
  }

  private byte[] mac(byte[] secret, byte[] stream) {
    String name = "Hmac" + hash(data).replace("-", "");
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(secret, name));
      return mac.doFinal(stream);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw damaged();
    }
  }

  @Override
  public Sealed encrypt(byte[] content, String given, RandomGenerator random) {
    var edits = new SliceEdits(tree);
    byte[] key = random(random, data.number("keyBits", 0) / 8);
    byte[] salt = random(random, data.number("saltSize", Aes.BLOCK));
    byte[] padded = Arrays.copyOf(content, Aes.roundUp(content.length, Aes.BLOCK));
    byte[] body = segments(true, key, salt, padded, 0, padded.length);
    byte[] stream = Lengths.before(content.length, body);
    set(edits, data, "saltValue", salt);
    integrity.ifPresent(each -> integrity(edits, each, key, salt, stream, random));
    wrap(edits, key, given, random);
    byte[] xml = edits.apply();
    byte[] info = Arrays.copyOf(head, head.length + xml.length);
    System.arraycopy(xml, 0, info, head.length, xml.length);
    return new Sealed(info, stream);
  }

  private void integrity(
      SliceEdits edits,
      XmlElement element,
      byte[] key,
      byte[] salt,
      byte[] stream,
      RandomGenerator random) {
    byte[] secret = random(random, data.number("hashSize", 64));
    byte[] value = mac(secret, stream);
    set(edits, element, "encryptedHmacKey", filled(key, vector(salt, MAC_KEY), secret));
    set(edits, element, "encryptedHmacValue", filled(key, vector(salt, MAC_VALUE), value));
  }

  private void wrap(SliceEdits edits, byte[] key, String given, RandomGenerator random) {
    byte[] salt = random(random, password.number("saltSize", Aes.BLOCK));
    byte[] hash = stretched(given, salt);
    byte[] vector = Aes.fit(salt, Aes.BLOCK);
    byte[] proof = random(random, salt.length);
    byte[] proofHash = Aes.digest(hash(password)).digest(proof);
    set(edits, password, "saltValue", salt);
    set(
        edits,
        password,
        "encryptedVerifierHashInput",
        filled(wrapping(hash, PROOF), vector, proof));
    set(
        edits,
        password,
        "encryptedVerifierHashValue",
        filled(wrapping(hash, PROOF_HASH), vector, proofHash));
    set(edits, password, "encryptedKeyValue", filled(wrapping(hash, KEY), vector, key));
  }

  /// Encrypts something filled up with zeros to whole blocks.
  private static byte[] filled(byte[] key, byte[] vector, byte[] content) {
    byte[] padded = Arrays.copyOf(content, Aes.roundUp(content.length, Aes.BLOCK));
    return Aes.cbc(true, key, vector, padded, 0, padded.length);
  }

  private static byte[] random(RandomGenerator random, int length) {
    if (length < 1 || length > 1 << 16) {
      throw damaged();
    }
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void set(SliceEdits edits, XmlElement element, String name, byte[] value) {
    edits.setAttribute(element, name, Base64.getEncoder().encodeToString(value));
  }
}
