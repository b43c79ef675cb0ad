package dev.quire.server.service;

import dev.quire.graph.GraphSettings;
import dev.quire.ooxml.guard.XlsxLimits;
import dev.quire.session.SessionSettings;
import dev.quire.store.DriveAddress;
import dev.quire.store.DriveOpener;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// What a [WorkbookService] is made from.
///
/// @param graph how the API behaves
/// @param sessions limits of sessions
/// @param files limits of workbook files
/// @param drives where the files lie
/// @param journal where acknowledged changes are kept until they are in a file
/// @param calculation how workbooks are calculated
/// @param notifyHosts hosts that notifications may be sent to, beside this machine in development
public record ServiceSettings(
    GraphSettings graph,
    SessionSettings sessions,
    XlsxLimits files,
    DriveSettings drives,
    Path journal,
    CalculationSettings calculation,
    Set<String> notifyHosts) {
  /// Copies the set.
  public ServiceSettings {
    notifyHosts = Set.copyOf(notifyHosts);
  }

  /// As the cloud service behaves, over one folder that is everyone's.
  public static ServiceSettings graph(Path drive, Path state) {
    var opener = new DriveOpener(Map.of(), InstantSource.system());
    return new ServiceSettings(
        GraphSettings.GRAPH,
        SessionSettings.GRAPH,
        XlsxLimits.DEFAULT,
        new DriveSettings(new DriveAddress.Folder(drive), opener, state, true, Map.of(), Map.of()),
        state.resolve(".journal"),
        CalculationSettings.USUAL,
        Set.of());
  }

  /// The same with another behaviour of the API.
  public ServiceSettings with(GraphSettings other) {
    return new ServiceSettings(other, sessions, files, drives, journal, calculation, notifyHosts);
  }

  /// The same with other limits of sessions.
  public ServiceSettings with(SessionSettings other) {
    return new ServiceSettings(graph, other, files, drives, journal, calculation, notifyHosts);
  }

  /// The same with other limits of workbook files.
  public ServiceSettings with(XlsxLimits other) {
    return new ServiceSettings(graph, sessions, other, drives, journal, calculation, notifyHosts);
  }

  /// The same with other drives.
  public ServiceSettings with(DriveSettings other) {
    return new ServiceSettings(graph, sessions, files, other, journal, calculation, notifyHosts);
  }

  /// The same, calculated otherwise.
  public ServiceSettings with(CalculationSettings other) {
    return new ServiceSettings(graph, sessions, files, drives, journal, other, notifyHosts);
  }
}
