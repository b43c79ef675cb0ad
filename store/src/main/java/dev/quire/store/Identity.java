package dev.quire.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// What names an item towards clients: its id, and the GUID its tags start with.
///
/// @param id `01` and 32 characters of base32 (RFC 4648 §6)
/// @param guid upper case, without braces
record Identity(String id, String guid) {
  /// 32 characters of 5 bits.
  private static final int HASH_BYTES = 20;

  private static final String PREFIX = "01";
  private static final int ID_CHARS = PREFIX.length() + HASH_BYTES * 8 / 5;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /// The identity made of the first 20 bytes.
  static Identity of(byte[] hash) {
    var bytes = ByteBuffer.wrap(hash);
    var guid = new UUID(bytes.getLong(), bytes.getLong()).toString().toUpperCase(Locale.ROOT);
    return new Identity(PREFIX + base32(Arrays.copyOf(hash, HASH_BYTES)), guid);
  }

  /// An identity by chance, for a drive that registers its items.
  static Identity drawn() {
    var bytes = new byte[HASH_BYTES];
    ThreadLocalRandom.current().nextBytes(bytes);
    return of(bytes);
  }

  /// Whether a text has the shape of an id; anything else needs no search.
  static boolean looksLikeId(String text) {
    return text.length() == ID_CHARS
        && text.startsWith(PREFIX)
        && text.chars().skip(PREFIX.length()).allMatch(c -> ALPHABET.indexOf(c) >= 0);
  }

  /// The tag of the item in a state with this number.
  String eTag(long number) {
    return "\"{%s},%d\"".formatted(guid, number);
  }

  /// The tag of the item's content in a state with this number.
  String cTag(long number) {
    return "\"c:{%s},%d\"".formatted(guid, number);
  }

  private static String base32(byte[] bytes) {
    var text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte next : bytes) {
      bits = (bits << 8 | (next & 0xff)) & 0xfff;
      held += 8;
      while (held >= 5) {
        held -= 5;
        text.append(ALPHABET.charAt(bits >> held & 0x1f));
      }
    }
    return text.toString();
  }
}
