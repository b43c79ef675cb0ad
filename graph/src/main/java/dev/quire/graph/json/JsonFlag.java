package dev.quire.graph.json;

/// True or false.
///
/// @param flag which of them
public record JsonFlag(boolean flag) implements Json {
  @Override
  public String kind() {
    return "a boolean";
  }
}
