package dev.quire.graph.fault;

import java.util.Optional;

/// Codes outside the published tables that the service was seen to answer (semantics §4.4, O), with
/// the texts that came with them.
public enum ServiceCode {
  API_NOT_FOUND(
      400,
      "ApiNotFound",
      "The API you are trying to use could not be found. It may be available in a newer version of"
          + " Excel. Please refer to the documentation:"
          + " \"https://docs.microsoft.com/office/dev/add-ins/reference/requirement-sets/excel-api-requirement-sets\"."),
  EDIT_MODE_ACCESS_DENIED(
      403,
      "EditModeAccessDenied",
      "Contact the workbook owner to request edit access.",
      ErrorCode.FORBIDDEN_UNCATEGORIZED),
  EDIT_MODE_CANNOT_ACQUIRE_LOCK(
      409,
      "EditModeCannotAcquireLock",
      "Another user is editing this workbook.",
      ErrorCode.ACCESS_CONFLICT),
  EDIT_MODE_CANNOT_ACQUIRE_LOCK_TOO_MANY_REQUESTS(
      429,
      "EditModeCannotAcquireLockTooManyRequests",
      "Too many requests are waiting to edit this workbook.",
      ErrorCode.TOO_MANY_REQUESTS_UNCATEGORIZED),
  FILE_OPEN_USER_UNAUTHORIZED(
      401,
      "FileOpenUserUnauthorized",
      "You do not have permissions to open this file in the browser.",
      ErrorCode.UNAUTHORIZED_UNCATEGORIZED),
  GENERIC_FILE_OPEN_ERROR(
      500,
      "GenericFileOpenError",
      "The workbook cannot be opened.",
      ErrorCode.INTERNAL_SERVER_ERROR_UNCATEGORIZED),
  MAX_REQUEST_DURATION_EXCEEDED(
      504,
      "MaxRequestDurationExceeded",
      "We're sorry. We couldn't finish what you asked us to do because it was taking too long.",
      ErrorCode.GATEWAY_TIMEOUT_UNCATEGORIZED),
  REQUEST_PAYLOAD_SIZE_LIMIT_EXCEEDED(
      413,
      "RequestPayloadSizeLimitExceeded",
      "The size of the payload exceeded the limit.",
      ErrorCode.PAYLOAD_TOO_LARGE_UNCATEGORIZED),
  RESPONSE_PAYLOAD_SIZE_LIMIT_EXCEEDED(
      400,
      "ResponsePayloadSizeLimitExceeded",
      "The size of the payload exceeded the limit. Read the documentation:"
          + " https://docs.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins.");

  private final int status;
  private final String code;
  private final String message;
  private final Optional<ErrorCode> category;

  /// A code that stands for itself inside `innerError` too.
  ServiceCode(int status, String code, String message) {
    this(status, code, message, Optional.empty());
  }

  /// A code that a published one sums up.
  ServiceCode(int status, String code, String message, ErrorCode category) {
    this(status, code, message, Optional.of(category));
  }

  ServiceCode(int status, String code, String message, Optional<ErrorCode> category) {
    this.status = status;
    this.code = code;
    this.message = message;
    this.category = category;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The code on the wire.
  public String code() {
    return code;
  }

  /// The text that was seen, or ours where none was.
  public String message() {
    return message;
  }

  /// The published code that sums this one up.
  public Optional<ErrorCode> category() {
    return category;
  }
}
