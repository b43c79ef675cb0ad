package dev.quire.server.service;

import dev.quire.graph.gate.Placement;
import dev.quire.server.cluster.ClusterPlacement;
import dev.quire.server.cluster.NodeDoor;
import dev.quire.session.Sessions;
import dev.quire.store.DatabaseDrive;
import dev.quire.store.DriveAddress;
import dev.quire.store.StoreFault;
import dev.quire.store.cluster.ClusterDatabase;
import dev.quire.store.cluster.Ownership;
import dev.quire.store.journal.JournalStore;
import dev.quire.store.journal.SharedJournal;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;

/// What a server shares with others, and how it reaches them.
final class Cluster implements AutoCloseable {
  private static final Duration FIRST_PATIENCE = Duration.ofSeconds(60);

  private final ClusterDatabase database;
  private final Ownership ownership;
  private final ClusterPlacement placement;
  private final NodeDoor door;

  private Cluster(ClusterDatabase database, ClusterSettings settings, String secret) {
    this.database = database;
    this.ownership = new Ownership(database, settings.node().toString(), settings.lease());
    this.placement = new ClusterPlacement(ownership, secret, settings.lease());
    this.door = new NodeDoor(placement, secret);
  }

  /// Connects to the database, and makes in it what is not there.
  ///
  /// @throws IOException when it cannot be used
  static Cluster connect(ClusterSettings settings) throws IOException {
    // A server that waits for longer than its lease has lost everything anyway.
    var database = new ClusterDatabase(settings.database(), settings.lease());
    try (var patient = new ClusterDatabase(settings.database(), FIRST_PATIENCE)) {
      // Nothing can be lost yet, and all servers of a cluster may be starting at once.
      patient.prepare();
      return new Cluster(database, settings, database.secret());
    } catch (StoreFault refused) {
      database.close();
      throw new IOException(refused.getMessage(), refused);
    }
  }

  JournalStore journal() {
    return new SharedJournal(database::connect, ownership);
  }

  /// The drives in the database. When files have been given a bucket, their contents lie there.
  OwnDrives drives(ServiceSettings all, InstantSource clock) {
    DriveSettings settings = all.drives();
    DatabaseDrives.Opener opener =
        settings.address() instanceof DriveAddress.S3 bucket
            ? (name, guard) -> settings.opener().open(bucket, database, name, guard)
            : (name, guard) -> DatabaseDrive.open(database, name, clock, guard);
    var drives = new DatabaseDrives(database, ownership, opener, all.sessions().persistentIdle());
    return settings.shared() ? drives.shared() : drives;
  }

  Placement placement() {
    return placement;
  }

  NodeDoor door() {
    return door;
  }

  /// Begins to look after workbooks.
  void begin(Sessions sessions, OwnDrives drives) throws IOException {
    try {
      ownership.begin(sessions.tenant(drives::store));
    } catch (StoreFault refused) {
      throw new IOException(refused.getMessage(), refused);
    }
  }

  /// Ends what lasts as long as its readers want.
  void stopping() {
    placement.endStreams();
  }

  /// Hands all workbooks over to the other servers.
  void leave() {
    ownership.close();
    placement.close();
  }

  @Override
  public void close() {
    database.close();
  }
}
