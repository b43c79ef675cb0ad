package dev.quire.session;

import dev.quire.store.Item;
import dev.quire.store.Snapshot;
import dev.quire.store.StoreFault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/// The file of a workbook, of which what it had before is kept as a version now and then, as
/// [VersionRules] say. For one thread at a time.
final class VersionedFile {
  private final BookRef ref;
  private final BookLoader loader;

  /// When a content was kept last, of those that were replaced here; nothing when the file has what
  /// somebody else wrote, which is always kept.
  private Optional<Instant> lastKept = Optional.empty();

  VersionedFile(BookRef ref, BookLoader loader) {
    this.ref = ref;
    this.loader = loader;
  }

  /// Notes that somebody else wrote the file.
  void isOfOthers() {
    lastKept = Optional.empty();
  }

  /// Gives the file a new content, durably.
  ///
  /// @param before what it has
  /// @throws StoreFault.Changed when it has something else
  Item replace(Snapshot before, ByteBuffer bytes, Instant now) {
    FileVersions versions = loader.versions();
    boolean isDue =
        lastKept.isEmpty() || SavePace.isOver(lastKept.get(), versions.rules().every(), now);
    boolean isNew = isDue && !before.bytes().equals(bytes);
    Optional<String> kept = isNew ? versions.keep(ref, before) : Optional.empty();
    try {
      Item item = ref.drive().replace(ref.itemId(), bytes, Optional.of(before.item().cTag()));
      lastKept = isNew ? Optional.of(now) : lastKept;
      loader.feed().fileChanged(ref);
      return item;
    } catch (StoreFault refused) {
      kept.ifPresent(name -> versions.drop(ref, name));
      throw refused;
    }
  }
}
