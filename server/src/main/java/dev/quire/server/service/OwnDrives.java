package dev.quire.server.service;

import dev.quire.graph.gate.Drives;
import dev.quire.store.DriveStore;
import java.util.Map;
import java.util.Optional;

/// The drives of this server, also for work that nobody asked for.
interface OwnDrives extends Drives {
  /// The store of the drive with this id.
  Optional<DriveStore> store(String driveId);

  /// The stores of all drives there are, by the ids of the drives.
  Map<String, DriveStore> all();
}
