package dev.quire.server.service;

import dev.quire.graph.GraphSettings;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.session.SessionSettings;
import dev.quire.store.DriveAddress;
import dev.quire.store.DriveOpener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/// What a [WorkbookService] is made from.
///
/// @param graph how the API behaves
/// @param sessions limits of sessions
/// @param files limits of workbook files
/// @param drive where the files lie
/// @param opener opens drives
/// @param state where drives keep what they remember, outside of `drive`
/// @param journal where acknowledged changes are kept until they are in a file
/// @param shared whether this is the drive of everyone; otherwise each user has a drive in it
/// @param sites folders that are the drives of sites, by the name of the site
/// @param groups folders that are the drives of groups, by the id of the group
/// @param zone the zone of `TODAY` and `NOW`
/// @param calculation how long one calculation may take
/// @param notifyHosts hosts that notifications may be sent to, beside this machine in development
public record ServiceSettings(
    GraphSettings graph,
    SessionSettings sessions,
    XlsxLimits files,
    DriveAddress drive,
    DriveOpener opener,
    Path state,
    Path journal,
    boolean shared,
    Map<String, Path> sites,
    Map<String, Path> groups,
    ZoneId zone,
    Duration calculation,
    Set<String> notifyHosts) {
  /// Copies the maps.
  public ServiceSettings {
    sites = Map.copyOf(sites);
    groups = Map.copyOf(groups);
    notifyHosts = Set.copyOf(notifyHosts);
  }

  /// As the cloud service behaves, over one folder that is everyone's.
  public static ServiceSettings graph(Path drive, Path state) {
    return new ServiceSettings(
        GraphSettings.GRAPH,
        SessionSettings.GRAPH,
        XlsxLimits.DEFAULT,
        new DriveAddress.Folder(drive),
        new DriveOpener(Map.of(), InstantSource.system()),
        state,
        state.resolve(".journal"),
        true,
        Map.of(),
        Map.of(),
        ZoneId.of("UTC"),
        Duration.ofSeconds(30),
        Set.of());
  }

  /// The same with another behaviour of the API.
  public ServiceSettings with(GraphSettings other) {
    return new ServiceSettings(
        other,
        sessions,
        files,
        drive,
        opener,
        state,
        journal,
        shared,
        sites,
        groups,
        zone,
        calculation,
        notifyHosts);
  }

  /// The same with other limits of sessions.
  public ServiceSettings with(SessionSettings other) {
    return new ServiceSettings(
        graph,
        other,
        files,
        drive,
        opener,
        state,
        journal,
        shared,
        sites,
        groups,
        zone,
        calculation,
        notifyHosts);
  }

  /// The same with other limits of workbook files.
  public ServiceSettings with(XlsxLimits other) {
    return new ServiceSettings(
        graph,
        sessions,
        other,
        drive,
        opener,
        state,
        journal,
        shared,
        sites,
        groups,
        zone,
        calculation,
        notifyHosts);
  }

  /// The same with drives of sites and groups.
  public ServiceSettings with(Map<String, Path> ofSites, Map<String, Path> ofGroups) {
    return new ServiceSettings(
        graph,
        sessions,
        files,
        drive,
        opener,
        state,
        journal,
        shared,
        ofSites,
        ofGroups,
        zone,
        calculation,
        notifyHosts);
  }
}
