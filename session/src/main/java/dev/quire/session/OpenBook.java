package dev.quire.session;

import dev.quire.ooxml.SaveReport;
import dev.quire.ooxml.XlsxFile;
import dev.quire.session.Incident.Kind;
import dev.quire.store.Item;
import dev.quire.store.Sha256;
import dev.quire.store.Snapshot;
import dev.quire.store.StoreFault;
import dev.quire.store.journal.BookLog;
import dev.quire.store.journal.FileMark;
import dev.quire.store.journal.LogEntry;
import dev.quire.workbook.Edit;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.encoding.EditRecord;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/// A workbook in memory: the live copy that all persistent sessions and requests without a session
/// share, and the file it came from. Whoever changes it holds the lane; readers take the last
/// durable state and never wait.
///
/// Writers build on the head, which is ahead of what readers see by the changes that are on their
/// way into the journal. So many writers share one commit, and nobody sees what a crash could take
/// back.
final class OpenBook {
  private static final long LEAST_WEIGHT = 64 << 10;

  private final BookRef ref;
  private final BookLoader loader;
  private final Journal journal;
  private final ReentrantLock lane = new ReentrantLock(true);
  private final ReentrantLock publishing = new ReentrantLock();
  private volatile BookState state;
  private volatile Instant lastUsed;
  private final SavePace pace = new SavePace();
  private final VersionedFile file;
  private volatile boolean gone;

  /// How many changes came from the journal when the workbook was read.
  private final long recovered;

  /// Who has checked out the file, as everybody on this server knows it.
  private volatile Optional<Checkout> checkout;

  /// Whether another server looks after the workbook now. Changes only in the lane.
  private volatile boolean moved;

  /// Name of the file that has the changes which can no longer go into this one.
  private volatile Optional<String> rescuedAs = Optional.empty();

  // Only in the lane:
  private Workbook head;
  private long headSequence;
  private String savedHash = ""; // as long as nobody has asked
  private CompletableFuture<Void> lastAppend = CompletableFuture.completedFuture(null);

  /// Whether a change could not be written to the journal, so that the head is no longer true.
  private volatile boolean broken;

  /// What saves did since somebody was last told. Only in the lane.
  private Optional<SaveReport> untold = Optional.empty();

  private OpenBook(BookRef ref, BookLoader loader, Instant now) {
    this.ref = ref;
    this.loader = loader;
    this.journal = loader.journal();
    this.file = new VersionedFile(ref, loader);
    this.state = load(ref, loader, now);
    this.head = state.live();
    this.headSequence = state.sequence();
    this.lastUsed = now;
    this.checkout = loader.checkouts().find(ref);
    this.recovered = state.sequence() - state.savedSequence();
  }

  /// Reads a workbook from its drive, and from the journal what the file does not have.
  static OpenBook open(BookRef ref, BookLoader loader, Instant now) {
    return new OpenBook(ref, loader, now);
  }

  private static BookState load(BookRef ref, BookLoader loader, Instant now) {
    var loaded = loader.load(ref, now);
    XlsxFile file = loaded.file();
    return new BookState(
        loaded.item(),
        file,
        file.workbook(),
        loaded.saved(),
        loaded.live(),
        loaded.sequence(),
        now);
  }

  BookRef.Key key() {
    return ref.key();
  }

  /// Whether somebody who gives this password, or none, may see the workbook.
  boolean admits(Optional<Password> password) {
    return state.file().admits(password.map(Password::text));
  }

  /// Whether the file is behind a password, so that nothing of it may lie anywhere in the clear.
  boolean isSecret() {
    return !state.file().admits(Optional.empty());
  }

  String name() {
    return state.item().name();
  }

  /// Estimated bytes of memory: the file, if it is kept there, and its cells, which take about half
  /// of what they take as XML.
  long weight() {
    XlsxFile file = state.file();
    return LEAST_WEIGHT + (file.isOnHeap() ? file.size() : 0) + file.unpackedBytes() / 2;
  }

  ReentrantLock lane() {
    return lane;
  }

  /// The workbook as it is now.
  Workbook live() {
    return state.live();
  }

  /// The workbook that the next change builds on. Only in the lane.
  ///
  /// @throws SessionFault.CannotSave when the journal does not take changes
  Workbook head(Instant now) {
    requireHere();
    if (broken) {
      repair(now);
    }
    return head;
  }

