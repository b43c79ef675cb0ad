package dev.quire.graph.fault;

import java.util.Optional;

/// The published top-level codes: one for each status (semantics §4.2, D).
public enum StatusWord {
  BAD_REQUEST(400, "badRequest", "The request is malformed or incorrect."),
  UNAUTHORIZED(401, "unauthorized", "The caller is not authenticated."),
  FORBIDDEN(403, "forbidden", "The caller doesn't have permission to perform the action."),
  NOT_FOUND(404, "notFound", "The resource could not be found."),
  METHOD_NOT_ALLOWED(
      405, "methodNotAllowed", "The HTTP method in the request is not allowed on the resource."),
  CONFLICT(409, "conflict", "The current state conflicts with what the request expects."),
  PAYLOAD_TOO_LARGE(413, "payloadTooLarge", "The request size exceeds the maximum limit."),
  TOO_MANY_REQUESTS(429, "tooManyRequests", "The app or user has been throttled."),
  INTERNAL_SERVER_ERROR(
      500,
      "internalServerError",
      "An internal server error occurred while processing the request."),
  NOT_IMPLEMENTED(501, "notImplemented", "The requested feature isn't implemented."),
  BAD_GATEWAY(
      502,
      "badGateway",
      "The server encountered a temporary error and could not complete your request."),
  SERVICE_UNAVAILABLE(
      503, "serviceUnavailable", "The service is not available. Please try your request again."),
  GATEWAY_TIMEOUT(
      504,
      "gatewayTimeout",
      "The server, while acting as a proxy, did not receive a timely response from the upstream server in order to complete the request.");

  private final int status;
  private final String code;
  private final String message;

  StatusWord(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The code on the wire.
  public String code() {
    return code;
  }

  /// The published text.
  public String message() {
    return message;
  }

  /// The word for a status; empty for statuses that the table does not have (414, 423, 424).
  public static Optional<StatusWord> find(int status) {
    for (var word : values()) {
      if (word.status == status) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }
}
