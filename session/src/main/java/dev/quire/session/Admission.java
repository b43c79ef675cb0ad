package dev.quire.session;

import dev.quire.session.SessionFault.TooBusy.Scarce;

/// Lets requests in, no more of them at a time than there is room for, and none that would take
/// memory that is not there.
final class Admission {
  private final Bounds bounds;
  private final Turnstile<String> users;
  private final Turnstile<BookRef.Key> books;
  private final Heap heap;

  Admission(Bounds bounds) {
    this.bounds = bounds;
    this.users = new Turnstile<>(bounds.requestsPerUser());
    this.books = new Turnstile<>(bounds.requestsPerWorkbook());
    this.heap = new Heap(bounds.heapPercent());
  }

  /// Lets a request of a user in until the pass is closed.
  ///
  /// @throws SessionFault.TooBusy when as many of the user's requests are being answered as may be
  Pass of(String user) {
    return users.enter(user, () -> busy(Scarce.USER, "of this user", bounds.requestsPerUser()));
  }

  /// Lets a request about a workbook in until the pass is closed.
  ///
  /// @throws SessionFault.TooBusy when as many such requests are being answered as may be
  Pass at(BookRef ref) {
    return books.enter(
        ref.key(), () -> busy(Scarce.WORKBOOK, "about the workbook", bounds.requestsPerWorkbook()));
  }

  private static SessionFault busy(Scarce scarce, String which, int most) {
    return new SessionFault.TooBusy(
        scarce, "%d requests %s are being answered, which is the limit".formatted(most, which));
  }

  /// How many requests about a workbook are being answered.
  int working(BookRef.Key book) {
    return books.count(book);
  }

  /// @throws SessionFault.TooBusy when the server is short of memory
  void requireMemory() {
    if (heap.isFull()) {
      throw new SessionFault.TooBusy(Scarce.MEMORY, "the server is short of memory");
    }
  }

  /// Looks how much memory there is. Called by one thread at a time, regularly.
  ///
  /// @return whether the server is short of it
  boolean isShortOfMemory() {
    heap.look();
    return heap.isFull();
  }
}
