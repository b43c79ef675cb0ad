package dev.quire.graph;

import dev.quire.graph.fault.GraphError;

/// What a 401 asks for (RFC 6750 §3).
final class Challenge {
  private Challenge() {}

  static String of(GraphError error) {
    String described = error.message().replaceAll("[^ !#-\\[\\]-~]", "'");
    return "Bearer realm=\"quire\", error=\"invalid_token\", error_description=\""
        + described
        + "\"";
  }
}
