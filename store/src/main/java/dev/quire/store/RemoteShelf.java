package dev.quire.store;

import dev.quire.store.RemoteFiles.Condition;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// A shelf beside the files of a drive on another machine.
final class RemoteShelf implements Shelf {
  private final RemoteFiles files;

  RemoteShelf(RemoteFiles files) {
    this.files = files;
  }

  private static String at(String folder, String name) {
    Shelf.requireName(folder);
    Shelf.requireName(name);
    return folder + "/" + name;
  }

  @Override
  public List<String> names(String folder) {
    Shelf.requireName(folder);
    try {
      return files.stateNames(folder).stream().sorted().toList();
    } catch (IOException e) {
      throw new StoreFault.Unreadable(folder, Reason.of(e));
    }
  }

  @Override
  public Optional<byte[]> read(String folder, String name) {
    try {
      return files.state(at(folder, name)).map(RemoteFiles.Found::bytes);
    } catch (IOException e) {
      throw new StoreFault.Unreadable(name, Reason.of(e));
    }
  }

  @Override
  public boolean add(String folder, String name, ByteBuffer value) {
    try {
      return files.writeState(at(folder, name), Buffers.array(value), new Condition.Absent());
    } catch (IOException e) {
      throw new StoreFault.Unwritable(name, Reason.of(e));
    }
  }

  @Override
  public void remove(String folder, String name) {
    try {
      files.deleteState(at(folder, name));
    } catch (IOException e) {
      throw new StoreFault.Unwritable(name, Reason.of(e));
    }
  }
}
