package dev.quire.session;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.session.SessionFault.TooBusy.Scarce;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Outcome;
import dev.quire.workbook.Workbook;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Changes workbooks; either all of an edit is applied or nothing. Whoever makes the answer may
/// still refuse: then the workbook stays as it was.
///
/// @param feed is told what has been changed without a journal
/// @param journalBacklog most changes that may wait for the journal
record Writing(
    CurrentBooks books,
    Journal journal,
    CalculationEnvironment environment,
    EditFeed feed,
    InstantSource clock,
    int journalBacklog) {
  /// Said to whoever writes to a session that keeps nothing.
  static final String DISCARDS = "Changes made in this session are discarded when it ends.";

  /// Said to whoever writes to a file that somebody signed.
  static final String UNSIGNS =
      "The digital signature of the file is removed, since it does not hold for a changed file.";

  /// Changes the private copy of a session.
  <T> T fork(Session session, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    books.stayCurrent(session.book());
    session.lane().lock();
    try {
      CalculationEnvironment calculation = environment(session.book()).leavingUnread();
      Written written = written(session.fork(), editing.apply(session.fork()), calculation);
      var notices = new ArrayList<>(written.notices());
      notices.add(DISCARDS);
      T told = telling.apply(new Written(written.before(), written.workbook(), notices));
      session.fork(written.workbook());
      return told;
    } finally {
      session.lane().unlock();
    }
  }

  /// Changes a workbook; durable when this returns, if there is a journal. What is in a workbook
  /// behind a password goes into the encrypted file at once, since the journal would show it.
  <T> T durably(OpenBook book, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    return journal.isThere() && book.isSecret()
        ? andSave(book, editing, telling)
        : live(book, editing, telling);
  }

  private <T> T live(
      OpenBook book, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    requireJournal();
    CompletableFuture<Void> durable = CompletableFuture.completedFuture(null);
    T told;
    book.lane().lock();
    try {
      if (!book.isCurrent()) {
        book.catchUp(clock.instant());
        requireCurrent(book);
      }
      Workbook head = book.head(clock.instant());
      long begun = System.nanoTime();
      Edit edit = editing.apply(head);
      Written written = noting(book, written(head, edit, environment(book)));
      long nanos = System.nanoTime() - begun;
      told = telling.apply(written);
      if (journal.isThere()) {
        durable = book.append(edit, written.workbook(), nanos, clock.instant());
      } else {
        book.publish(written.workbook(), clock.instant());
        feed.edited(book.key(), OptionalLong.empty(), edit, written.workbook(), clock.instant());
      }
    } finally {
      book.lane().unlock();
    }
    Journal.await(durable);
    return told;
  }

  private void requireJournal() {
    if (journal.backlog() >= journalBacklog) {
      throw new SessionFault.TooBusy(
          Scarce.JOURNAL,
          "%d changes wait for the journal, which is the limit".formatted(journalBacklog));
    }
  }

  private void requireCurrent(OpenBook book) {
    if (!book.isCurrent()) {
      throw book.conflict(clock.instant());
    }
  }

  /// Changes a workbook and its file; when the file cannot be changed, neither is.
  <T> T andSave(OpenBook book, Function<Workbook, Edit> editing, Function<Written, T> telling) {
    book.lane().lock();
    try {
      book.catchUp(clock.instant());
      requireCurrent(book);
      Edit edit = editing.apply(book.live());
      Written written = noting(book, written(book.live(), edit, environment(book)));
      T told = telling.apply(written);
      book.publish(written.workbook(), clock.instant());
      try {
        book.save(clock.instant());
      } catch (SessionFault refused) {
        book.publish(written.before(), clock.instant());
        throw refused;
      }
      feed.edited(book.key(), OptionalLong.empty(), edit, written.workbook(), clock.instant());
      return told;
    } finally {
      book.lane().unlock();
    }
  }

  private CalculationEnvironment environment(OpenBook book) {
    return environment.inFile(book.name());
  }

  private static Written noting(OpenBook book, Written written) {
    if (written.before() == written.workbook() || !book.isSigned()) {
      return written;
    }
    var notices = new ArrayList<>(written.notices());
    notices.add(UNSIGNS);
    return new Written(written.before(), written.workbook(), notices);
  }

  private static Written written(Workbook before, Edit edit, CalculationEnvironment calculation) {
    Outcome outcome = before.apply(edit, calculation);
    return new Written(before, outcome.workbook(), outcome.notices());
  }
}
