package dev.quire.store;

import java.io.InputStream;

/// A new folder in a drive where everybody sees it filling.
record OpenNest(DriveStore drive, String id) implements DriveStore.Nest {
  @Override
  public void file(String name, InputStream content) {
    drive.create(id, name, content);
  }

  @Override
  public DriveStore.Nest folder(String name) {
    return new OpenNest(drive, drive.createFolder(id, name).id());
  }
}
