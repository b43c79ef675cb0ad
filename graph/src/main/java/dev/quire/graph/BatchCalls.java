package dev.quire.graph;

import dev.quire.graph.BatchPart.Refused;
import dev.quire.graph.exchange.GraphHandler;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.json.JsonArray;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.NotAllowed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// `$batch` (semantics §13): up to twenty requests in one, each answered as if it had come alone.
/// They are worked off in the order given, so those of one session keep their order.
final class BatchCalls {
  private static final int MOST_PARTS = 20;
  private static final String FORMAT = "Invalid batch payload format.";
  private static final String MIXED = "Batch should be either fully sequential or fully parallel.";

  private final GraphHandler handler;
  private final Sources sources;

  /// @param handler answers the parts
  /// @param sources names the parts
  BatchCalls(GraphHandler handler, Sources sources) {
    this.handler = handler;
    this.sources = sources;
  }

  Answer answer(Call call) throws IOException {
    if (call.request().method().equals("OPTIONS")) {
      return Answer.noContent().with("Allow", "POST, OPTIONS");
    }
    if (!call.request().method().equals("POST")) {
      throw new NotAllowed(call.request().method(), "POST, OPTIONS");
    }
    List<BatchPart> parts = parts(call.body());
    var answers = new LinkedHashMap<String, PartAnswer>();
    for (BatchPart part : parts) {
      answers.put(part.id(), dependencyFailed(part, answers) ? failed() : ask(call, part));
    }
    return Answer.json(200, out -> write(answers, out)).with("Content-Type", "application/json");
  }

  /// How one part was answered.
  private record PartAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    boolean isSuccess() {
      return status < 400;
    }
  }

  private static List<BatchPart> parts(JsonObject body) {
    if (!(body.find("requests").orElse(body) instanceof JsonArray requests)
        || requests.items().isEmpty()) {
      throw new Refused(FORMAT);
    }
    if (requests.items().size() > MOST_PARTS) {
      throw new Refused(
          "The batch has %d requests; at most %d are taken."
              .formatted(requests.items().size(), MOST_PARTS));
    }
    List<BatchPart> parts = requests.items().stream().map(BatchPart::of).toList();
    check(parts);
    return parts;
  }

  private static void check(List<BatchPart> parts) {
    Set<String> known = new HashSet<>();
    int dependent = 0;
    for (BatchPart part : parts) {
      if (!known.containsAll(part.dependsOn())) {
        throw new Refused(
            "The request '%s' depends on one that does not come before it.".formatted(part.id()));
      }
      if (!known.add(part.id())) {
        throw new Refused("The id '%s' occurs more than once.".formatted(part.id()));
      }
      dependent += part.dependsOn().isEmpty() ? 0 : 1;
    }
    if (dependent > 0 && dependent < parts.size() - 1) {
      throw new Refused(MIXED);
    }
  }

  private static boolean dependencyFailed(BatchPart part, Map<String, PartAnswer> answers) {
    return part.dependsOn().stream()
        .map(answers::get)
        .anyMatch(answer -> answer != null && !answer.isSuccess());
  }

  private static PartAnswer failed() throws IOException {
    var body = new ByteArrayOutputStream();
    JsonOut.write(
        body,
        out ->
            out.beginObject()
                .name("error")
                .beginObject()
                .text("code", "FailedDependency")
                .text("message", "A request that this one depends on has failed.")
                .endObject()
                .endObject());
    return new PartAnswer(
        424, Map.of("content-type", List.of("application/json")), body.toByteArray());
  }

  private PartAnswer ask(Call call, BatchPart part) throws IOException {
    GraphRequest outer = call.request();
    String url = "/" + call.route().version() + part.url();
    int query = url.indexOf('?');
    var request =
        new GraphRequest(
            part.method(),
            query < 0 ? url : url.substring(0, query),
            query < 0 ? Optional.empty() : Optional.of(url.substring(query + 1)),
            part.headers(outer.headers()),
            new ByteArrayInputStream(part.body()),
            outer.origin(),
            sources.secretId().toString(),
            outer.remote());
    GraphResponse response = handler.answer(request);
    var body = new ByteArrayOutputStream();
    response.body().writeTo(body);
    return new PartAnswer(response.status(), response.headers().fields(), body.toByteArray());
  }

  private static void write(Map<String, PartAnswer> answers, JsonOut out) {
    out.beginObject().name("responses").beginArray();
    answers.forEach((id, answer) -> {
      out.beginObject().text("id", id).number("status", answer.status());
      out.name("headers").beginObject();
      answer.headers().forEach((name, values) -> out.text(name, String.join(", ", values)));
      out.endObject();
      writeBody(answer, out);
      out.endObject();
    });
    out.endArray().endObject();
  }

  /// JSON is shown as it is, anything else in base64, as the service does.
  private static void writeBody(PartAnswer answer, JsonOut out) {
    if (answer.body().length == 0) {
      return;
    }
    boolean isJson =
        answer.headers().getOrDefault("content-type", List.of()).stream()
            .anyMatch(type -> type.startsWith("application/json"));
    out.name("body");
    if (isJson) {
      out.embed(new String(answer.body(), StandardCharsets.UTF_8));
    } else {
      out.text(Base64.getEncoder().encodeToString(answer.body()));
    }
  }
}
