package dev.quire.graph;

import dev.quire.graph.exchange.Headers;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One request of a batch.
///
/// @param id chosen by the client
/// @param method in capitals
/// @param url begins with a slash, relative to the version; blanks are escaped
/// @param fields headers of this part alone
/// @param content the body, [JsonNull] for none
/// @param dependsOn ids of parts that must have succeeded
record BatchPart(
    String id,
    String method,
    String url,
    Map<String, List<String>> fields,
    Json content,
    List<String> dependsOn) {
  /// A batch that cannot be taken. Expected, so without a stack trace.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  static BatchPart of(Json json) {
    if (!(json instanceof JsonObject part)) {
      throw new Refused("Invalid batch payload format.");
    }
    String id = text(part, "id");
    String url = text(part, "url").replace(" ", "%20");
    if (url.toLowerCase(Locale.ROOT).contains("$batch")) {
      throw new Refused("The request '%s' is a batch itself.".formatted(id));
    }
    return new BatchPart(
        id,
        text(part, "method").toUpperCase(Locale.ROOT),
        url.startsWith("/") ? url : "/" + url,
        fields(part),
        part.find("body").orElse(new JsonNull()),
        dependencies(id, part));
  }

  /// The headers of the part. Who asks is told by the batch as a whole; everything else, the
  /// session too, by the part.
  Headers headers(Headers outer) {
    var all = new HashMap<>(fields);
    outer.find("Authorization").ifPresent(token -> all.put("Authorization", List.of(token)));
    return Headers.of(all);
  }

  /// The body as bytes: JSON written out, or what a base64 text of another type holds.
  byte[] body() throws IOException {
    if (content instanceof JsonNull) {
      return new byte[0];
    }
    boolean isJson =
        Headers.of(fields).find("content-type").map(type -> type.contains("json")).orElse(true);
    if (!isJson && content instanceof JsonText(String base64)) {
      try {
        return Base64.getMimeDecoder().decode(base64);
      } catch (IllegalArgumentException garbled) {
        throw new Refused("The body of the request '%s' is not base64.".formatted(id));
      }
    }
    var bytes = new ByteArrayOutputStream();
    JsonOut.write(bytes, out -> out.json(content));
    return bytes.toByteArray();
  }

  private static String text(JsonObject part, String name) {
    if (part.find(name).orElse(new JsonNull()) instanceof JsonText(String text)
        && !text.isEmpty()) {
      return text;
    }
    throw new Refused("Each request of a batch needs a string '%s'.".formatted(name));
  }

  private static Map<String, List<String>> fields(JsonObject part) {
    var fields = new HashMap<String, List<String>>();
    if (part.find("headers").orElse(new JsonNull()) instanceof JsonObject headers) {
      for (JsonObject.Member header : headers.members()) {
        if (header.value() instanceof JsonText(String value)) {
          fields.put(header.name(), List.of(value));
        }
      }
    }
    return fields;
  }

  private static List<String> dependencies(String id, JsonObject part) {
    return switch (part.find("dependsOn").orElse(new JsonNull())) {
      case JsonNull _ -> List.of();
      case JsonArray ids -> ids.items().stream().map(each -> dependency(id, each)).toList();
      default -> throw new Refused("'dependsOn' of '%s' has to be an array.".formatted(id));
    };
  }

  private static String dependency(String id, Json each) {
    if (each instanceof JsonText(String text)) {
      return text;
    }
    throw new Refused("'dependsOn' of '%s' has to hold ids.".formatted(id));
  }
}
