package dev.quire.server.service;

import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Caller.Account;
import dev.quire.store.DriveStore;
import java.util.Map;
import java.util.Optional;

/// One drive that is the own drive of everyone who signs in, for development.
final class SharedDrive implements OwnDrives {
  private final String id;
  private final DriveStore store;

  SharedDrive(String id, DriveStore store) {
    this.id = id;
    this.store = store;
  }

  @Override
  public Optional<Drive> own(Caller caller) {
    return caller.account() == Account.APPLICATION
        ? Optional.empty()
        : Optional.of(new Drive(id, caller.userId(), caller.userName(), store));
  }

  @Override
  public Optional<Drive> ofUser(Caller caller, String user) {
    return caller.account() == Account.APPLICATION
        ? Optional.of(new Drive(id, user, user, store))
        : own(caller).filter(_ -> caller.isNamed(user));
  }

  @Override
  public Optional<Drive> byId(Caller caller, String driveId) {
    return driveId.equals(id)
        ? Optional.of(new Drive(id, caller.userId(), caller.userName(), store))
        : Optional.empty();
  }

  @Override
  public Optional<DriveStore> store(String driveId) {
    return driveId.equals(id) ? Optional.of(store) : Optional.empty();
  }

  @Override
  public Map<String, DriveStore> all() {
    return Map.of(id, store);
  }
}
