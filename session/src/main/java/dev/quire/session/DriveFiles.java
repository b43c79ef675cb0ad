package dev.quire.session;

import dev.quire.store.Content;
import dev.quire.store.Item;
import dev.quire.store.Snapshot;
import dev.quire.store.StoreFault;
import dev.quire.store.journal.LostSession;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The files of drives as those see them who know of the sessions on them: what has been
/// acknowledged is in every content, and nothing is replaced or taken away behind the back of those
/// who work on it. Safe to use from many threads.
public final class DriveFiles {
  private final Books books;
  private final CurrentBooks current;
  private final OpenSessions sessions;
  private final KeptSessions kept;
  private final Journal journal;
  private final FileVersions versions;
  private final Checkouts checkouts;
  private final EditFeed feed;
  private final Consumer<Instant> overdue;
  private final InstantSource clock;
  private final Turnstile<BookRef.Key> held = new Turnstile<>(Integer.MAX_VALUE);

  /// @param overdue ends the sessions that are overdue by then
  DriveFiles(
      Books books,
      CurrentBooks current,
      OpenSessions sessions,
      KeptSessions kept,
      Journal journal,
      FileVersions versions,
      Checkouts checkouts,
      EditFeed feed,
      Consumer<Instant> overdue,
      InstantSource clock) {
    this.books = books;
    this.current = current;
    this.sessions = sessions;
    this.kept = kept;
    this.journal = journal;
    this.versions = versions;
    this.checkouts = checkouts;
    this.feed = feed;
    this.overdue = overdue;
    this.clock = clock;
  }

  /// The bytes of a file, including every write that has been acknowledged.
  ///
  /// @throws StoreFault.NotFound when there is no such file
  public Content content(BookRef ref) {
    settle(ref);
    return ref.drive().read(ref.itemId());
  }

  /// The same for whoever keeps it, or hands it on slowly: a large content takes no room on the
  /// heap.
  ///
  /// @throws StoreFault.NotFound when there is no such file
  public Snapshot snapshot(BookRef ref) {
    settle(ref);
    return ref.drive().snapshot(ref.itemId());
  }

  /// Writes what is still in memory only, so that the file may be replaced or compared. What can no
  /// longer go into it is in a file beside it then.
  public void settle(BookRef ref) {
    try {
      if (kept.isUnsettled(ref.key()) && books.find(ref.key()).isEmpty()) {
        current.fresh(ref, clock.instant()); // Whoever brings it back has not come to it yet.
        kept.recovered(Journal.key(ref));
      }
      books.find(ref.key()).filter(OpenBook::isDirty).ifPresent(current::save);
    } catch (SessionFault.FileChanged announced) {
      // The file is what others made of it, and whoever made the changes is told.
    }
  }

  /// Replaces the content of a file after what is still in memory only has been written, and keeps
  /// what it had.
  ///
  /// @param ifMatch the tag (either of the two) the file must have then, or nothing
  /// @throws StoreFault.NotFound when there is no such file
  /// @throws StoreFault.Changed when the file has another tag
  /// @throws StoreFault.Unwritable when the bytes could not be stored; the old content stays
  public Item replace(BookRef ref, byte[] content, Optional<String> ifMatch) {
    settle(ref);
    journal.awaitSettled(ref);
    Item item = versions.replace(ref, content, ifMatch);
    feed.fileChanged(ref);
    if (feed.watches(ref.key())) {
      books.find(ref.key()).ifPresent(current::catchUp);
    }
    return item;
  }

  /// The contents that files have and had.
  public FileVersions versions() {
    return versions;
  }

  /// Gives a file to a user alone: everybody else can read it and not change it.
  ///
  /// @throws SessionFault.CheckedOut when somebody else has it
  /// @throws SessionFault.InUse when somebody else has a session that changes it
  public void checkOut(String user, String userName, BookRef ref) {
    settle(ref);
    Instant now = clock.instant();
    overdue.accept(now);
    boolean isShared =
        sessions.all().stream()
            .anyMatch(each ->
                each.isPersistent() && each.book().key().equals(ref.key()) && !each.isOf(user));
    if (isShared) {
      throw new SessionFault.InUse();
    }
    Checkout held = checkouts.begin(ref, new Checkout(user, userName, now));
    Checkouts.requireFree(user, Optional.of(held));
    books.await(ref.key()).ifPresent(book -> book.checkout(Optional.of(held)));
  }

