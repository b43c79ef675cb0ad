package dev.quire.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A new folder that has a hidden name until all is in it. What it holds is on the medium.
///
/// @param path what it is going to be called
record HiddenNest(Disk disk, Path at, DrivePath path) implements DriveStore.Nest {
  @Override
  public void file(String name, InputStream content) {
    DrivePath file = path.child(name);
    try {
      Disk.Draft draft = disk.draft(at, content);
      try {
        disk.publish(draft.at(), at.resolve(file.name()));
      } finally {
        Files.deleteIfExists(draft.at());
      }
      disk.sync(at);
    } catch (IOException refused) {
      throw new StoreFault.Unwritable(file.toString(), Reason.of(refused));
    }
  }

  @Override
  public DriveStore.Nest folder(String name) {
    DrivePath folder = path.child(name);
    try {
      Path made = Files.createDirectory(at.resolve(folder.name()));
      disk.sync(at);
      return new HiddenNest(disk, made, folder);
    } catch (IOException refused) {
      throw new StoreFault.Unwritable(folder.toString(), Reason.of(refused));
    }
  }
}
