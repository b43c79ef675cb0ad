package dev.quire.session;

import dev.quire.store.DriveStore;

/// A workbook file.
///
/// @param driveId id of the drive, unique on this server
/// @param drive where the file lies
/// @param itemId id of the file in that drive
public record BookRef(String driveId, DriveStore drive, String itemId) {
  /// What tells one workbook from another.
  Key key() {
    return new Key(driveId, itemId);
  }

  record Key(String driveId, String itemId) {}
}
