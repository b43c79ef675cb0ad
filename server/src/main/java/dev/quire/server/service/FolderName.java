package dev.quire.server.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The folder of a user. Ids come from a provider and may be any text, so only plain ones become
/// names; of all others the name is a hash.
final class FolderName {
  private static final int LONGEST = 64;

  private FolderName() {}

  static String of(String userId) {
    boolean plain =
        userId.length() <= LONGEST
            && userId
                .chars()
                .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')
            && !userId.startsWith("-")
            && !userId.startsWith("h-");
    return plain ? userId : "h-" + hash(userId).substring(0, LONGEST / 2);
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
