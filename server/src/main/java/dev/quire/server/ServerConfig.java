package dev.quire.server;

import dev.quire.server.clock.DevelopmentClock;
import dev.quire.server.data.DataFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/// All that a server needs to know to start.
///
/// @param host name or address to listen on
/// @param port TCP port; 0 lets the system choose
/// @param tls whether to serve TLS with a certificate of the local authority in the data folder
/// @param data where everything lies that outlives the process
/// @param identity who is believed to be who
/// @param bodyLimitBytes largest request body, measured after decompression
/// @param idleTimeout how long a connection may be silent
/// @param connections how many there may be at a time; others wait to be let in
/// @param drainTimeout how long running requests may take to finish at shutdown
/// @param clock the time; a [DevelopmentClock] can be moved through `/.quire/clock` while the
///   server listens on loopback
/// @param log where errors, and request lines if wanted, are written
/// @param requestLines whether to write a line per request
public record ServerConfig(
    String host,
    int port,
    boolean tls,
    DataFolder data,
    Identity identity,
    long bodyLimitBytes,
    Duration idleTimeout,
    int connections,
    Duration drainTimeout,
    InstantSource clock,
    PrintStream log,
    boolean requestLines) {
  /// Loopback, a port of the system's choice, development tokens, a clock that can be moved.
  @SuppressWarnings("SystemOut")
  public static ServerConfig development(Path dataFolder) {
    return new ServerConfig(
        "127.0.0.1",
        0,
        false,
        new DataFolder(dataFolder),
        new Identity.Development(false),
        5L * 1024 * 1024,
        Duration.ofSeconds(60),
        20_000,
        Duration.ofSeconds(30),
        new DevelopmentClock(InstantSource.system()),
        System.err,
        false);
  }

  /// The same with another identity.
  public ServerConfig withIdentity(Identity other) {
    return new ServerConfig(
        host,
        port,
        tls,
        data,
        other,
        bodyLimitBytes,
        idleTimeout,
        connections,
        drainTimeout,
        clock,
        log,
        requestLines);
  }

  /// The same with another clock.
  public ServerConfig withClock(InstantSource other) {
    return new ServerConfig(
        host,
        port,
        tls,
        data,
        identity,
        bodyLimitBytes,
        idleTimeout,
        connections,
        drainTimeout,
        other,
        log,
        requestLines);
  }

  /// The same on another port, with a data folder of its own.
  public ServerConfig at(int otherPort, DataFolder otherData) {
    return new ServerConfig(
        host,
        otherPort,
        tls,
        otherData,
        identity,
        bodyLimitBytes,
        idleTimeout,
        connections,
        drainTimeout,
        clock,
        log,
        requestLines);
  }
}
