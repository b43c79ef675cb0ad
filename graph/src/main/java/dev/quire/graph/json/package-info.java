/// JSON in and out: a bounded reader into a small sealed tree, and a streaming writer. The only
/// place that knows a JSON library. Knows no name of the API. Start with [JsonReader] and
/// [JsonOut].
package dev.quire.graph.json;
