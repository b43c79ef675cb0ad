package dev.quire.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Tells contents apart that the file system does not: written in place, with equal length, within
/// one tick of its clock or with the time set back. Such a file keeps its [Stamp]; so its content's
/// hash is remembered, and each further content under the same stamp gets the next revision number.
///
/// A hash is believed as long as the file has the same times and was not being looked at within the
/// tick of its last change; otherwise the content must be read again. The first revision under a
/// stamp is 0, so nothing needs to be remembered for files that behave, and nothing across
/// restarts. (Lost at a restart: revisions above 0, which fall back to 0.)
final class Revisions {
  /// Forgetting costs a second look, never a wrong answer about files that behave.
  private static final int MAX_VERSIONS = 10_000;

  /// What the file system tells apart.
  private record Version(DrivePath path, Instant modified, long size, long inode) {
    static Version of(DrivePath path, Stamp stamp) {
      return new Version(path, stamp.modified(), stamp.size(), stamp.inode());
    }
  }

  private record Seen(Instant changed, boolean settled, byte[] digest, int revision) {}

  private final LinkedHashMap<Version, Seen> seen = new LinkedHashMap<>(16, 0.75f, true);

  /// The revision, if it can be told without reading the content.
  synchronized OptionalInt known(DrivePath path, Stamp stamp, Instant now) {
    Seen last = seen.get(Version.of(path, stamp));
    if (last == null) {
      return stamp.isSettled(now) ? OptionalInt.of(0) : OptionalInt.empty();
    }
    boolean untouched = last.settled && last.changed.equals(stamp.changed());
    return untouched ? OptionalInt.of(last.revision) : OptionalInt.empty();
  }

  /// The revision of a file whose content was read or written just now.
  ///
  /// @param digest SHA-256 of the content
  /// @param begun when the reading or writing began
  synchronized int learn(DrivePath path, Stamp stamp, byte[] digest, Instant begun) {
    var version = Version.of(path, stamp);
    int revision = revision(seen.get(version), digest);
    seen.put(version, new Seen(stamp.changed(), stamp.isSettled(begun), digest, revision));
    if (seen.size() > MAX_VERSIONS) {
      seen.pollFirstEntry();
    }
    return revision;
  }

  private static int revision(@Nullable Seen last, byte[] digest) {
    if (last == null) {
      return 0;
    }
    return Arrays.equals(last.digest, digest) ? last.revision : last.revision + 1;
  }
}
