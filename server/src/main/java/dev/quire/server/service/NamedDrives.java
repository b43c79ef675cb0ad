package dev.quire.server.service;

import dev.quire.graph.gate.Caller;
import dev.quire.store.DriveStore;
import dev.quire.store.FolderDrive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The drives of users, and beside them folders that stand for the drives of sites and groups.
/// Those are open to everyone who may use drives at all: there are no members here.
final class NamedDrives implements OwnDrives {
  private final OwnDrives ofUsers;
  private final Map<String, Drive> sites;
  private final Map<String, Drive> groups;

  private NamedDrives(OwnDrives ofUsers, Map<String, Drive> sites, Map<String, Drive> groups) {
    this.ofUsers = ofUsers;
    this.sites = sites;
    this.groups = groups;
  }

  /// @throws IOException when a folder cannot be used
  static NamedDrives open(OwnDrives ofUsers, DriveSettings settings) throws IOException {
    return new NamedDrives(
        ofUsers,
        drives("site", settings.sites(), settings.state()),
        drives("group", settings.groups(), settings.state()));
  }

  /// By name in lower case.
  private static Map<String, Drive> drives(String kind, Map<String, Path> folders, Path state)
      throws IOException {
    var drives = new HashMap<String, Drive>();
    for (var each : folders.entrySet()) {
      String name = folded(each.getKey());
      String id = DriveIds.of(kind + " " + name);
      Path folder = Files.createDirectories(each.getValue()).toRealPath();
      DriveStore store = FolderDrive.open(folder, state.resolve(FolderName.of(id)));
      drives.put(name, new Drive(id, each.getKey(), each.getKey(), store));
    }
    return drives;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Drive> own(Caller caller) {
    return ofUsers.own(caller);
  }

  @Override
  public Optional<Drive> ofUser(Caller caller, String user) {
    return ofUsers.ofUser(caller, user);
  }

  @Override
  public Optional<Drive> ofSite(Caller caller, String site) {
    return Optional.ofNullable(sites.get(folded(site)));
  }

  @Override
  public Optional<Drive> ofGroup(Caller caller, String group) {
    return Optional.ofNullable(groups.get(folded(group)));
  }

  @Override
  public Optional<Drive> byId(Caller caller, String driveId) {
    return named(driveId).or(() -> ofUsers.byId(caller, driveId));
  }

  @Override
  public Optional<DriveStore> store(String driveId) {
    return named(driveId).map(Drive::store).or(() -> ofUsers.store(driveId));
  }

  @Override
  public Map<String, DriveStore> all() {
    var all = new HashMap<>(ofUsers.all());
    Stream.concat(sites.values().stream(), groups.values().stream())
        .forEach(drive -> all.put(drive.id(), drive.store()));
    return all;
  }

  private Optional<Drive> named(String driveId) {
    return Stream.concat(sites.values().stream(), groups.values().stream())
        .filter(drive -> drive.id().equals(driveId))
        .findFirst();
  }
}
