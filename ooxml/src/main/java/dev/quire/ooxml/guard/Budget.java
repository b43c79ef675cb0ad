package dev.quire.ooxml.guard;

import java.util.concurrent.atomic.AtomicLong;

/// Counts something that a whole workbook may use only so much of. Safe for several threads.
public final class Budget {
  private final String what;
  private final long limit;
  private final AtomicLong used = new AtomicLong();

  /// @param what what is counted, with its unit, for the message
  /// @param limit the largest amount that is allowed
  public Budget(String what, long limit) {
    this.what = what;
    this.limit = limit;
  }

  /// Uses some of it. Throws [XlsxFault.TooLarge] when there is not that much left.
  ///
  /// @param part the part for which it is used, for the message
  public void spend(long amount, String part) {
    if (used.addAndGet(amount) > limit) {
      throw new XlsxFault.TooLarge(part, what, limit);
    }
  }
}
