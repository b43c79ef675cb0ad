package dev.quire.session;

import dev.quire.store.StoreFault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/// The memory that workbooks share. Those that nobody is at work on leave it, longest unused first,
/// when others need the room: what they have is in their file, and what they were asked last is in
/// the journal.
///
/// Persistent sessions go with their workbook and wait in the journal, as after a restart, so that
/// their owners go on without noticing. A private copy is nowhere but in memory: its workbook stays
/// until the session ends, and whoever finds no room is told to come back later, which costs a wait
/// and not somebody's work.
///
/// @param open all sessions by their tickets
/// @param admission counts the requests about each workbook
/// @param mostBytes the memory
record Room(
    Books books,
    KeptSessions kept,
    ConcurrentMap<String, Session> open,
    Admission admission,
    InstantSource clock,
    long mostBytes) {
  private static final Logger LOG = System.getLogger(Room.class.getName());

  /// Makes room for a workbook that has come into memory.
  ///
  /// @return whether it may stay; one that is alone always may
  boolean isFor(OpenBook newcomer) {
    return fit(newcomer, mostBytes) || newcomer.isDirty() || books.all().size() == 1;
  }

  /// Lets go of all that can be done without.
  void clear() {
    for (OpenBook each : leastUsedFirst()) {
      leaves(each);
    }
  }

  /// Keeps to the memory there is, for example after saves that made files larger.
  void tidy() {
    if (books.weight() > mostBytes) {
      for (OpenBook each : leastUsedFirst()) {
        if (books.weight() > mostBytes) {
          leaves(each);
        }
      }
    }
  }

  private boolean fit(OpenBook newcomer, long bytes) {
    if (books.weight() <= bytes) {
      return true;
    }
    for (OpenBook each : leastUsedFirst()) {
      if (each != newcomer && leaves(each) && books.weight() <= bytes) {
        return true;
      }
    }
    return books.weight() <= bytes;
  }

  private List<OpenBook> leastUsedFirst() {
    return books.all().stream().sorted(Comparator.comparing(OpenBook::lastUsed)).toList();
  }

  /// Whether a workbook has left memory, because nobody is at work on it and nothing is lost.
  private boolean leaves(OpenBook book) {
    if (admission.working(book.key()) > 0 || book.isRescued() || !book.lane().tryLock()) {
      return false;
    }
    var held = new ArrayList<Session>();
    try {
      for (Session session : open.values()) {
        if (session.book() == book) {
          if (!canWait(session) || !session.gate().writeLock().tryLock()) {
            return false;
          }
          held.add(session);
        }
      }
      book.save(clock.instant());
      kept.leave(held);
      boolean gone =
          books.forgetIf(book, unused -> admission.working(unused.key()) == 0 && !unused.isDirty());
      if (gone) {
        held.forEach(this::park);
      }
      return gone;
    } catch (SessionFault | StoreFault refused) {
      LOG.log(Level.WARNING, "{0} stays in memory: {1}", book.name(), refused.getMessage());
      return false;
    } finally {
      held.forEach(session -> session.gate().writeLock().unlock());
      book.lane().unlock();
    }
  }

  /// Who comes back with a ticket alone could not open a file behind a password.
  private boolean canWait(Session session) {
    return session.isPersistent() && kept.isThere() && !session.book().isSecret();
  }

  private void park(Session session) {
    kept.waits(session);
    session.park();
    open.remove(session.info().ticket(), session);
  }
}
