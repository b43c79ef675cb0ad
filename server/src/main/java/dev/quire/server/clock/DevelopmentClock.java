package dev.quire.server.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A clock that runs like another one, ahead of it by an offset that can be changed while others
/// read it. With it, a session that idles for five minutes expires at once.
public final class DevelopmentClock implements InstantSource {
  /// Ten years: far enough for any test, near enough that every date format still works.
  public static final Duration FURTHEST_OFFSET = Duration.ofDays(3653);

  private final InstantSource base;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Duration offset = Duration.ZERO;

  /// A clock that starts in step with `base`.
  public DevelopmentClock(InstantSource base) {
    this.base = base;
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset);
  }

  /// How far this clock is ahead of the one below it; never negative.
  public Duration offset() {
    return offset;
  }

  /// Moves the clock forward and tells the listeners.
  ///
  /// @throws IllegalArgumentException when `step` is negative, or leads beyond [#FURTHEST_OFFSET]
  public void advance(Duration step) {
    if (step.isNegative()) {
      throw new IllegalArgumentException("The clock only moves forward; asked for " + step + ".");
    }
    synchronized (this) {
      if (step.compareTo(FURTHEST_OFFSET.minus(offset)) > 0) {
        throw new IllegalArgumentException(
            "The clock moves at most " + FURTHEST_OFFSET.toDays() + " days ahead.");
      }
      offset = offset.plus(step);
    }
    listeners.forEach(Runnable::run);
  }

  /// Puts the clock back in step with the one below it and tells the listeners.
  public void reset() {
    synchronized (this) {
      offset = Duration.ZERO;
    }
    listeners.forEach(Runnable::run);
  }

  /// Runs `listener` after every change, in the thread that changed the clock.
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