  /// Gives a file that a user has checked out back to everybody.
  ///
  /// @throws SessionFault.CheckedOut when somebody else has it
  /// @throws SessionFault.NotCheckedOut when nobody has it
  public void checkIn(String user, BookRef ref) {
    Optional<Checkout> held = checkouts.find(ref);
    Checkouts.requireFree(user, held);
    if (held.isEmpty()) {
      throw new SessionFault.NotCheckedOut(ref.itemId());
    }
    settle(ref);
    checkouts.end(ref);
    books.await(ref.key()).ifPresent(book -> book.checkout(Optional.empty()));
  }

  /// Who has checked out a file.
  public Optional<Checkout> checkout(BookRef ref) {
    return checkouts.find(ref);
  }

  /// Refuses to let a user change files that somebody else has checked out.
  ///
  /// @throws SessionFault.CheckedOut when that is so
  public void requireFree(String user, List<BookRef> files) {
    checkouts.requireFree(user, files);
  }

  /// Keeps a file that is about to take the place of another from being replaced itself, until the
  /// pass is given back.
  public Pass hold(BookRef ref) {
    return held.enter(ref.key(), SessionFault.InUse::new);
  }

  /// Whether somebody would notice if the file were replaced: he has a session on it, or holds it.
  public boolean isOpen(BookRef ref) {
    overdue.accept(clock.instant());
    return held.count(ref.key()) > 0
        || kept.count(ref.key(), clock.instant()) > 0
        || sessions.count(ref.key()) > 0;
  }

  /// Tells that an item of a drive is new, lies elsewhere, or is gone.
  public void changed(BookRef ref) {
    feed.fileChanged(ref);
  }

  /// Removes files in one step. Nobody writes to them or saves them meanwhile; after a crash in the
  /// middle either all of them are there as before, or they are gone with all that belongs to them.
  ///
  /// @param files those that the step removes, all looked after by this server
  /// @param step when it fails they stay
  public <T> T remove(List<BookRef> files, Supplier<T> step) {
    List<OpenBook> open =
        files.stream()
            .sorted(Comparator.comparing(BookRef::itemId)) // so that nobody waits in a ring
            .flatMap(ref -> books.await(ref.key()).stream())
            .toList();
    open.forEach(book -> book.lane().lock());
    T result;
    try {
      files.forEach(journal::leaves);
      try {
        result = step.get();
      } catch (RuntimeException refused) {
        files.forEach(this::stays);
        throw refused;
      }
    } finally {
      open.forEach(book -> book.lane().unlock());
    }
    files.forEach(this::deleted);
    return result;
  }

  private void stays(BookRef ref) {
    try {
      journal.stays(ref);
    } catch (StoreFault later) {
      // The next save does this as well.
    }
  }

  /// Forgets what is in memory of a file that has been deleted; its sessions find it gone.
  public void deleted(BookRef ref) {
    feed.ended(ref.key(), BookEvent.Reason.DELETED);
    feed.fileChanged(ref);
    forget(ref, books.await(ref.key()));
    kept.forget(ref.key());
    versions.forget(ref);
    checkouts.end(ref);
  }

  /// Forgets what the journal has of a file. A write that is under way, to a workbook that was
  /// opened while its file was being deleted, comes before or is refused: behind this it would be
  /// taken for one to the next file in this place.
  private void forget(BookRef ref, Optional<OpenBook> open) {
    open.ifPresent(book -> book.lane().lock());
    try {
      open.ifPresent(current::forgetDeleted);
      Instant now = clock.instant();
      journal.forget(ref.key(), lost(ref.key(), now), now);
    } finally {
      open.ifPresent(book -> book.lane().unlock());
    }
  }

  /// Lets all servers know the sessions of a file that another server is about to delete, those
  /// that keep nothing among them, of which only this one knows.
  public void isLeaving(BookRef ref) {
    Instant now = clock.instant();
    journal.remember(lost(ref.key(), now), now);
  }

  /// Forgets what lies beside a file of another server that has been deleted.
  public void deletedThere(BookRef ref) {
    feed.fileChanged(ref);
    versions.forget(ref);
    checkouts.end(ref);
  }

  /// The sessions on a file, as others are to remember them.
  private List<LostSession> lost(BookRef.Key book, Instant now) {
    var lost = new ArrayList<>(kept.lost(book, now));
    sessions.all().stream()
        .filter(each -> each.book().key().equals(book) && !each.isOverdue(now))
        .forEach(
            each -> lost.add(new LostSession(each.info().ticket(), each.user(), each.until())));
    return lost;
  }
}
