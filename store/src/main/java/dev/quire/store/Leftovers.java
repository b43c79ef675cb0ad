package dev.quire.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// The hidden names for what is not yet, or no longer, an item; and the removal of those that a
/// crash left behind.
final class Leftovers {
  private static final Pattern NAME = Pattern.compile("\\.quire-[0-9a-f]{16}\\.tmp");

  /// Longer than any write pauses: another process may be writing to the same folder.
  private static final Duration ABANDONED = Duration.ofHours(1);

  private Leftovers() {}

  /// A hidden name in a folder that nothing has.
  static Path freshName(Path folder) {
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    return folder.resolve(".quire-" + random + ".tmp");
  }

  static boolean isOne(String name) {
    return NAME.matcher(name).matches();
  }

  /// Removes a leftover if nobody can still be at work on it.
  static void sweep(Path leftover, Instant now) {
    try {
      Instant modified = Files.getLastModifiedTime(leftover, LinkOption.NOFOLLOW_LINKS).toInstant();
      if (modified.plus(ABANDONED).isBefore(now)) {
        Disk.remove(leftover);
      }
    } catch (IOException e) {
      // It is hidden anyway; whoever lists the folder next tries again.
    }
  }
}
