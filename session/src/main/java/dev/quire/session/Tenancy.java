package dev.quire.session;

import dev.quire.store.StoreFault;
import dev.quire.store.cluster.Tenant;
import dev.quire.store.journal.BookKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Workbooks that come from other servers and go to them, with their persistent sessions. Sessions
/// that keep nothing end when their workbook goes.
///
/// @param open the sessions of this server
/// @param recovering brings a workbook into memory with all its changes
record Tenancy(
    Books books,
    KeptSessions kept,
    Collection<Session> open,
    EditFeed feed,
    InstantSource clock,
    Consumer<Session> ending,
    Consumer<BookKey> recovering,
    Consumer<BookKey> deleting)
    implements Tenant {
  private static final Logger LOG = System.getLogger(Tenancy.class.getName());

  @Override
  public void arrived(BookKey book) {
    kept.arrived(book);
  }

  @Override
  public void leaves(BookKey book) {
    try {
      kept.leave(sessionsOf(book).stream().filter(Session::isPersistent).toList());
    } catch (SessionFault refused) {
      LOG.log(Level.WARNING, "sessions look older than they are: {0}", refused.getMessage());
    }
    forget(book, this::saveIfPossible);
  }

  @Override
  public void lost(BookKey book) {
    forget(book, _ -> {});
  }

  private void forget(BookKey book, Consumer<OpenBook> atLast) {
    Optional<OpenBook> present = books.await(key(book));
    if (present.isPresent()) {
      OpenBook copy = present.get();
      copy.lane().lock();
      try {
        atLast.accept(copy);
        copy.moved();
      } finally {
        copy.lane().unlock();
      }
      books.forgetIf(copy, _ -> true);
    }
    feed.ended(key(book), BookEvent.Reason.STOPPING);
    sessionsOf(book).forEach(ending);
    kept.forget(key(book));
  }

  /// Whoever has the workbook next finds in the journal what could not be saved.
  private void saveIfPossible(OpenBook copy) {
    Instant now = clock.instant();
    try {
      copy.save(now);
    } catch (SessionFault | StoreFault refused) {
      LOG.log(Level.WARNING, "{0} moves unsaved: {1}", copy.name(), refused.getMessage());
    }
  }

  @Override
  public void deleted(BookKey book) {
    deleting.accept(book);
  }

  @Override
  public boolean isMovable(BookKey book) {
    return sessionsOf(book).stream().allMatch(Session::isPersistent);
  }

  @Override
  public void recover(BookKey book) {
    recovering.accept(book);
  }

  private List<Session> sessionsOf(BookKey book) {
    return open.stream().filter(session -> session.book().key().equals(key(book))).toList();
  }

  private static BookRef.Key key(BookKey book) {
    return new BookRef.Key(book.drive(), book.item());
  }
}
