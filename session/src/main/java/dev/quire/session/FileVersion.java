package dev.quire.session;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A content that a file has or had.
///
/// @param number counts the contents of a file from 1
/// @param modified when the content was written
/// @param size its bytes
public record FileVersion(int number, Instant modified, long size) {
  private static final int HASH_CHARS = 16;
  private static final Pattern NAME =
      Pattern.compile("v(\\d{1,9})-(\\d{1,15})-(\\d{1,12})-([0-9a-f]{%d})".formatted(HASH_CHARS));

  /// What clients call it: `3.0`.
  public String id() {
    return number + ".0";
  }

  /// A kept version with what tells its content from others.
  record Kept(FileVersion version, String hash) {
    /// What it is called on the shelf: everything about it, so that a list needs no contents.
    String name() {
      return "v%d-%d-%d-%s"
          .formatted(version.number, version.modified.toEpochMilli(), version.size, hash);
    }

    /// What such a name says; nothing when it is another kind of name.
    static Optional<Kept> parse(String name) {
      Matcher parts = NAME.matcher(name);
      return parts.matches()
          ? Optional.of(
              new Kept(
                  new FileVersion(
                      Integer.parseInt(parts.group(1)),
                      Instant.ofEpochMilli(Long.parseLong(parts.group(2))),
                      Long.parseLong(parts.group(3))),
                  parts.group(4)))
          : Optional.empty();
    }

    static Kept of(int number, Instant modified, long size, String sha256) {
      return new Kept(new FileVersion(number, modified, size), sha256.substring(0, HASH_CHARS));
    }
  }
}
