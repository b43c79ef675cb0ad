package dev.quire.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where an item lies in its drive: checked names from the root down. Cannot express a place
/// outside the drive.
///
/// @param names the names, root's child first; empty for the root
record DrivePath(List<String> names) {
  static final DrivePath ROOT = new DrivePath(List.of());

  /// Leaves room for the drive's own folder below the 4,096 bytes that Linux takes for a path.
  private static final int MAX_BYTES = 2_048;

  DrivePath {
    names = List.copyOf(names);
  }

  /// The path written as in [DriveStore].
  ///
  /// @throws StoreFault.BadName when a name in it is none, or it is too long
  static DrivePath parse(String text) {
    if (text.isEmpty()) {
      return ROOT;
    }
    requireShort(text);
    var names = new ArrayList<String>();
    for (String name : text.split("/", -1)) {
      names.add(ItemName.checked(name));
    }
    return new DrivePath(names);
  }

  /// The item of this name in this folder.
  ///
  /// @throws StoreFault.BadName when the name is none, or the path gets too long
  DrivePath child(String name) {
    var longer = new ArrayList<>(names);
    longer.add(ItemName.checked(name));
    var child = new DrivePath(longer);
    requireShort(child.toString());
    return child;
  }

  /// Whether [#child] would take this name.
  boolean canHold(String name) {
    return ItemName.isValid(name)
        && ItemName.utf8Bytes(toString()) + 1 + ItemName.utf8Bytes(name) <= MAX_BYTES;
  }

  /// The folder it lies in; nothing for the root.
  Optional<DrivePath> parent() {
    return isRoot()
        ? Optional.empty()
        : Optional.of(new DrivePath(names.subList(0, names.size() - 1)));
  }

  /// Refuses to move the root, and a folder into itself.
  ///
  /// @throws StoreFault.Unwritable when an item cannot go from here to there
  void requireMovable(DrivePath to) {
    if (isRoot()) {
      throw new StoreFault.Unwritable("the root of the drive", "it cannot be moved");
    }
    if (to.isBelow(this)) {
      throw new StoreFault.BadName(
          ItemName.shown(to.toString()), "a folder cannot be moved into itself");
    }
  }

  /// Whether it lies in this folder, or in a folder of it, and so on.
  boolean isBelow(DrivePath folder) {
    int depth = folder.names.size();
    return names.size() > depth && names.subList(0, depth).equals(folder.names);
  }

  /// Where this is after a folder that it lies in has moved.
  DrivePath moved(DrivePath from, DrivePath to) {
    var moved = new ArrayList<>(to.names);
    moved.addAll(names.subList(from.names.size(), names.size()));
    return new DrivePath(moved);
  }

  /// The last name; empty for the root.
  String name() {
    return isRoot() ? "" : names.getLast();
  }

  boolean isRoot() {
    return names.isEmpty();
  }

  /// The folders that lead here, root first, without the item itself.
  List<DrivePath> ancestors() {
    var above = new ArrayList<DrivePath>();
    for (int depth = 0; depth < names.size(); depth++) {
      above.add(new DrivePath(names.subList(0, depth)));
    }
    return above;
  }

  /// This place in a file system.
  ///
  /// @throws StoreFault.BadName when the file system cannot spell a name
  Path under(Path root) {
    try {
      return root.resolve(String.join(root.getFileSystem().getSeparator(), names));
    } catch (InvalidPathException e) {
      // On Unix this depends on the locale Java was started in: plain C knows only ASCII.
      throw new StoreFault.BadName(
          ItemName.shown(toString()),
          "the file system cannot spell it (%s); is the locale UTF-8?".formatted(e.getReason()));
    }
  }

  @Override
  public String toString() {
    return String.join("/", names);
  }

  private static void requireShort(String text) {
    if (ItemName.utf8Bytes(text) > MAX_BYTES) {
      throw new StoreFault.BadName(
          ItemName.shown(text), "the path is longer than %,d bytes of UTF-8".formatted(MAX_BYTES));
    }
  }
}
