package dev.quire.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// A file or folder as it was at one moment.
///
/// @param id opaque, 34 characters of upper-case base32 starting with `01`, as work accounts have
/// @param parentId the folder it lies in; nothing for the root
/// @param name file name, as stored
/// @param path path from the root, `/`-separated; empty for the root
/// @param kind file or folder
/// @param size bytes of a file; 0 for a folder
/// @param created when it was created, as far as the back end knows
/// @param modified when its content changed last
/// @param eTag changes with anything about the item, name included
/// @param cTag changes with the content only
public record Item(
    String id,
    Optional<String> parentId,
    String name,
    String path,
    Kind kind,
    long size,
    Instant created,
    Instant modified,
    String eTag,
    String cTag) {
  /// By name without regard to case; names that differ in nothing else have a fixed order too.
  public static final Comparator<Item> BY_NAME =
      Comparator.comparing(Item::name, String.CASE_INSENSITIVE_ORDER).thenComparing(Item::name);

  /// What an item can be.
  public enum Kind {
    /// Holds bytes.
    FILE,
    /// Holds items.
    FOLDER
  }

  /// Whether this is a file.
  public boolean isFile() {
    return kind == Kind.FILE;
  }

  /// Whether this is its eTag or its cTag.
  public boolean hasTag(String tag) {
    return tag.equals(eTag) || tag.equals(cTag);
  }

  /// Refuses unless the item has this tag.
  ///
  /// @throws StoreFault.Changed when it has others
  public void requireTag(String tag) {
    if (!hasTag(tag)) {
      throw new StoreFault.Changed(path, tag, tag.startsWith("\"c:") ? cTag : eTag);
    }
  }
}
