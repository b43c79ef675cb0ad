package dev.quire.graph.json;

/// A JSON value as a client sent it. JSON's null is a value like the others.
public sealed interface Json
    permits JsonArray, JsonFlag, JsonNull, JsonNumber, JsonObject, JsonText {
  /// What it is, in a word, for messages: `an object`, `text`.
  String kind();
}
