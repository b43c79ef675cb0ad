package dev.quire.session;

import dev.quire.session.FileVersion.Kept;
import dev.quire.store.Item;
import dev.quire.store.Sha256;
import dev.quire.store.Shelf;
import dev.quire.store.Snapshot;
import dev.quire.store.StoreFault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// The earlier contents of files, on the shelves of their drives. A content is kept before the next
/// one takes its place, so none is lost between the two; a crash there leaves it twice in the list
/// at worst, until the next change.
public final class FileVersions {
  private static final int LOCKS = 64;

  /// How often a replacement that asks for no tag is tried against others who change the same file.
  private static final int TRIES = 50;

  private final VersionRules rules;

  /// Shared by hash, so that no list of locks grows. Whoever holds one takes no other lock.
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  FileVersions(VersionRules rules) {
    this.rules = rules;
  }

  VersionRules rules() {
    return rules;
  }

  private static String folder(BookRef ref) {
    return "versions-" + ref.itemId();
  }

  /// What a file has and had, newest first; the first is what it has now.
  ///
  /// @throws StoreFault.NotFound when there is no such file
  public List<FileVersion> list(BookRef ref) {
    Item item = file(ref);
    List<Kept> kept = kept(ref);
    var versions = new ArrayList<FileVersion>();
    versions.add(new FileVersion(next(kept), item.modified(), item.size()));
    kept.reversed().forEach(each -> versions.add(each.version()));
    return List.copyOf(versions);
  }

  private static Item file(BookRef ref) {
    return ref.drive()
        .find(ref.itemId())
        .filter(Item::isFile)
        .orElseThrow(() -> new StoreFault.NotFound(ref.itemId()));
  }

  /// The content of an earlier version; nothing when it is not, or no longer, kept. What the file
  /// has now is not an earlier version.
  public Optional<byte[]> content(BookRef ref, FileVersion version) {
    return kept(ref).stream()
        .filter(each -> each.version().equals(version))
        .findFirst()
        .flatMap(each -> shelf(ref).read(folder(ref), each.name()));
  }

  /// Replaces the content of a file as [dev.quire.store.DriveStore#replace] does, and keeps what it
  /// had, unless that is the same.
  Item replace(BookRef ref, byte[] content, Optional<String> ifMatch) {
    ReentrantLock lock = locks.get(Math.floorMod(ref.key().hashCode(), LOCKS));
    lock.lock();
    try {
      return replaceAlone(ref, content, ifMatch);
    } finally {
      lock.unlock();
    }
  }

  private Item replaceAlone(BookRef ref, byte[] content, Optional<String> ifMatch) {
    for (int tries = 1; ; tries++) {
      Snapshot old = ref.drive().snapshot(ref.itemId());
      ifMatch.ifPresent(old.item()::requireTag);
      Optional<String> kept =
          old.bytes().equals(ByteBuffer.wrap(content)) ? Optional.empty() : keep(ref, old);
      try {
        return ref.drive().replace(ref.itemId(), content, Optional.of(old.item().cTag()));
      } catch (StoreFault refused) {
        kept.ifPresent(name -> shelf(ref).remove(folder(ref), name));
        boolean again = refused instanceof StoreFault.Changed && ifMatch.isEmpty();
        if (!again || tries == TRIES) {
          throw refused;
        }
      }
    }
  }

  /// Keeps a content that another one is about to replace.
  ///
  /// @return what it is called on the shelf, for whoever must take it back; nothing when it was
  ///   there before
  Optional<String> keep(BookRef ref, Snapshot old) {
    if (rules.most() == 0) {
      return Optional.empty();
    }
    List<Kept> kept = kept(ref);
    Kept added =
        Kept.of(next(kept), old.item().modified(), old.bytes().limit(), Sha256.hex(old.bytes()));
    if (!kept.isEmpty() && kept.getLast().hash().equals(added.hash())) {
      return Optional.empty();
    }
    shelf(ref).add(folder(ref), added.name(), old.bytes());
    kept.stream()
        .limit(Math.max(0, kept.size() + 1 - rules.most()))
        .forEach(oldest -> shelf(ref).remove(folder(ref), oldest.name()));
    return Optional.of(added.name());
  }

  /// Takes back what [#keep] kept.
  void drop(BookRef ref, String name) {
    shelf(ref).remove(folder(ref), name);
  }

  /// Forgets the earlier contents of a file that is gone.
  void forget(BookRef ref) {
    shelf(ref).clear(folder(ref));
  }

  private static Shelf shelf(BookRef ref) {
    return ref.drive().shelf();
  }

  /// Oldest first.
  private static List<Kept> kept(BookRef ref) {
    return shelf(ref).names(folder(ref)).stream()
        .flatMap(name -> Kept.parse(name).stream())
        .sorted(Comparator.comparingInt(each -> each.version().number()))
        .toList();
  }

  private static int next(List<Kept> kept) {
    return kept.isEmpty() ? 1 : kept.getLast().version().number() + 1;
  }
}
