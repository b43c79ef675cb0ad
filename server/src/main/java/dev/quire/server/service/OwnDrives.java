package dev.quire.server.service;

import dev.quire.graph.gate.Drives;
import dev.quire.store.DriveAddress;
import dev.quire.store.DriveStore;
import dev.quire.store.StoreFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The drives of this server, also for work that nobody asked for.
interface OwnDrives extends Drives {
  /// The store of the drive with this id.
  Optional<DriveStore> store(String driveId);

  /// The stores of all drives there are, by the ids of the drives.
  Map<String, DriveStore> all();

  /// Opens the drives of a server that is alone.
  ///
  /// @throws IOException when they cannot be used
  static OwnDrives open(DriveSettings settings) throws IOException {
    OwnDrives ofUsers = settings.shared() ? sharedDrive(settings) : personalDrives(settings);
    return settings.sites().isEmpty() && settings.groups().isEmpty()
        ? ofUsers
        : NamedDrives.open(ofUsers, settings);
  }

  private static OwnDrives sharedDrive(DriveSettings settings) throws IOException {
    DriveAddress address = settled(settings.address());
    try {
      return new SharedDrive(
          DriveIds.of(address.toString()), settings.opener().open(address, settings.state()));
    } catch (StoreFault.Unreadable refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  private static OwnDrives personalDrives(DriveSettings settings) throws IOException {
    return new PersonalDrives(
        new DrivePlace(settings.opener(), settled(settings.address()), settings.state()));
  }

  /// A folder is made now, and called by its real name, from which the id of the drive follows.
  private static DriveAddress settled(DriveAddress address) throws IOException {
    return address instanceof DriveAddress.Folder(Path path)
        ? new DriveAddress.Folder(Files.createDirectories(path).toRealPath())
        : address;
  }
}
