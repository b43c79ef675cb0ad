package dev.quire.server.service;

import java.net.URI;
import java.time.Duration;

/// How a server takes part in a cluster.
///
/// @param database the database that all servers share, as JDBC has it, with user and password
/// @param node where the other servers reach this one
/// @param lease how long a server may be silent before others take its workbooks
public record ClusterSettings(String database, URI node, Duration lease) {
  /// Keeps the password out of logs.
  @Override
  public String toString() {
    return "cluster of " + node;
  }
}
