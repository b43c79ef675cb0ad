package dev.quire.server.service;

import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Caller.Account;
import dev.quire.store.DatabaseDrive;
import dev.quire.store.DriveStore;
import dev.quire.store.Transactions;
import dev.quire.store.cluster.FenceGuard;
import dev.quire.store.journal.Fences;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A drive for each user in the database of a cluster. A user sees nothing of the others; an
/// application with the right permission sees the drives of all who have signed in.
final class DatabaseDrives implements OwnDrives {
  /// Opens the drive of a name.
  interface Opener {
    DriveStore open(String name, DatabaseDrive.Guard guard);
  }

  private final Transactions database;
  private final Fences fences;
  private final Opener opener;
  private final Duration idle;
  private final Map<String, DriveStore> open = new ConcurrentHashMap<>();

  /// @param idle how long a session lives without a request
  DatabaseDrives(Transactions database, Fences fences, Opener opener, Duration idle) {
    this.database = database;
    this.fences = fences;
    this.opener = opener;
    this.idle = idle;
  }

  /// One drive that is the own drive of everyone who signs in, for development.
  OwnDrives shared() {
    String id = DriveIds.of("cluster");
    return new SharedDrive(id, open(id));
  }

  private static String id(String user) {
    return DriveIds.of(FolderName.of(user));
  }

  @Override
  public Optional<Drive> own(Caller caller) {
    return caller.account() == Account.APPLICATION
        ? Optional.empty()
        : Optional.of(drive(id(caller.userId()), caller.userId(), caller.userName()));
  }

  private Drive drive(String id, String owner, String name) {
    return new Drive(id, owner, name, open(id));
  }

  @Override
  public Optional<Drive> ofUser(Caller caller, String user) {
    if (caller.account() == Account.APPLICATION) {
      return Optional.of(id(user)).filter(this::exists).map(id -> drive(id, user, user));
    }
    return own(caller).filter(_ -> caller.isNamed(user));
  }

  @Override
  public Optional<Drive> byId(Caller caller, String driveId) {
    if (caller.account() != Account.APPLICATION) {
      return own(caller).filter(drive -> drive.id().equals(driveId));
    }
    return Optional.of(driveId).filter(this::exists).map(id -> drive(id, id, id));
  }

  @Override
  public Optional<DriveStore> store(String driveId) {
    return Optional.of(driveId).filter(this::exists).map(this::open);
  }

  @Override
  public Map<String, DriveStore> all() {
    return DatabaseDrive.names(database).stream()
        .collect(Collectors.toMap(Function.identity(), this::open));
  }

  private boolean exists(String id) {
    return open.containsKey(id) || DatabaseDrive.exists(database, id);
  }

  private DriveStore open(String id) {
    DriveStore present = open.get(id);
    if (present != null) {
      return present;
    }
    DriveStore made = opener.open(id, new FenceGuard(id, fences, idle));
    open.putIfAbsent(id, made);
    return made;
  }
}