  /// How many changes came from the journal, as no file had them.
  long recovered() {
    return recovered;
  }

  /// Refuses a change by this user if somebody else has checked out the file.
  ///
  /// @throws SessionFault.CheckedOut when that is so
  void requireFreeFor(String user) {
    Checkouts.requireFree(user, checkout);
  }

  /// Remembers who has checked out the file.
  void checkout(Optional<Checkout> now) {
    checkout = now;
  }

  /// Number of the last change that readers see.
  long sequence() {
    return state.sequence();
  }

  boolean isDirty() {
    return state.isDirty();
  }

  Instant lastUsed() {
    return lastUsed;
  }

  void used(Instant now) {
    lastUsed = now;
  }

  /// Remembers that the file was deleted: a new one of the same name is another workbook.
  void gone() {
    gone = true;
  }

  /// Whether the file is there no longer.
  boolean isGone() {
    return gone || ref.drive().find(ref.itemId()).isEmpty();
  }

  /// Ends all work on this copy: another server looks after the workbook. Only in the lane; whoever
  /// has the lane next is turned away.
  void moved() {
    moved = true;
    loader.feed().ended(ref.key(), BookEvent.Reason.STOPPING);
  }

  private void requireHere() {
    if (moved) {
      throw new SessionFault.Elsewhere("the workbook has just moved to another server");
    }
  }

  /// Whether the changes here are in a file of their own, so that whoever comes anew takes up the
  /// file as it is.
  boolean isRescued() {
    return rescuedAs.isPresent();
  }

  /// Publishes a changed workbook without a journal. Only in the lane.
  void publish(Workbook changed, Instant now) {
    head = changed;
    state = state.with(changed, state.sequence(), now);
  }

  /// Writes a change to the journal; readers see it once it is durable. Only in the lane, on top of
  /// [#head].
  ///
  /// @param nanos how long it took to apply
  /// @return done when it is durable and published
  CompletableFuture<Void> append(Edit edit, Workbook changed, long nanos, Instant now) {
    if (changed == head) {
      return lastAppend; // Nothing changed, but what it was made on must be durable.
    }
    BookState before = state;
    Optional<FileMark> mark = Optional.empty();
    if (headSequence == before.savedSequence()) {
      mark = Optional.of(mark());
      journal.keep(ref, mark.get().hash(), before.file().content());
    }
    long sequence = headSequence + 1;
    byte[] record = EditRecord.write(edit);
    var done =
        journal
            .append(ref, new LogEntry(sequence, record), mark)
            .whenComplete((_, refused) -> {
              if (refused == null) {
                published(changed, sequence, now);
                loader.feed().edited(ref.key(), OptionalLong.of(sequence), edit, changed, now);
              } else {
                broken = true;
              }
            });
    head = changed;
    headSequence = sequence;
    lastAppend = done;
    pace.appended(record.length, nanos);
    return done;
  }

  /// Called by the journal, which waits for nobody: those who create sessions hold this book's
  /// monitor while they wait for the journal.
  private void published(Workbook changed, long sequence, Instant now) {
    publishing.lock();
    try {
      state = state.with(changed, sequence, now);
    } finally {
      publishing.unlock();
    }
  }

  /// After a failure of the journal: goes back to the last durable state, and goes on from there if
  /// the journal has exactly that, or after the file has it.
  private void repair(Instant now) {
    settleAppends();
    BookState present = state;
    try {
      Optional<BookLog> log = journal.read(ref);
      boolean agrees =
          log.filter(each ->
                  each.damage().isEmpty()
                      && each.last() == present.sequence()
                      && each.file().sequence() == present.savedSequence())
              .isPresent();
      if (!agrees) {
        save(now);
        journal.restart(ref, mark());
      }
    } catch (StoreFault refused) {
      throw new SessionFault.CannotSave(String.valueOf(refused.getMessage()));
    }
    head = state.live();
    headSequence = state.sequence();
    broken = false;
  }

  /// What the file has. Only in the lane.
  private FileMark mark() {
    if (savedHash.isEmpty()) {
      savedHash = Sha256.hex(state.file().content());
    }
    return Journal.mark(state.item(), state.saved(), state.savedSequence(), savedHash);
  }

  /// Waits until the journal has said yes or no to every change.
  private void settleAppends() {
    lastAppend.exceptionally(_ -> null).join();
  }

