package dev.quire.session;

import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.BookLog;
import dev.quire.store.journal.FileMark;
import dev.quire.store.journal.JournalStore;
import dev.quire.store.journal.LogEntry;
import dev.quire.store.journal.LostSession;
import dev.quire.workbook.Workbook;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// The journal in the words of this room. Without a store nothing is kept, and whatever must last
/// has to go into the file at once.
record Journal(Optional<JournalStore> store) {
  static final Journal NONE = new Journal(Optional.empty());

  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  /// Stands for the content of a file that is about to be removed.
  private static final FileMark NO_FILE = new FileMark(0, "no file", new byte[0]);

  boolean isThere() {
    return store.isPresent();
  }

  static BookKey key(BookRef ref) {
    return key(ref.key());
  }

  static BookKey key(BookRef.Key key) {
    return new BookKey(key.driveId(), key.itemId());
  }

  /// The mark of a content that holds a workbook.
  static FileMark mark(Item item, Workbook workbook, long sequence, String hash) {
    return new FileMark(sequence, hash, new BookNote(item.path(), workbook.keys()).bytes());
  }

  /// How many changes wait to become durable.
  int backlog() {
    return store.map(JournalStore::backlog).orElse(0);
  }

  Optional<BookLog> read(BookRef ref) {
    return store.flatMap(each -> each.read(key(ref)));
  }

  CompletableFuture<Void> append(BookRef ref, LogEntry entry, Optional<FileMark> file) {
    return store.map(each -> each.append(key(ref), entry, file)).orElse(DONE);
  }

  void intend(BookRef ref, FileMark next) {
    store.ifPresent(each -> each.intend(key(ref), next));
  }

  /// Waits until what [#settle] dropped is dropped, as the journal does one thing after the other.
  /// Otherwise, after a crash, changes that a replaced content had would look like lost ones.
  void awaitSettled(BookRef ref) {
    read(ref);
  }

  /// Notes that a file is about to be removed: nobody will want the changes that it does not have.
  /// Forgotten with the next save, should the file stay after all.
  void leaves(BookRef ref) {
    intend(ref, NO_FILE);
  }

  /// It was not removed.
  void stays(BookRef ref) {
    read(ref).filter(Journal::isLeaving).ifPresent(log -> intend(ref, log.file()));
  }

  /// Whether a file was about to be removed.
  static boolean isLeaving(BookLog log) {
    return log.intended().filter(mark -> mark.hash().equals(NO_FILE.hash())).isPresent();
  }

  /// Drops what a file has. Nobody waits for it: should it be lost, the next start finds the file
  /// as it was intended.
  void settle(BookRef ref, FileMark file, String formerHash) {
    store.ifPresent(each ->
        each.settle(key(ref), file)
            .thenRun(() -> {
              if (!formerHash.equals(file.hash())) {
                each.release(key(ref), formerHash);
              }
            }));
  }

  void restart(BookRef ref, FileMark file) {
    store.ifPresent(each -> each.restart(key(ref), file));
  }

  void setAside(BookRef ref, long from, String reason) {
    store.ifPresent(each -> each.setAside(key(ref), from, reason));
  }

  void forget(BookRef.Key book, List<LostSession> lost, Instant now) {
    store.ifPresent(each -> each.forget(key(book), lost, now));
  }

  /// Makes sure that it is this server's turn before something is made that no fence would stop.
  void guard(BookRef ref) {
    store.ifPresent(each -> each.guard(key(ref)));
  }

  void remember(List<LostSession> lost, Instant now) {
    store.ifPresent(each -> each.remember(lost, now));
  }

  void keep(BookRef ref, String hash, ByteBuffer content) {
    store.ifPresent(each -> each.keep(key(ref), hash, content));
  }

  Optional<ByteBuffer> kept(BookRef ref, String hash) {
    return store.flatMap(each -> each.kept(key(ref), hash));
  }

  void release(BookRef ref, String hash) {
    store.ifPresent(each -> each.release(key(ref), hash));
  }

  /// Waits until a change is durable.
  ///
  /// @throws SessionFault.CannotSave when it will never be
  /// @throws StoreFault.Unreachable when it is another server's turn now
  static void await(CompletableFuture<Void> change) {
    try {
      change.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof StoreFault.Unreachable elsewhere) {
        throw elsewhere;
      }
      if (failed.getCause() instanceof StoreFault refused) {
        throw new SessionFault.CannotSave(String.valueOf(refused.getMessage()));
      }
      throw failed;
    }
  }
}
