package dev.quire.server.control;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.fault.ErrorCode;
import dev.quire.graph.fault.GraphError;
import dev.quire.graph.fault.ServiceCode;
import dev.quire.graph.gate.Mishaps.Drop;
import dev.quire.graph.gate.Mishaps.Mishap;
import dev.quire.graph.gate.Mishaps.Refusal;
import dev.quire.server.control.Control.OrderRefused;
import dev.quire.server.http.Json;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An order that something is to go wrong.
///
/// @param what `slow`, `drop`, `429`, `503`, `504`, `409` or any code that the service answers
/// @param path what the path of a request must contain, as it is sent; empty for any
/// @param method the method it must have; empty for any
/// @param session the session it must be in; empty for any
/// @param after how many such requests are spared first
/// @param times how many then meet the fault
/// @param pause how long `slow` takes, and what `Retry-After` says
record FaultOrder(
    String what, String path, String method, String session, int after, int times, Duration pause) {
  private static final Set<String> NAMES =
      Set.of("fault", "path", "method", "session", "after", "times", "wait");

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
            number(order, "after", 0),
            number(order, "times", 1),
            wait(order));
    if (!read.isSlow() && !read.isDrop() && read.error().isEmpty()) {
      throw new OrderRefused("No such fault: '" + read.what + "'. Say slow, drop, or an error.");
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

  boolean fits(GraphRequest request) {
    return request.rawPath().contains(path)
        && (method.isEmpty() || method.equalsIgnoreCase(request.method()))
        && (session.isEmpty()
            || session.equals(request.headers().find("workbook-session-id").orElse("")));
  }

  /// The order once a request that fits has come.
  FaultOrder next() {
    return after > 0
        ? new FaultOrder(what, path, method, session, after - 1, times, pause)
        : new FaultOrder(what, path, method, session, 0, times - 1, pause);
  }

  boolean isSlow() {
    return what.equals("slow");
  }

  private boolean isDrop() {
    return what.equals("drop");
  }

  /// What happens to the request, when it is not only slow.
  Mishap mishap() {
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
    fields.put("after", after);
    fields.put("times", times);
    fields.put("wait", pause.toString());
    return fields;
  }
}
