package dev.quire.bench.filing;

import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonReader;
import dev.quire.graph.json.JsonText;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The part of the drive API that clients here use, for one folder in the root.
///
/// @param folder its name
record Office(Wire wire, String folder) {
  private static final JsonReader JSON = new JsonReader(JsonReader.Limits.DEFAULT);
  static final String REPLACING = "@microsoft.graph.conflictBehavior";

  /// A file or folder of this path below the folder, as an address.
  String at(String path) {
    return "/v1.0/me/drive/root:/" + folder + (path.isEmpty() ? "" : "/" + path);
  }

  static String item(String id) {
    return "/v1.0/me/drive/items/" + id;
  }

  /// A reference to a folder below the folder.
  String reference(String path) {
    return "\"parentReference\":{\"path\":\"/drive/root:/%s%s\"}"
        .formatted(folder, path.isEmpty() ? "" : "/" + path);
  }

  /// Makes the folder, unless it is there.
  void open() throws IOException, InterruptedException {
    if (wire.ask("GET", at(""), Map.of()).statusCode() == 200) {
      return;
    }
    var made =
        send(
            "POST",
            "/v1.0/me/drive/root/children",
            "{\"name\":\"%s\",\"folder\":{}}".formatted(folder));
    if (made.statusCode() != 201) {
      throw new IOException("the folder was not made: " + Wire.text(made));
    }
  }

  HttpResponse<byte[]> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return wire.send(
        method,
        path,
        body.isEmpty() ? Map.of() : Map.of("Content-Type", "application/json"),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends a content, whatever the file has.
  HttpResponse<byte[]> put(String path, byte[] content, boolean isThere)
      throws IOException, InterruptedException {
    return wire.send("PUT", path, isThere ? Map.of("If-Match", "*") : Map.of(), content);
  }

  HttpResponse<byte[]> inSession(String method, String path, Optional<String> ticket, String body)
      throws IOException, InterruptedException {
    return wire.send(
        method,
        path,
        ticket.map(id -> Map.of("workbook-session-id", id)).orElseGet(Map::of),
        body.getBytes(StandardCharsets.UTF_8));
  }

  /// All that lies below the folder.
  World.Seen look() throws IOException, InterruptedException {
    var seen = new World.Seen(new TreeMap<>(), new TreeSet<>());
    look("", seen);
    return seen;
  }

  private void look(String path, World.Seen seen) throws IOException, InterruptedException {
    for (JsonObject item : list(at(path) + ":/children")) {
      String below = path.isEmpty() ? text(item, "name") : path + "/" + text(item, "name");
      if (item.find("folder").isPresent()) {
        seen.folders().add(below);
        look(below, seen);
      } else {
        seen.files().put(below, text(item, "id"));
      }
    }
  }

  /// The members of a collection.
  List<JsonObject> list(String path) throws IOException, InterruptedException {
    var answer = wire.ask("GET", path, Map.of());
    if (answer.statusCode() == 200
        && object(answer).find("value").orElseThrow() instanceof JsonArray(List<Json> items)) {
      return items.stream().map(JsonObject.class::cast).toList();
    }
    throw new IOException("%s: %d %s".formatted(path, answer.statusCode(), Wire.text(answer)));
  }

  byte[] content(String path) throws IOException, InterruptedException {
    var answer = wire.ask("GET", path, Map.of());
    if (answer.statusCode() != 200) {
      throw new IOException("%s: %d %s".formatted(path, answer.statusCode(), Wire.text(answer)));
    }
    return answer.body();
  }

  /// What a session on a file answers.
  HttpResponse<byte[]> refresh(String id, String ticket) throws IOException, InterruptedException {
    return wire.ask(
        "POST", item(id) + "/workbook/refreshSession", Map.of("workbook-session-id", ticket));
  }

  static JsonObject object(HttpResponse<byte[]> answer) throws IOException {
    return JSON.read(Wire.stream(answer)).orElseThrow() instanceof JsonObject found
        ? found
        : new JsonObject(List.of());
  }

  static String text(JsonObject object, String member) {
    return object.find(member).orElseThrow() instanceof JsonText(String text) ? text : "";
  }
}
