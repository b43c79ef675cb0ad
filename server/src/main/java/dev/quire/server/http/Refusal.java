package dev.quire.server.http;

import java.util.Arrays;

/// What the server itself refuses, before or instead of the Graph API: status, code and message.
/// Codes are those that clients of Graph know for errors raised before Excel (semantics §4.1, O);
/// statuses without a known code carry the word of the published table (§4.2, D).
enum Refusal {
  BAD_REQUEST(400, "BadRequest", "The request could not be understood."),
  UNAUTHORIZED(401, "InvalidAuthenticationToken", "Access token is missing or wrong."),
  FORBIDDEN(403, "accessDenied", "This is not allowed from there."),
  NOT_FOUND(404, "itemNotFound", "There is nothing at this address."),
  METHOD_NOT_ALLOWED(405, "methodNotAllowed", "The method is not allowed at this address."),
  TIMEOUT(408, "requestTimeout", "The request took too long to arrive."),
  TOO_LARGE(413, "RequestPayloadSizeLimitExceeded", "The request body is too large."),
  URI_TOO_LONG(414, "BadRequest", "The address is too long."),
  UNSUPPORTED_MEDIA(415, "BadRequest", "The content encoding is not supported."),
  FIELDS_TOO_LARGE(431, "BadRequest", "The request headers are too large."),
  INTERNAL(500, "generalException", "An unexpected error occurred while processing the request."),
  NOT_IMPLEMENTED(501, "notImplemented", "This is not implemented."),
  UNAVAILABLE(503, "serviceNotAvailable", "The server is shutting down.");

  private final int status;
  private final String code;
  private final String message;

  Refusal(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String message() {
    return message;
  }

  /// The refusal for a status that the HTTP library chose; the nearest of the family when the
  /// status is not in the table.
  static Refusal of(int status) {
    return Arrays.stream(values())
        .filter(refusal -> refusal.status == status)
        .findFirst()
        .orElse(status < 500 ? BAD_REQUEST : INTERNAL);
  }
}
