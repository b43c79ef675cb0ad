package dev.quire.session;

import dev.quire.ooxml.XlsxFile;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.store.Content;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import dev.quire.workbook.Workbook;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// A workbook in memory: the live copy that all persistent sessions and requests without a session
/// share, and the file it came from. Whoever changes it holds the lane; readers take the last
/// finished state and never wait.
final class OpenBook {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss.SSS").withZone(ZoneOffset.UTC);

  private final BookRef ref;
  private final BookOpener opener;
  private final ReentrantLock lane = new ReentrantLock(true);
  private volatile State state;
  private volatile Instant lastUsed;
  private volatile Instant failed = Instant.EPOCH;
  private volatile boolean gone;

  /// What belongs together at one moment.
  ///
  /// @param item the file with the tags it had when it was read or written last
  /// @param file the bytes that the file has, taken apart
  /// @param saved the workbook as it is in the file
  /// @param live the workbook with what has been written since
  /// @param written when it was written last
  private record State(Item item, XlsxFile file, Workbook saved, Workbook live, Instant written) {
    boolean isDirty() {
      return live != saved;
    }
  }

  private OpenBook(BookRef ref, BookOpener opener, State state, Instant now) {
    this.ref = ref;
    this.opener = opener;
    this.state = state;
    this.lastUsed = now;
  }

  /// Reads a workbook from its drive.
  static OpenBook open(BookRef ref, BookOpener opener, Instant now) {
    return new OpenBook(ref, opener, load(ref, opener, now), now);
  }

  private static State load(BookRef ref, BookOpener opener, Instant now) {
    Content content;
    try {
      content = ref.drive().read(ref.itemId());
    } catch (StoreFault.NotFound missing) {
      throw new SessionFault.NoSuchItem(ref.itemId());
    }
    XlsxFile file = opener.open(content.bytes());
    return new State(content.item(), file, file.workbook(), file.workbook(), now);
  }

  BookRef.Key key() {
    return ref.key();
  }

  String name() {
    return state.item().name();
  }

  ReentrantLock lane() {
    return lane;
  }

  /// The workbook as it is now.
  Workbook live() {
    return state.live();
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

  /// Publishes a changed workbook. Only in the lane.
  void publish(Workbook changed, Instant now) {
    State before = state;
    state = new State(before.item(), before.file(), before.saved(), changed, now);
  }

  /// Whether there is something to save, nobody has written it within the last moments, and no try
  /// has failed within them.
  ///
  /// @param quiet how long a moment is
  boolean isDue(Instant now, Duration quiet) {
    State present = state;
    return present.isDirty() && isOver(present.written(), quiet, now) && isOver(failed, quiet, now);
  }

  /// A moment that lies ahead counts as over too: the clock was turned back.
  private static boolean isOver(Instant since, Duration quiet, Instant now) {
    return !now.isBefore(since.plus(quiet)) || now.isBefore(since);
  }

  /// Notes that a try to save has failed.
  void failed(Instant now) {
    failed = now;
  }

  /// Whether the file still is what this copy was read from.
  ///
  /// @throws SessionFault.WorkbookGone when there is no such file any more
  boolean isCurrent() {
    Optional<Item> found = ref.drive().find(ref.itemId());
    if (gone || found.isEmpty()) {
      throw new SessionFault.WorkbookGone(ref.itemId());
    }
    return found.get().cTag().equals(state.item().cTag());
  }

  /// Reads the file anew if somebody else changed it and nothing here would be lost by that. Only
  /// in the lane.
  void catchUp(Instant now) {
    if (!isDirty() && !isCurrent()) {
      state = load(ref, opener, now);
    }
  }

  /// Writes what is not in the file yet. Only in the lane. When this returns it is durable.
  ///
  /// @throws SessionFault.FileChanged when somebody else changed the file; nothing is overwritten
  /// @throws SessionFault.CannotSave when the drive refused; the changes stay here
  void save(Instant now) {
    State before = state;
    if (!before.isDirty()) {
      return;
    }
    if (!isCurrent()) {
      throw new SessionFault.FileChanged(before.item().name());
    }
    XlsxFile.Saved saved = serialised(before, now);
    try {
      Item item =
          ref.drive().replace(ref.itemId(), saved.bytes(), Optional.of(before.item().eTag()));
      state = new State(item, saved.file(), before.live(), before.live(), before.written());
    } catch (StoreFault.Changed _) {
      throw new SessionFault.FileChanged(before.item().name());
    } catch (StoreFault.NotFound _) {
      throw new SessionFault.WorkbookGone(ref.itemId());
    } catch (StoreFault refused) {
      throw new SessionFault.CannotSave(String.valueOf(refused.getMessage()));
    }
  }

  /// Stores the changes that can no longer go into the file as a new file beside it, and drops them
  /// here, so that the next use takes up the file as it is. Only in the lane.
  ///
  /// @return name of the new file
  String rescue(Instant now) {
    State before = state;
    Item item = before.item();
    String stem = item.name().replaceFirst("\\.[^.]*$", "");
    String extension = item.name().substring(stem.length());
    String stamp = STAMP.format(now);
    byte[] bytes = serialised(before, now).bytes();
    Item beside =
        ref.drive()
            .create(
                item.parentId().orElseThrow(),
                "%s (changes of %s)%s".formatted(stem, stamp, extension),
                new ByteArrayInputStream(bytes));
    state = new State(item, before.file(), before.saved(), before.saved(), now);
    return beside.name();
  }

  private static XlsxFile.Saved serialised(State state, Instant now) {
    try {
      return state.file().save(state.live(), now);
    } catch (XlsxFault refused) {
      throw new SessionFault.CannotSave(String.valueOf(refused.getMessage()));
    }
  }
}
