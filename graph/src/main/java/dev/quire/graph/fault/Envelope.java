package dev.quire.graph.fault;

import dev.quire.graph.json.JsonOut;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The JSON around an error.
///
/// @param shape which of the two known forms
/// @param requestId the id that the server gave the request
/// @param clientRequestId the id that the client sent, else the server's
/// @param moment when it was answered
public record Envelope(Shape shape, String requestId, String clientRequestId, Instant moment) {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// The forms of an error.
  public enum Shape {
    /// Most specific code on top, as the service answers since 2021 (semantics §4.1, O).
    OBSERVED,
    /// Word of the status on top, more and more specific codes inside (semantics §4.1, D).
    DOCUMENTED
  }

  /// Writes `{"error":{…}}`.
  public void write(GraphError error, JsonOut out) {
    var shown = shape == Shape.OBSERVED ? error : documented(error);
    out.beginObject().name("error").beginObject();
    out.text("code", shown.code()).text("message", shown.message());
    shown.target().ifPresent(target -> out.text("target", target));
    out.name("innerError").beginObject();
    writeDetails(shown.details(), out);
    out.text("date", SECONDS.format(moment));
    out.text("request-id", requestId);
    out.text("client-request-id", clientRequestId);
    out.endObject().endObject().endObject();
  }

  /// Writes the error of a failed long-running operation: in the documented order whatever the
  /// shape, and without ids (semantics §1.3, D). A value, not a member.
  public static void writeOperationError(GraphError error, JsonOut out) {
    var shown = documented(error);
    out.beginObject().text("code", shown.code()).text("message", shown.message());
    if (!shown.details().isEmpty()) {
      out.name("innerError").beginObject();
      writeDetails(shown.details(), out);
      out.endObject();
    }
    out.endObject();
  }

  /// The members of one level, with the next level inside.
  private static void writeDetails(List<GraphError.Detail> details, JsonOut out) {
    if (details.isEmpty()) {
      return;
    }
    var detail = details.getFirst();
    out.text("code", detail.code()).text("message", detail.message());
    if (details.size() > 1) {
      out.name("innerError").beginObject();
      writeDetails(details.subList(1, details.size()), out);
      out.endObject();
    }
  }

  /// The same error with the word of its status on top. A status without a word keeps its code.
  private static GraphError documented(GraphError error) {
    var word = StatusWord.find(error.status());
    if (word.isEmpty()) {
      return error;
    }
    var details = new ArrayList<>(error.details());
    if (details.isEmpty()) {
      details.add(new GraphError.Detail(error.code(), error.message()));
    } else {
      // What is special about this request goes where it is most specific.
      details.set(
          details.size() - 1, new GraphError.Detail(details.getLast().code(), error.message()));
    }
    return new GraphError(
        error.status(), word.get().code(), word.get().message(), details, error.target());
  }
}
