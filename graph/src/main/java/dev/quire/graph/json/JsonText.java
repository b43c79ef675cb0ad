package dev.quire.graph.json;

/// Text.
///
/// @param text unescaped
public record JsonText(String text) implements Json {
  @Override
  public String kind() {
    return "text";
  }
}
