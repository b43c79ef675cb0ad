package dev.quire.server.service;

import dev.quire.store.DriveAddress;
import dev.quire.store.DriveOpener;
import java.nio.file.Path;
import java.util.Map;

/// Where the files lie, and whose they are.
///
/// @param address where they lie
/// @param opener opens drives
/// @param state where drives keep what they remember, outside of `address`
/// @param shared whether this is the drive of everyone; otherwise each user has a drive in it
/// @param sites folders that are the drives of sites, by the name of the site
/// @param groups folders that are the drives of groups, by the id of the group
public record DriveSettings(
    DriveAddress address,
    DriveOpener opener,
    Path state,
    boolean shared,
    Map<String, Path> sites,
    Map<String, Path> groups) {
  /// Copies the maps.
  public DriveSettings {
    sites = Map.copyOf(sites);
    groups = Map.copyOf(groups);
  }

  /// The same with a drive for each user.
  public DriveSettings personal() {
    return new DriveSettings(address, opener, state, false, sites, groups);
  }

  /// The same with these drives of sites and groups.
  public DriveSettings named(Map<String, Path> ofSites, Map<String, Path> ofGroups) {
    return new DriveSettings(address, opener, state, shared, ofSites, ofGroups);
  }
}
