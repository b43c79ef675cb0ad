package dev.quire.session;

import dev.quire.store.DriveStore;
import java.util.Optional;

/// A workbook file.
///
/// @param driveId id of the drive, unique on this server
/// @param drive where the file lies
/// @param itemId id of the file in that drive
/// @param password the password that the file may be behind, if one was given
public record BookRef(
    String driveId, DriveStore drive, String itemId, Optional<Password> password) {
  /// A file without a password.
  public BookRef(String driveId, DriveStore drive, String itemId) {
    this(driveId, drive, itemId, Optional.empty());
  }

  /// The same file, asked for by somebody who gives this password.
  public BookRef with(Optional<Password> given) {
    return new BookRef(driveId, drive, itemId, given);
  }

  /// What tells one workbook from another.
  Key key() {
    return new Key(driveId, itemId);
  }

  record Key(String driveId, String itemId) {}
}
