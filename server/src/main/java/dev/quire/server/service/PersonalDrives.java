package dev.quire.server.service;

import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Caller.Account;
import dev.quire.store.DriveStore;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A drive for each user, named by the user's id, in one place for all. A user sees nothing of the
/// others; an application with the right permission sees the drives of all who have signed in.
final class PersonalDrives implements OwnDrives {
  private final DrivePlace place;

  PersonalDrives(DrivePlace place) {
    this.place = place;
  }

  @Override
  public Optional<Drive> own(Caller caller) {
    if (caller.account() == Account.APPLICATION) {
      return Optional.empty();
    }
    String name = FolderName.of(caller.userId());
    return Optional.of(
        new Drive(DriveIds.of(name), caller.userId(), caller.userName(), place.inside(name)));
  }

  @Override
  public Optional<Drive> ofUser(Caller caller, String user) {
    if (caller.account() == Account.APPLICATION) {
      return existing(FolderName.of(user), user);
    }
    return own(caller).filter(_ -> caller.isNamed(user));
  }

  @Override
  public Optional<Drive> byId(Caller caller, String driveId) {
    if (caller.account() != Account.APPLICATION) {
      return own(caller).filter(drive -> drive.id().equals(driveId));
    }
    return name(driveId).flatMap(name -> existing(name, name));
  }

  @Override
  public Optional<DriveStore> store(String driveId) {
    return name(driveId).map(place::inside);
  }

  private Optional<String> name(String driveId) {
    return place.names().stream().filter(name -> DriveIds.of(name).equals(driveId)).findFirst();
  }

  private Optional<Drive> existing(String name, String user) {
    return place.names().contains(name)
        ? Optional.of(new Drive(DriveIds.of(name), user, user, place.inside(name)))
        : Optional.empty();
  }

  @Override
  public Map<String, DriveStore> all() {
    return place.names().stream().collect(Collectors.toMap(DriveIds::of, place::inside));
  }
}