  /// Whether it is time to save what is not in the file.
  ///
  /// @param quiet how long nobody should have written
  boolean isDue(Instant now, Duration quiet) {
    BookState present = state;
    return present.isDirty() && !isRescued() && pace.isDue(present.written(), quiet, now);
  }

  /// Notes that a try to save has failed.
  ///
  /// @param begun when it began
  void failed(Instant begun, Instant now) {
    pace.failed(begun, now);
  }

  /// Whether the file still is what this copy was read from.
  ///
  /// @throws SessionFault.WorkbookGone when there is no such file any more
  boolean isCurrent() {
    Optional<Item> found = ref.drive().find(ref.itemId());
    if (gone || found.isEmpty()) {
      throw new SessionFault.WorkbookGone(ref.itemId());
    }
    return !isRescued() && found.get().cTag().equals(state.item().cTag());
  }

  /// Reads the file anew if somebody else changed it and nothing here would be lost by that. Only
  /// in the lane.
  void catchUp(Instant now) {
    settleAppends();
    requireHere();
    if (!isDirty() && !isRescued() && !isCurrent()) {
      state = load(ref, loader, now);
      head = state.live();
      headSequence = state.sequence();
      savedHash = "";
      file.isOfOthers();
      loader.feed().replaced(ref.key(), now);
      broken = false;
    }
  }

  /// Writes what is not in the file yet. Only in the lane. When this returns it is durable.
  ///
  /// @throws SessionFault.FileChanged when somebody else changed the file; nothing is overwritten,
  ///   and the changes are in a file of their own
  /// @throws SessionFault.CannotSave when the drive or the journal refused; the changes stay here
  void save(Instant now) {
    settleAppends();
    requireHere();
    BookState before = state;
    if (!before.isDirty()) {
      return;
    }
    if (!isCurrent()) {
      throw conflict(now);
    }
    XlsxFile.Saved saved = BookLoader.saved(before.file(), before.live(), now);
    try {
      ByteBuffer bytes = saved.file().content();
      String hash = journal.isThere() ? Sha256.hex(bytes) : "";
      FileMark mark = Journal.mark(before.item(), before.live(), before.sequence(), hash);
      journal.intend(ref, mark);
      Item item = file.replace(new Snapshot(before.item(), before.file().content()), bytes, now);
      state =
          new BookState(
              item,
              saved.file(),
              before.live(),
              before.sequence(),
              before.live(),
              before.sequence(),
              before.written());
      journal.settle(ref, mark, savedHash);
      untold = Optional.of(untold.map(each -> each.and(saved.report())).orElse(saved.report()));
      savedHash = hash;
      pace.saved();
    } catch (StoreFault.Changed _) {
      throw conflict(now);
    } catch (StoreFault.NotFound _) {
      throw new SessionFault.WorkbookGone(ref.itemId());
    } catch (StoreFault refused) {
      throw new SessionFault.CannotSave(String.valueOf(refused.getMessage()));
    }
  }

  /// What the saves since the last call have done; empty when there was none. Only in the lane.
  Optional<SaveReport> tellSaves() {
    Optional<SaveReport> told = untold;
    untold = Optional.empty();
    return told;
  }

  /// Whether the file has a digital signature, which the next save takes away.
  boolean isSigned() {
    return state.file().isSigned();
  }

  /// Somebody else changed the file. Stores the changes that can no longer go into it as a new file
  /// beside it, once; whoever worked on them still sees them. Only in the lane.
  SessionFault.FileChanged conflict(Instant now) {
    settleAppends();
    if (isDirty() && !isRescued()) {
      BookState before = state;
      ByteBuffer bytes = BookLoader.serialised(before.file(), before.live(), now);
      try {
        journal.guard(ref); // A server that was cut off sees what its successor has saved.
        Item beside = Beside.store(ref.drive(), before.item().path(), bytes, now);
        journal.restart(ref, new FileMark(before.sequence(), "", new byte[0]));
        rescuedAs = Optional.of(beside.name());
      } catch (StoreFault refused) {
        throw new SessionFault.CannotSave(String.valueOf(refused.getMessage()));
      }
      loader
          .incidents()
          .add(
              now,
              Kind.CONFLICT,
              before.item().path(),
              "The file was changed by others while there were changes to save; the workbook with them is in '%s'."
                  .formatted(rescuedAs.get()));
    }
    return new SessionFault.FileChanged(name(), rescuedAs);
  }
}
