package dev.quire.session;

import java.time.Duration;
import java.util.OptionalInt;

/// The limits of sessions, as data.
///
/// @param persistentIdle how long a persistent session lives without a request
/// @param privateIdle how long a session that keeps nothing lives without a request
/// @param perWorkbook how many sessions a workbook may have at once; nothing for any number
/// @param quiet how long after the last write of persistent sessions the file is brought up to date
/// @param bookIdle how long a workbook that nobody uses stays in memory
/// @param operationLife how long the result of a long-running operation can be asked for
/// @param versions which earlier contents of files are kept
/// @param bounds how much is taken on at once
public record SessionSettings(
    Duration persistentIdle,
    Duration privateIdle,
    OptionalInt perWorkbook,
    Duration quiet,
    Duration bookIdle,
    Duration operationLife,
    VersionRules versions,
    Bounds bounds) {
  /// The limits that are documented or were seen of the cloud service (semantics §1.2, §1.3, §1.6).
  public static final SessionSettings GRAPH =
      new SessionSettings(
          Duration.ofMinutes(5),
          Duration.ofMinutes(7),
          OptionalInt.of(25),
          Duration.ofSeconds(2),
          Duration.ofMinutes(15),
          Duration.ofMinutes(10),
          VersionRules.USUAL,
          Bounds.USUAL);

  /// With the usual versions and bounds.
  public SessionSettings(
      Duration persistentIdle,
      Duration privateIdle,
      OptionalInt perWorkbook,
      Duration quiet,
      Duration bookIdle,
      Duration operationLife) {
    this(
        persistentIdle,
        privateIdle,
        perWorkbook,
        quiet,
        bookIdle,
        operationLife,
        VersionRules.USUAL,
        Bounds.USUAL);
  }

  /// The same with other bounds.
  public SessionSettings with(Bounds other) {
    return new SessionSettings(
        persistentIdle, privateIdle, perWorkbook, quiet, bookIdle, operationLife, versions, other);
  }

  /// How long a session of this kind lives without a request.
  Duration idle(boolean persistent) {
    return persistent ? persistentIdle : privateIdle;
  }
}
