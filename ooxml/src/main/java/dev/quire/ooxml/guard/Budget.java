package dev.quire.ooxml.guard;

import java.util.concurrent.atomic.AtomicLong;

/// Counts something that a whole workbook may use only so much of, and for so long. Safe for
/// several threads.
public final class Budget {
  private final String what;
  private final long limit;
  private final AtomicLong used;
  private final Deadline deadline;

  private Budget(String what, long limit, AtomicLong used, Deadline deadline) {
    this.what = what;
    this.limit = limit;
    this.used = used;
    this.deadline = deadline;
  }

  /// @param what what is counted, with its unit, for the message
  /// @param limit the largest amount that is allowed
  /// @param deadline until when
  public Budget(String what, long limit, Deadline deadline) {
    this(what, limit, new AtomicLong(), deadline);
  }

  /// One without a deadline.
  public Budget(String what, long limit) {
    this(what, limit, Deadline.NEVER);
  }

  /// Until when it may be used.
  public Deadline deadline() {
    return deadline;
  }

  /// The same budget with a deadline counted from now.
  public Budget renewed() {
    return new Budget(what, limit, used, deadline.afresh());
  }

  /// Uses some of it. Throws [XlsxFault.TooLarge] when there is not that much left, and
  /// [XlsxFault.TooSlow] when it is too late.
  ///
  /// @param part the part for which it is used, for the message
  public void spend(long amount, String part) {
    deadline.check(part);
    if (used.addAndGet(amount) > limit) {
      throw new XlsxFault.TooLarge(part, what, limit);
    }
  }
}
