package dev.quire.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Files on another machine, as far as [RemoteDrive] needs them. What distinguishes two contents of
/// a file is its version, an opaque text of the server; every change can be made conditional on it,
/// and the server checks the condition and makes the change in one step.
///
/// An [IOException] means that nothing is known about whether the server did what it was told.
interface RemoteFiles {
  /// What lies at a path.
  ///
  /// @param size bytes of a file; 0 for a folder
  /// @param modified in whole seconds, since not every request tells more; nothing of use for a
  ///   folder
  /// @param version the same as long as the content is; empty for a folder
  record Entry(DrivePath path, Item.Kind kind, long size, Instant modified, String version) {
    boolean isFile() {
      return kind == Item.Kind.FILE;
    }
  }

  /// A content with what lay at its path when it was read.
  record Found(Entry entry, byte[] bytes) {}

  /// What must be true for a change to be made.
  sealed interface Condition {
    /// Nothing lies at the path.
    record Absent() implements Condition {}

    /// The file has this version.
    record Version(String version) implements Condition {}
  }

  /// What lies at a path; the root is always a folder.
  Optional<Entry> find(DrivePath path) throws IOException;

  /// What lies directly in a folder, in any order; only items that a drive can have.
  List<Entry> children(DrivePath folder) throws IOException;

  /// Visits every path of the drive but the root.
  void walk(Consumer<DrivePath> visitor) throws IOException;

  /// A file's content; nothing when there is no such file.
  Optional<Found> read(DrivePath file) throws IOException;

  /// Writes a file whole.
  ///
  /// @return what lies there now; nothing when the condition did not hold, and nothing was written
  Optional<Entry> write(DrivePath file, byte[] bytes, Condition condition) throws IOException;

  /// Makes a folder in one that exists.
  ///
  /// @return false when something lies there already
  boolean makeFolder(DrivePath folder) throws IOException;

  /// Removes a file.
  ///
  /// @return false when it has another version by now, or is gone
  boolean deleteFile(DrivePath file, String version) throws IOException;

  /// Moves a file, or a folder with all that is in it, to a path where nothing lies, in a folder
  /// that exists.
  ///
  /// @return false when something lies at the target
  boolean move(Entry from, DrivePath to) throws IOException;

  /// What a drive keeps beside its files, by names that no item can have: a word, or a folder and a
  /// word.
  Optional<Found> state(String name) throws IOException;

  /// Writes what a drive keeps beside its files.
  ///
  /// @return false when the condition did not hold, and nothing was written
  boolean writeState(String name, byte[] bytes, Condition condition) throws IOException;

  /// The names in a folder beside the files, in any order; none when there is no such folder.
  List<String> stateNames(String folder) throws IOException;

  /// Removes what a drive keeps beside its files, if it is there.
  void deleteState(String name) throws IOException;

  /// Removes a folder with all that is in it.
  void deleteFolder(DrivePath folder) throws IOException;
}
