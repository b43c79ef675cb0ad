package dev.quire.session;

import java.time.Duration;
import java.time.Instant;

/// When a workbook with changes is saved: once nobody has written for a moment, sooner when the
/// journal has grown long, later when the drive refuses.
final class SavePace {
  /// A journal that holds more than this for one workbook makes the next start slow.
  private static final long MOST_JOURNAL_BYTES = 8 << 20;

  private static final long MOST_REPLAY_NANOS = 3_000_000_000L;

  private volatile Instant failed = Instant.EPOCH;
  private volatile Duration pause = Duration.ZERO;
  private volatile long journalBytes;
  private volatile long replayNanos;

  /// Notes a change that the journal has and the file does not. One thread at a time, as all that
  /// changes something here.
  ///
  /// @param nanos how long it takes to do it again
  void appended(int bytes, long nanos) {
    journalBytes += bytes;
    replayNanos += nanos;
  }

  /// Notes that the file has everything.
  void saved() {
    journalBytes = 0;
    replayNanos = 0;
  }

  /// Notes that a try to save has failed. Writers wait while one is under way, so the next is made
  /// only after ten times as long.
  ///
  /// @param begun when it began
  void failed(Instant begun, Instant now) {
    failed = now;
    pause = Duration.between(begun, now).multipliedBy(10);
  }

  /// Whether changes are to be saved now.
  ///
  /// @param written when the last one was made
  /// @param quiet how long nobody should have written, unless the journal is long; and how long no
  ///   try should have failed
  boolean isDue(Instant written, Duration quiet, Instant now) {
    boolean isLong = journalBytes > MOST_JOURNAL_BYTES || replayNanos > MOST_REPLAY_NANOS;
    return (isLong || isOver(written, quiet, now))
        && isOver(failed, pause.compareTo(quiet) > 0 ? pause : quiet, now);
  }

  /// A moment that lies ahead counts as over too: the clock was turned back.
  static boolean isOver(Instant since, Duration span, Instant now) {
    return !now.isBefore(since.plus(span)) || now.isBefore(since);
  }
}
