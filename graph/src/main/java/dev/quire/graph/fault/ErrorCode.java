package dev.quire.graph.fault;

/// The published second-level codes, all 35, each with the status we answer and the published text
/// (semantics §4.3; codes and texts D, most pairings with a status `?`).
public enum ErrorCode {
  ACCESS_CONFLICT(
      409,
      "accessConflict",
      "The request failed due to conflicts with other clients that are accessing the workbook."),
  ACCESS_DENIED(403, "accessDenied", "You cannot perform the requested operation."),
  BAD_REQUEST_UNCATEGORIZED(
      400, "badRequestUncategorized", "The request is malformed or incorrect."),
  CONFLICT_UNCATEGORIZED(
      409, "conflictUncategorized", "The current state conflicts with what the request expects."),
  FILTERED_RANGE_CONFLICT(
      409,
      "filteredRangeConflict",
      "The operation failed because it conflicts with a filtered range."),
  FORBIDDEN_UNCATEGORIZED(403, "forbiddenUncategorized", "The request is not allowed."),
  GATEWAY_TIMEOUT_UNCATEGORIZED(
      504,
      "gatewayTimeoutUncategorized",
      "The service wasn't able to complete the request within the time limit."),
  GENERAL_EXCEPTION(
      500, "generalException", "There was an internal error while processing the request."),
  INSERT_DELETE_CONFLICT(
      409,
      "insertDeleteConflict",
      "The insert or delete operation attempted resulted in a conflict."),
  INTERNAL_SERVER_ERROR_UNCATEGORIZED(
      500, "internalServerErrorUncategorized", "An unspecified error has occurred."),
  INVALID_ARGUMENT(
      400, "invalidArgument", "The argument is invalid or missing or has an incorrect format."),
  INVALID_REFERENCE(
      400, "invalidReference", "This reference is not valid for the current operation."),
  INVALID_SESSION_ACCESS_CONFLICT(
      409,
      "invalidSessionAccessConflict",
      "The session specified in the request is invalid due to conflicts with other clients that are accessing the workbook."),
  INVALID_SESSION_AUTHENTICATION(
      401,
      "invalidSessionAuthentication",
      "The session specified in the request is invalid due to an authentication error."),
  INVALID_SESSION_NOT_FOUND(
      404,
      "invalidSessionNotFound",
      "The session specified in the request is invalid because the workbook can't be found."),
  INVALID_SESSION_RECREATABLE(
      404,
      "invalidSessionReCreatable",
      "The session specified in the request does not exist or is invalid due to a transient error."),
  INVALID_SESSION_RESTRICTED(
      403,
      "invalidSessionRestricted",
      "The session specified in the request is invalid due to service configurations or restrictions."),
  INVALID_SESSION_UNEXPECTED(
      500,
      "invalidSessionUnexpected",
      "The session specified in the request is invalid due to an unexpected issue."),
  INVALID_SESSION_UNSUPPORTED_WORKBOOK(
      501,
      "invalidSessionUnsupportedWorkbook",
      "The session specified in the request is invalid because the workbook contains unsupported features or exceeds the size limit."),
  ITEM_ALREADY_EXISTS(400, "itemAlreadyExists", "The resource being created already exists."),
  ITEM_NOT_FOUND(404, "itemNotFound", "The requested resource doesn't exist."),
  METHOD_NOT_ALLOWED(
      405,
      "methodNotAllowed",
      "The HTTP method specified in the request is not allowed on the resource."),
  METHOD_NOT_ALLOWED_UNCATEGORIZED(
      405,
      "methodNotAllowedUncategorized",
      "The HTTP method specified in the request is not allowed on the resource."),
  NON_BLANK_CELL_OFF_SHEET(
      409,
      "nonBlankCellOffSheet",
      "Can't insert new cells because it would push non-empty cells off the end of the worksheet."),
  NOT_FOUND_UNCATEGORIZED(404, "notFoundUncategorized", "The requested resource cannot be found."),
  NOT_IMPLEMENTED_UNCATEGORIZED(
      501, "notImplementedUncategorized", "The requested feature is not currently implemented."),
  PAYLOAD_TOO_LARGE_UNCATEGORIZED(
      413, "payloadTooLargeUncategorized", "The request payload exceeds the size limit."),
  RANGE_EXCEEDS_LIMIT(
      400,
      "rangeExceedsLimit",
      "The cell count in range has exceeded the maximum supported number."),
  REQUEST_ABORTED(500, "requestAborted", "The request was aborted during run time."),
  SERVICE_UNAVAILABLE_UNCATEGORIZED(
      503,
      "serviceUnavailableUncategorized",
      "The service is temporarily unavailable or is overloaded. Please try your request again."),
  TOO_MANY_REQUESTS_UNCATEGORIZED(
      429,
      "tooManyRequestsUncategorized",
      "The client app or user has been throttled. Please try your request again."),
  TRANSIENT_FAILURE(
      503,
      "transientFailure",
      "The request failed due to a transient error. Please try your request again."),
  UNAUTHORIZED_UNCATEGORIZED(
      401,
      "unauthorizedUncategorized",
      "Required authentication information for the resource is either missing or invalid."),
  UNSUPPORTED_OPERATION(
      501, "unsupportedOperation", "The operation being attempted is not supported."),
  UNSUPPORTED_WORKBOOK(
      501,
      "unsupportedWorkbook",
      "The request failed. The workbook contains unsupported features or exceeds the size limit.");

  private final int status;
  private final String code;
  private final String message;

  ErrorCode(int status, String code, String message) {
    this.status = status;
    this.code = code;
    this.message = message;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// The code as it stands in `innerError`: `itemNotFound`.
  public String code() {
    return code;
  }

  /// The code as the service puts it on top: `ItemNotFound`.
  public String capitalised() {
    return Character.toUpperCase(code.charAt(0)) + code.substring(1);
  }

  /// The published text.
  public String message() {
    return message;
  }
}
