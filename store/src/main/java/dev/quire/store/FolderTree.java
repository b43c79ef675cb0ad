package dev.quire.store;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The items in a folder of the file system, and nothing else: hidden files, names that a drive
/// cannot hold, devices, pipes and symbolic links are passed over.
///
/// **Links are never followed**, wherever they lead. One that leads outside would open the whole
/// machine to whoever can put it there; one that leads to another item of the drive would give one
/// file two ids and two locks. Each folder on the way to an item is looked at for that reason. (The
/// drive's own folder may be reached through links; they are resolved when it is opened.)
final class FolderTree {
  private final Path root;
  private final InstantSource clock;

  FolderTree(Path root, InstantSource clock) {
    this.root = root;
    this.clock = clock;
  }

  /// An item, where it lies, and its stamp when it was looked at.
  record Place(DrivePath path, Path at, Stamp stamp) {
    boolean isFile() {
      return stamp.kind() == Item.Kind.FILE;
    }

    /// Whether the other is the same version of the same file, with nothing changed about it.
    boolean isSame(Place other) {
      return stamp.equals(other.stamp);
    }
  }

  /// Where an item of this path lies, or would lie.
  Path at(DrivePath path) {
    return path.under(root);
  }

  /// The item at a path, spelled as the file system spells it: where case does not matter, both
  /// spellings are the same item.
  Optional<Place> find(DrivePath path) throws IOException {
    for (DrivePath above : path.ancestors()) {
      if (Stamp.find(above.under(root)).filter(s -> s.kind() == Item.Kind.FOLDER).isEmpty()) {
        return Optional.empty();
      }
    }
    Path at = path.under(root);
    Optional<Stamp> stamp = Stamp.find(at);
    try {
      return stamp.isEmpty()
          ? Optional.empty()
          : Optional.of(new Place(spelled(path, at), at, stamp.get()));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // Gone between the two looks.
    }
  }

  private DrivePath spelled(DrivePath path, Path at) throws IOException {
    Path real = at.toRealPath(LinkOption.NOFOLLOW_LINKS);
    if (real.equals(at) || path.isRoot()) {
      return path;
    }
    var names = new ArrayList<String>();
    root.relativize(real).forEach(name -> names.add(name.toString()));
    return new DrivePath(names);
  }

  /// What lies directly in a folder. Sweeps what crashes left there.
  List<Place> children(Place folder) throws IOException {
    var children = new ArrayList<Place>();
    for (String name : names(folder.at())) {
      if (Leftovers.isOne(name)) {
        Leftovers.sweep(folder.at().resolve(name), clock.instant());
      } else if (folder.path().canHold(name)) {
        DrivePath path = folder.path().child(name);
        Path at = path.under(root);
        Stamp.find(at).ifPresent(stamp -> children.add(new Place(path, at, stamp)));
      }
    }
    return children;
  }

  private static List<String> names(Path folder) throws IOException {
    try (var entries = Files.newDirectoryStream(folder)) {
      var names = new ArrayList<String>();
      for (Path entry : entries) {
        Path name = entry.getFileName();
        if (name != null) {
          names.add(name.toString());
        }
      }
      return names;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /// Hands over every item but the root. A folder that cannot be read, or vanishes meanwhile, has
  /// no items: nothing in it could be opened either.
  void walk(Consumer<Place> visitor) throws IOException {
    var folders = new ArrayDeque<Place>();
    find(DrivePath.ROOT).ifPresent(folders::add);
    while (!folders.isEmpty()) {
      for (Place child : childrenIfReadable(folders.pop())) {
        visitor.accept(child);
        if (!child.isFile()) {
          folders.push(child);
        }
      }
    }
  }

  private List<Place> childrenIfReadable(Place folder) {
    try {
      return children(folder);
    } catch (IOException e) {
      return List.of();
    }
  }
}
