package dev.quire.server.service;

import dev.quire.graph.gate.Caller;
import dev.quire.graph.gate.Caller.Account;
import dev.quire.store.DriveStore;
import dev.quire.store.FolderDrive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A folder for each user, named by the user's id, in one folder for all. A user sees nothing of
/// the others; an application with the right permission sees the drives of all who have signed in.
final class PersonalDrives implements OwnDrives {
  private final Path folder;
  private final Path state;
  private final Map<String, DriveStore> open = new ConcurrentHashMap<>();

  PersonalDrives(Path folder, Path state) {
    this.folder = folder;
    this.state = state;
  }

  @Override
  public Optional<Drive> own(Caller caller) {
    if (caller.account() == Account.APPLICATION) {
      return Optional.empty();
    }
    String name = FolderName.of(caller.userId());
    return Optional.of(
        new Drive(DriveIds.of(name), caller.userId(), caller.userName(), open(name)));
  }

  @Override
  public Optional<Drive> ofUser(Caller caller, String user) {
    if (caller.account() == Account.APPLICATION) {
      return existing(FolderName.of(user), user);
    }
    boolean isCaller =
        user.equalsIgnoreCase(caller.userId()) || user.equalsIgnoreCase(caller.userName());
    return own(caller).filter(_ -> isCaller);
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
    return name(driveId).map(this::open);
  }

  private Optional<String> name(String driveId) {
    try (var folders = Files.list(folder)) {
      return folders
          .map(each -> each.getFileName().toString())
          .filter(name -> DriveIds.of(name).equals(driveId))
          .findFirst();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Optional<Drive> existing(String name, String user) {
    return Files.isDirectory(folder.resolve(name))
        ? Optional.of(new Drive(DriveIds.of(name), user, user, open(name)))
        : Optional.empty();
  }

  private DriveStore open(String name) {
    return open.computeIfAbsent(
        name,
        each -> {
          try {
            Path own = Files.createDirectories(folder.resolve(each));
            return FolderDrive.open(own, state.resolve(each));
          } catch (IOException refused) {
            throw new UncheckedIOException(refused);
          }
        });
  }
}
