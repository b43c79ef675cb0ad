package dev.quire.graph.gate;

/// Whose rules apply.
public enum Profile {
  /// Limits, refusals and quirks as documented for the cloud service.
  GRAPH,
  /// What an owner of files wants.
  SERVER
}
