package dev.quire.session;

import dev.quire.engine.recalc.CalculationEnvironment;
import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.session.Incident.Kind;
import dev.quire.store.Aside;
import dev.quire.store.Item;
import dev.quire.store.Sha256;
import dev.quire.store.Snapshot;
import dev.quire.store.StoreFault;
import dev.quire.store.journal.BookLog;
import dev.quire.store.journal.FileMark;
import dev.quire.store.journal.LogEntry;
import dev.quire.store.journal.LostSession;
import dev.quire.workbook.Workbook;
import dev.quire.workbook.WorkbookFault;
import dev.quire.workbook.WorksheetKeys;
import dev.quire.workbook.encoding.EditRecord;
import dev.quire.workbook.encoding.UnreadableRecord;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Brings a workbook into memory: its file, and the changes in the journal that the file does not
/// have.
///
/// @param opener makes workbooks of bytes
/// @param journal has the changes
/// @param incidents is told what was found
/// @param versions keeps what files had
/// @param checkouts knows who has checked out what
/// @param feed is told what happens
record BookLoader(
    BookOpener opener,
    Journal journal,
    Incidents incidents,
    FileVersions versions,
    Checkouts checkouts,
    EditFeed feed) {
  /// A workbook with what belongs to it.
  ///
  /// @param live the workbook with all its changes
  /// @param saved number of the last change that the file has
  /// @param sequence number of the last change
  record Loaded(Item item, XlsxFile file, Workbook live, long saved, long sequence) {}

  private record Replayed(Workbook workbook, long sequence, Optional<String> trouble) {}

  /// @throws SessionFault.NoSuchItem when there is no such file
  /// @throws SessionFault.CannotOpen when it is no workbook
  Loaded load(BookRef ref, Instant now) {
    Item item =
        ref.drive()
            .find(ref.itemId())
            .filter(Item::isFile)
            .orElseThrow(() -> new SessionFault.NoSuchItem(ref.itemId()));
    Optional<BookLog> log = journal.read(ref);
    if (log.filter(BookLoader::hasChanges).isEmpty()) {
      opener.requireSize(item); // Some drives have to bring the whole content to see it refused.
    }
    Snapshot content;
    try {
      content = ref.drive().snapshot(ref.itemId());
    } catch (StoreFault.NotFound missing) {
      throw new SessionFault.NoSuchItem(ref.itemId());
    }
    return log.isPresent() ? load(ref, content, log.get(), now) : fresh(ref, content, 0);
  }

  private Loaded load(BookRef ref, Snapshot content, BookLog log, Instant now) {
    String hash = Sha256.hex(content.bytes());
    boolean isNext = log.intended().filter(mark -> mark.hash().equals(hash)).isPresent();
    if (isNext) {
      journal.settle(ref, log.intended().get(), log.file().hash());
    }
    FileMark mark = isNext ? log.intended().get() : log.file();
    if (mark.hash().equals(hash)) {
      return resume(ref, content, log, mark, now);
    }
    if (hasChanges(log)) {
      if (!Journal.isLeaving(log)) { // Otherwise this is a new file in the place of one removed.
        rescue(ref, content.item().path(), log, now);
      }
      journal.restart(ref, new FileMark(log.last(), "", new byte[0]));
    }
    return fresh(ref, content, log.last());
  }

  private static boolean hasChanges(BookLog log) {
    return !log.entries().isEmpty() || log.damage().isPresent();
  }

  private Loaded fresh(BookRef ref, Snapshot content, long sequence) {
    BookOpener named = opener.inFile(content.item().name());
    XlsxFile file = named.open(content.bytes(), ref.password(), WorksheetKeys.FRESH);
    return new Loaded(content.item(), file, file.workbook(), sequence, sequence);
  }

  private Loaded resume(BookRef ref, Snapshot content, BookLog log, FileMark mark, Instant now) {
    BookOpener named = opener.inFile(content.item().name());
    XlsxFile file = named.open(content.bytes(), ref.password(), BookNote.of(mark.note()).keys());
    Replayed replayed = replay(file.workbook(), mark.sequence(), log, named.environment());
    long count = replayed.sequence() - mark.sequence();
    String path = content.item().path();
    if (replayed.trouble().isPresent()) {
      damaged(ref, path, replayed, log, now);
    } else if (count > 0) {
      incidents.add(
          now,
          Kind.RECOVERED,
          path,
          "%d changes were recovered from the journal.".formatted(count));
    }
    return new Loaded(
        content.item(), file, replayed.workbook(), mark.sequence(), replayed.sequence());
  }

  private void damaged(BookRef ref, String path, Replayed replayed, BookLog log, Instant now) {
    String trouble = replayed.trouble().orElseThrow();
    journal.setAside(ref, replayed.sequence() + 1, trouble);
    incidents.add(
        now,
        Kind.DAMAGED,
        path,
        "%d acknowledged changes could not be recovered: %s. The workbook has all changes before them; what is left of them is set aside in the journal."
            .formatted(log.last() - replayed.sequence(), trouble));
  }

  private Replayed replay(
      Workbook workbook, long after, BookLog log, CalculationEnvironment environment) {
    Workbook live = workbook;
    long sequence = after;
    for (LogEntry entry : log.entries()) {
      if (entry.sequence() <= after) {
        continue;
      }
      try {
        live = live.apply(EditRecord.read(entry.bytes()), environment).workbook();
        sequence = entry.sequence();
      } catch (UnreadableRecord | WorkbookFault refused) {
        return new Replayed(live, sequence, Optional.of(String.valueOf(refused.getMessage())));
      }
    }
    return new Replayed(live, sequence, log.damage());
  }

  /// Stores changes whose file is gone, or was replaced by others, in a file of their own.
  ///
  /// @param path where the file lies or lay
  void rescue(BookRef ref, String path, BookLog log, Instant now) {
    journal.guard(ref);
    Optional<ByteBuffer> base = journal.kept(ref, log.file().hash());
    if (base.isEmpty()) {
      journal.setAside(ref, log.file().sequence() + 1, "the content before them is gone");
      incidents.add(
          now,
          Kind.DAMAGED,
          path,
          "The file was changed by others, and the content that %d acknowledged changes were made to is gone; they are set aside in the journal."
              .formatted(log.last() - log.file().sequence()));
      return;
    }
    BookOpener named = opener.inFile(path.substring(path.lastIndexOf('/') + 1));
    XlsxFile file = named.open(base.get(), ref.password(), BookNote.of(log.file().note()).keys());
    Replayed replayed = replay(file.workbook(), log.file().sequence(), log, named.environment());
    if (replayed.trouble().isPresent()) {
      damaged(ref, path, replayed, log, now);
    }
    Item beside = Beside.store(ref.drive(), path, serialised(file, replayed.workbook(), now), now);
    incidents.add(
        now,
        Kind.CONFLICT,
        path,
        "The file was changed by others before %d acknowledged changes were saved; the workbook with them is in '%s'."
            .formatted(replayed.sequence() - log.file().sequence(), beside.path()));
    journal.release(ref, log.file().hash());
  }

  static ByteBuffer serialised(XlsxFile file, Workbook workbook, Instant now) {
    return saved(file, workbook, now).file().content();
  }

  static XlsxFile.Saved saved(XlsxFile file, Workbook workbook, Instant now) {
    try {
      return file.save(workbook, now, Aside::join);
    } catch (XlsxFault refused) {
      throw new SessionFault.CannotSave(String.valueOf(refused.getMessage()));
    }
  }

  /// Looks after the changes of a file that is no longer there. Nobody wants those of one that the
  /// server itself was about to remove.
  ///
  /// @param lost its sessions
  void rescueMissing(BookRef ref, List<LostSession> lost, Instant now) {
    Optional<BookLog> log = journal.read(ref).filter(each -> !Journal.isLeaving(each));
    if (log.isPresent() && log.get().last() > log.get().file().sequence()) {
      rescue(ref, BookNote.of(log.get().file().note()).path(), log.get(), now);
    }
    journal.forget(ref.key(), lost, now);
    versions.forget(ref);
    checkouts.end(ref);
  }

  /// What the journal itself found to be wrong.
  void report(List<String> findings, Instant now) {
    findings.forEach(finding -> incidents.add(now, Kind.DAMAGED, "journal", finding));
  }
}
