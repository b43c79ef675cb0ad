package dev.quire.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// A shelf of files in the state folder of a drive.
final class FolderShelf implements Shelf {
  private final Path root;
  private final Disk disk;
  private final InstantSource clock;

  /// @param root made when something is put there
  FolderShelf(Path root, Disk disk, InstantSource clock) {
    this.root = root;
    this.disk = disk;
    this.clock = clock;
  }

  private Path at(String folder) {
    Shelf.requireName(folder);
    return root.resolve(folder);
  }

  private Path at(String folder, String name) {
    Shelf.requireName(name);
    return at(folder).resolve(name);
  }

  @Override
  public List<String> names(String folder) {
    try (var entries = Files.newDirectoryStream(at(folder))) {
      var names = new ArrayList<String>();
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (Leftovers.isOne(name)) {
          Leftovers.sweep(entry, clock.instant());
        } else {
          names.add(name);
        }
      }
      Collections.sort(names);
      return List.copyOf(names);
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException e) {
      throw new StoreFault.Unreadable(folder, Reason.of(e));
    }
  }

  @Override
  public Optional<byte[]> read(String folder, String name) {
    try {
      return Optional.of(Files.readAllBytes(at(folder, name)));
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw new StoreFault.Unreadable(name, Reason.of(e));
    }
  }

  @Override
  public boolean add(String folder, String name, ByteBuffer value) {
    Path target = at(folder, name);
    try {
      makeFolder(folder);
      Disk.Draft draft = disk.draft(at(folder), Buffers.stream(value));
      try {
        disk.publish(draft.at(), target);
      } finally {
        Files.deleteIfExists(draft.at());
      }
      disk.sync(at(folder));
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (IOException e) {
      throw new StoreFault.Unwritable(name, Reason.of(e));
    }
  }

  private void makeFolder(String folder) throws IOException {
    if (!Files.isDirectory(at(folder))) {
      Files.createDirectories(at(folder));
      disk.sync(root);
      disk.sync(Disk.folderOf(root));
    }
  }

  @Override
  public void remove(String folder, String name) {
    try {
      if (Files.deleteIfExists(at(folder, name))) {
        disk.sync(at(folder));
      }
    } catch (IOException e) {
      throw new StoreFault.Unwritable(name, Reason.of(e));
    }
  }

  @Override
  public void clear(String folder) {
    try {
      if (Files.isDirectory(at(folder))) {
        Disk.remove(at(folder));
        disk.sync(root);
      }
    } catch (IOException e) {
      throw new StoreFault.Unwritable(folder, Reason.of(e));
    }
  }
}
