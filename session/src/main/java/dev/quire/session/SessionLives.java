package dev.quire.session;

import dev.quire.session.SessionFault.TooBusy.Scarce;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

/// How sessions begin, are found by those who visit them, and end: closed, idle for too long, or
/// with the server. One that a crash has cut short begins again when its owner comes back.
record SessionLives(
    SessionSettings settings,
    Tickets tickets,
    CurrentBooks current,
    OpenSessions sessions,
    KeptSessions kept,
    InstantSource clock) {
  private static final Logger LOG = System.getLogger(SessionLives.class.getName());

  /// Said once to whoever goes on with a session after the server has ended without closing it.
  static final String RECOVERED =
      "This session goes on after the server was started again; %d changes that were in no file yet were recovered from its journal.";

  /// Opens a session.
  ///
  /// @param persistent whether its changes are saved
  /// @throws SessionFault.TooManySessions when the workbook has as many as it may have
  /// @throws SessionFault.TooBusy when the user has
  SessionInfo open(String user, BookRef ref, boolean persistent) {
    Instant now = clock.instant();
    requireSessionOf(user, now);
    OpenBook book = current.fresh(ref, now);
    synchronized (book) {
      settings
          .perWorkbook()
          .ifPresent(limit -> {
            endOverdue(now);
            if (sessions.count(ref.key()) + kept.count(ref.key(), now) >= limit) {
              throw new SessionFault.TooManySessions(limit);
            }
          });
      current.requireRunning();
      var session =
          new Session(
              tickets.next(),
              user,
              book,
              persistent ? Optional.empty() : Optional.of(book.live()),
              settings.idle(persistent),
              now);
      if (persistent) {
        kept.opened(session.info().ticket(), user, ref.key(), now);
      }
      sessions.byTicket().put(session.info().ticket(), session);
      return session.info();
    }
  }

  private void requireSessionOf(String user, Instant now) {
    int most = settings.bounds().sessionsPerUser();
    if (sessions.count(user) + kept.countOf(user, now) >= most) {
      endOverdue(now);
      if (sessions.count(user) + kept.countOf(user, now) >= most) {
        throw new SessionFault.TooBusy(
            Scarce.USER, "the user has %d sessions, which is the limit".formatted(most));
      }
    }
  }

  /// Ends a session after the requests in it, and saves what it wrote.
  Optional<Saves> close(String user, BookRef ref, String ticket) {
    Session session = find(user, ref, ticket);
    Lock alone = session.gate().writeLock();
    alone.lock();
    try {
      if (session.isParked()) {
        return close(user, ref, ticket); // It is in the journal, where it is found next.
      }
      if (session.hasEnded()) {
        throw new SessionFault.UnknownSession();
      }
      session.used(clock.instant());
      Optional<Saves> saves = Optional.empty();
      if (session.isPersistent()) {
        saves = current.saveAndTell(session.book());
        kept.ended(List.of(ticket));
      }
      sessions.end(session);
      return saves;
    } finally {
      alone.unlock();
    }
  }

  /// Whether a session of this user is open on a workbook that has been deleted.
  boolean haveLostWorkbook(String user, String ticket) {
    Instant now = clock.instant();
    Session session = sessions.byTicket().get(ticket);
    if (session == null) {
      return kept.find(ticket, now).filter(row -> row.user().equals(user)).isPresent()
          || kept.hasLost(user, ticket, now);
    }
    return session.isOf(user)
        && !session.isOverdue(now)
        && (session.book().isGone() || kept.hasLost(user, ticket, now));
  }

  /// Does something in a session, beside others who do.
  ///
  /// @throws SessionFault.UnknownSession when the user has no such session on the workbook
  <T> T visit(String user, BookRef ref, String ticket, Function<Session, T> work) {
    Session session = find(user, ref, ticket);
    Lock shared = session.gate().readLock();
    shared.lock();
    try {
      if (session.isParked()) {
        return visit(user, ref, ticket, work); // It is in the journal, where it is found next.
      }
      if (session.hasEnded()) {
        throw new SessionFault.UnknownSession();
      }
      Instant now = clock.instant();
      session.used(now);
      session.book().used(now);
      return work.apply(session);
    } finally {
      session.used(clock.instant());
      shared.unlock();
    }
  }

  private Session find(String user, BookRef ref, String ticket) {
    Session session = sessions.byTicket().get(ticket);
    if (session == null) {
      session = reopened(user, ref, ticket);
    }
    if (!session.isOf(user, ref.key())) {
      throw new SessionFault.UnknownSession();
    }
    if (session.isOverdue(clock.instant())) {
      expire(session);
      throw new SessionFault.UnknownSession();
    }
    return session;
  }

  /// A session of the run before a crash, whose owner has come back.
  private Session reopened(String user, BookRef ref, String ticket) {
    Instant now = clock.instant();
    boolean waits =
        kept.find(ticket, now)
            .filter(row -> row.user().equals(user) && row.book().equals(Journal.key(ref)))
            .isPresent();
    if (waits) {
      OpenBook book = current.fresh(ref, now);
      synchronized (book) {
        if (kept.find(ticket, now).isPresent()) {
          kept.claims(ticket, now);
          Duration idle = settings.idle(true);
          var session = new Session(ticket, user, book, Optional.empty(), idle, now);
          session.owes(RECOVERED.formatted(book.recovered()));
          sessions.byTicket().put(ticket, session);
          kept.claimed(ticket);
        }
      }
    }
    Session session = sessions.byTicket().get(ticket); // Another request may have been quicker.
    if (session == null) {
      // Another file may have the place of the deleted one, and with it its id.
      throw kept.hasLost(user, ticket, now)
          ? new SessionFault.WorkbookGone(ref.itemId())
          : new SessionFault.UnknownSession();
    }
    return session;
  }

  /// Ends those that were idle for too long.
  void endOverdue(Instant now) {
    for (Session session : sessions.all()) {
      if (session.isOverdue(now)) {
        expire(session);
      }
    }
  }

  /// Ends an idle session unless a request came in between. What it wrote is saved; if that fails
  /// it stays in memory and is tried again.
  private void expire(Session session) {
    Lock alone = session.gate().writeLock();
    alone.lock();
    try {
      if (session.hasEnded() || !session.isOverdue(clock.instant())) {
        return;
      }
      sessions.end(session);
    } finally {
      alone.unlock();
    }
    if (session.isPersistent()) {
      endedAtLast(List.of(session.info().ticket()));
      if (session.book().isDirty()) {
        current.saveQuietly(session.book());
      }
    }
  }

  /// Ends all of them, after the requests in them as long as there is time.
  ///
  /// @param untilNanos a time of [System#nanoTime]
  /// @return their tickets
  List<String> endAll(long untilNanos) {
    var ended = new ArrayList<String>();
    for (Session session : sessions.all()) {
      Locks.holdIfPossible(session.gate().writeLock(), untilNanos, () -> sessions.end(session));
      ended.add(session.info().ticket());
    }
    return ended;
  }

  /// Forgets them in the journal, if it can be written to; otherwise they end there by themselves.
  void endedAtLast(List<String> tickets) {
    try {
      kept.ended(tickets);
    } catch (SessionFault refused) {
      LOG.log(Level.WARNING, "sessions are not closed in the journal: {0}", refused.getMessage());
    }
  }
}
