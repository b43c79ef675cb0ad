package dev.quire.server.control;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.fault.ErrorCode;
import dev.quire.graph.fault.GraphError;
import dev.quire.graph.fault.ServiceCode;
import dev.quire.graph.gate.Mishaps.Drop;
import dev.quire.graph.gate.Mishaps.Lag;
import dev.quire.graph.gate.Mishaps.Mishap;
import dev.quire.graph.gate.Mishaps.Refusal;
import dev.quire.graph.gate.OldContent;
import dev.quire.server.control.Control.OrderRefused;
import dev.quire.server.http.Json;
import dev.quire.store.Item;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// An order that something is to go wrong.
///
/// @param what `slow`, `drop`, `lagging`, `429`, `503`, `504`, `409` or any code that the service
///   answers
/// @param path what the path of a request must contain, as it is sent; empty for any
/// @param method the method it must have; empty for any
/// @param session the session it must be in; empty for any
/// @param file the file it must be about, by its id, its path in the drive or its name; empty for
///   any
/// @param after how many such requests are spared first
/// @param times how many then meet the fault
/// @param pause how long `slow` takes, and what `Retry-After` says
/// @param old what a file had, for `lagging`
record FaultOrder(
    String what,
    String path,
    String method,
    String session,
    String file,
    int after,
    int times,
    Duration pause,
    OldContent old) {
  private static final Set<String> NAMES =
      Set.of("fault", "path", "method", "session", "file", "after", "times", "wait");

  private static final Map<String, GraphError> SHORT =
      Map.of(
          "409", GraphError.of(ServiceCode.EDIT_MODE_CANNOT_ACQUIRE_LOCK),
          "429", GraphError.of(ErrorCode.TOO_MANY_REQUESTS_UNCATEGORIZED),
          "503", GraphError.of(ErrorCode.SERVICE_UNAVAILABLE_UNCATEGORIZED),
          "504", GraphError.of(ErrorCode.GATEWAY_TIMEOUT_UNCATEGORIZED));

  static FaultOrder of(Map<String, Object> order) throws OrderRefused {
    for (String name : order.keySet()) {
      if (!NAMES.contains(name)) {
        throw new OrderRefused("Unknown member: " + name + ". Known: " + NAMES + ".");
      }
    }
    var read =
        new FaultOrder(
            Json.text(order, "fault").orElse(""),
            Json.text(order, "path").orElse(""),
            Json.text(order, "method").orElse(""),
            Json.text(order, "session").orElse(""),
            Json.text(order, "file").orElse(""),
            number(order, "after", 0),
            number(order, "times", 1),
            wait(order),
            new OldContent());
    if (!read.isSlow() && !read.isDrop() && !read.isLagging() && read.error().isEmpty()) {
      throw new OrderRefused(
          "No such fault: '" + read.what + "'. Say slow, drop, lagging, or an error.");
    }
    return read;
  }

  private static int number(Map<String, Object> order, String name, int otherwise)
      throws OrderRefused {
    Object value = order.getOrDefault(name, otherwise);
    if (value instanceof Number number && number.longValue() >= 0 && number.longValue() < 1 << 20) {
      return number.intValue();
    }
    throw new OrderRefused("No number: " + name);
  }

  private static Duration wait(Map<String, Object> order) throws OrderRefused {
    try {
      var wait = Duration.parse(Json.text(order, "wait").orElse("PT1S"));
      if (wait.isNegative() || wait.compareTo(Duration.ofMinutes(5)) > 0) {
        throw new OrderRefused("A wait lies between nothing and five minutes.");
      }
      return wait;
    } catch (DateTimeParseException garbled) {
      throw new OrderRefused("Not an ISO 8601 duration such as PT2S: " + order.get("wait"));
    }
  }

  /// Whether a request is such a one.
  ///
  /// @param about finds the file that it is about; asked only where it matters
  boolean fits(GraphRequest request, Supplier<Optional<Item>> about) {
    return fits(request)
        && (!isLagging() || remembers(request) || isDownload(request) && !old.isEmpty())
        && (file.isEmpty() || about.get().filter(this::isFile).isPresent());
  }

  private boolean isFile(Item item) {
    return item.id().equals(file) || item.path().equals(file) || item.name().equals(file);
  }

  private static boolean isDownload(GraphRequest request) {
    return request.method().equals("GET") && request.rawPath().endsWith("/content");
  }

  /// Whether this is the request before which the content of the file is to be kept.
  boolean remembers(GraphRequest request) {
    return isLagging()
        && old.isEmpty()
        && Set.of("POST", "PUT", "PATCH", "DELETE").contains(request.method());
  }

  private boolean fits(GraphRequest request) {
    return request.rawPath().contains(path)
        && (method.isEmpty() || method.equalsIgnoreCase(request.method()))
        && (session.isEmpty()
            || session.equals(request.headers().find("workbook-session-id").orElse("")));
  }

  /// The order once a request that fits has come.
  FaultOrder next() {
    return after > 0
        ? new FaultOrder(what, path, method, session, file, after - 1, times, pause, old)
        : new FaultOrder(what, path, method, session, file, 0, times - 1, pause, old);
  }

  boolean isSlow() {
    return what.equals("slow");
  }

  private boolean isLagging() {
    return what.equals("lagging");
  }

  private boolean isDrop() {
    return what.equals("drop");
  }

  /// What happens to the request, when it is not only slow.
  Mishap mishap() {
    if (isLagging()) {
      return new Lag(old);
    }
    return isDrop()
        ? new Drop()
        : new Refusal(error().orElseThrow(), Math.toIntExact(pause.toSeconds()));
  }

  private Optional<GraphError> error() {
    return Optional.ofNullable(SHORT.get(what))
        .or(() ->
            Arrays.stream(ErrorCode.values())
                .filter(code -> code.code().equalsIgnoreCase(what))
                .findFirst()
                .map(GraphError::of))
        .or(() ->
            Arrays.stream(ServiceCode.values())
                .filter(code -> code.code().equalsIgnoreCase(what))
                .findFirst()
                .map(GraphError::of));
  }

  Map<String, Object> fields() {
    var fields = new HashMap<String, Object>();
    fields.put("fault", what);
    fields.put("path", path);
    fields.put("method", method);
    fields.put("session", session);
    fields.put("file", file);
    fields.put("after", after);
    fields.put("times", times);
    fields.put("wait", pause.toString());
    return fields;
  }
}
