package dev.quire.store.cluster;

import dev.quire.store.DatabaseDrive;
import dev.quire.store.StoreFault;
import dev.quire.store.journal.BookKey;
import dev.quire.store.journal.Fences;
import dev.quire.store.journal.SharedJournal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;

/// Lets only the server whose turn it is change a file: looks in the transaction of the change, so
/// that whoever takes the file over waits for it, or stops it.
///
/// What the journal has of a file goes with the file, in one transaction: a server that ends in the
/// middle of it leaves nothing half done.
///
/// @param drive id of the drive
/// @param idle how long a session lives without a request
public record FenceGuard(String drive, Fences fences, Duration idle)
    implements DatabaseDrive.Guard {
  /// How late the journal is told that a session was used.
  private static final Duration LATE = Duration.ofSeconds(15);

  @Override
  public void removed(Connection connection, String itemId) throws SQLException {
    SharedJournal.forget(connection, new BookKey(drive, itemId), idle.plus(LATE));
  }

  @Override
  public void check(Connection connection, String itemId) throws SQLException {
    OptionalLong fence = fences.fence(new BookKey(drive, itemId));
    try (var update =
        connection.prepareStatement(
            "update book set fence = fence where drive = ? and item = ? and fence = ?")) {
      update.setString(1, drive);
      update.setString(2, itemId);
      update.setLong(3, fence.orElse(-1));
      if (fence.isEmpty() || update.executeUpdate() == 0) {
        throw new StoreFault.Unreachable("the file", "another server looks after it now");
      }
    }
  }
}
