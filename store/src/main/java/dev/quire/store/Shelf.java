package dev.quire.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// What lies beside the items of a drive and is none of them: earlier contents, who has checked out
/// what. A two-level store of whole values under names that never change their content, so that
/// whoever adds one first has it. Safe to use from many threads and, where the drive is, from many
/// servers.
///
/// Names of folders and values are 1 to 120 characters of `A-Z a-z 0-9 - _`, and neither can be
/// seen in the drive.
public interface Shelf {
  /// The names in a folder, in their natural order; none when there is no such folder.
  ///
  /// @throws StoreFault.Unreadable when it cannot be looked at
  List<String> names(String folder);

  /// A value; nothing when there is none.
  ///
  /// @throws StoreFault.Unreadable when it cannot be read
  Optional<byte[]> read(String folder, String name);

  /// Puts a value where none is, durable when this returns.
  ///
  /// @param value all of the buffer, which nobody may change meanwhile; its position means nothing
  /// @return false when there is one already; it stays
  /// @throws StoreFault.Unwritable when it could not be stored; nothing is there then
  boolean add(String folder, String name, ByteBuffer value);

  /// The same with a value in an array.
  default boolean add(String folder, String name, byte[] value) {
    return add(folder, name, ByteBuffer.wrap(value));
  }

  /// Takes a value away, if it is there.
  ///
  /// @throws StoreFault.Unwritable when it could not be removed
  void remove(String folder, String name);

  /// Takes all values of a folder away.
  ///
  /// @throws StoreFault.Unwritable when one could not be removed
  default void clear(String folder) {
    names(folder).forEach(name -> remove(folder, name));
  }

  /// Refuses what no folder or value can be called.
  ///
  /// @throws IllegalArgumentException when it is such a name
  static void requireName(String name) {
    if (!name.matches("[A-Za-z0-9_-]{1,120}")) {
      throw new IllegalArgumentException("no name on a shelf: " + ItemName.shown(name));
    }
  }
}
