package dev.quire.server.service;

import dev.quire.graph.GraphSettings;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.session.SessionSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/// What a [WorkbookService] is made from.
///
/// @param graph how the API behaves
/// @param sessions limits of sessions
/// @param files limits of workbook files
/// @param drive the folder with the files
/// @param state where drives keep what they remember, outside of `drive`
/// @param shared whether the folder is the drive of everyone; otherwise each user has a folder in
///   it
/// @param zone the zone of `TODAY` and `NOW`
/// @param calculation how long one calculation may take
public record ServiceSettings(
    GraphSettings graph,
    SessionSettings sessions,
    XlsxLimits files,
    Path drive,
    Path state,
    boolean shared,
    ZoneId zone,
    Duration calculation) {
  /// As the cloud service behaves, over one folder that is everyone's.
  public static ServiceSettings graph(Path drive, Path state) {
    return new ServiceSettings(
        GraphSettings.GRAPH,
        SessionSettings.GRAPH,
        XlsxLimits.DEFAULT,
        drive,
        state,
        true,
        ZoneId.of("UTC"),
        Duration.ofSeconds(30));
  }

  /// The same with another behaviour of the API.
  public ServiceSettings with(GraphSettings other) {
    return new ServiceSettings(other, sessions, files, drive, state, shared, zone, calculation);
  }

  /// The same with other limits of sessions.
  public ServiceSettings with(SessionSettings other) {
    return new ServiceSettings(graph, other, files, drive, state, shared, zone, calculation);
  }
}
