package dev.quire.graph.json;

/// The word `null`.
public record JsonNull() implements Json {
  @Override
  public String kind() {
    return "null";
  }
}
