package dev.quire.graph.edm;

import java.util.List;

/// An enumeration.
///
/// @param name without namespace
/// @param members the words, in the order of the model
public record EnumType(String name, List<String> members) {
  /// Copies the members.
  public EnumType {
    members = List.copyOf(members);
  }
}
