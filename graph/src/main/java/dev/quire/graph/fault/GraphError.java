package dev.quire.graph.fault;

import java.util.List;
import java.util.Optional;

/// An error as a client will see it.
///
/// Errors of Excel carry `details`; those raised before Excel is asked (URL, token, drive,
/// throttling) have none, and their codes come from another vocabulary (semantics §4.1, O).
///
/// @param status HTTP status
/// @param code the most specific code
/// @param message what was asked, what was found, and where
/// @param details what `innerError` says, outermost first; at most two in practice
/// @param target the part of the request that is to blame; empty when that is all of it
public record GraphError(
    int status, String code, String message, List<Detail> details, Optional<String> target) {
  /// One level of `innerError`.
  ///
  /// @param code a code of the published table, or the specific one repeated
  /// @param message its text
  public record Detail(String code, String message) {}

  /// Copies the details.
  public GraphError {
    details = List.copyOf(details);
  }

  /// An error of Excel with its published text.
  public static GraphError of(ErrorCode code) {
    return of(code, code.message());
  }

  /// An error of Excel with a text that says more than the published one.
  public static GraphError of(ErrorCode code, String message) {
    var detail = new Detail(code.code(), code.message());
    return new GraphError(
        code.status(), code.capitalised(), message, List.of(detail), Optional.empty());
  }

  /// An error that the service was seen to answer.
  public static GraphError of(ServiceCode code) {
    return of(code, code.message());
  }

  /// An error that the service was seen to answer, with a text of ours.
  public static GraphError of(ServiceCode code, String message) {
    var specific = new Detail(code.code(), message);
    var details =
        code.category()
            .map(category -> List.of(new Detail(category.code(), category.message()), specific))
            .orElseGet(() -> List.of(new Detail(uncapitalised(code.code()), message)));
    return new GraphError(code.status(), code.code(), message, details, Optional.empty());
  }

  /// An error raised before Excel is asked.
  ///
  /// @param code from the vocabulary of the front door: `BadRequest`, `itemNotFound`,
  ///   `accessDenied`, `InvalidAuthenticationToken`, `TooManyRequests`, `UnknownError` …
  public static GraphError front(int status, String code, String message) {
    return new GraphError(status, code, message, List.of(), Optional.empty());
  }

  /// A request that cannot be understood: URL, query options, batch envelope (semantics §4.1, O).
  public static GraphError badRequest(String message) {
    return front(400, "BadRequest", message);
  }

  /// This error, blamed on a part of the request.
  public GraphError at(String target) {
    return new GraphError(status, code, message, details, Optional.of(target));
  }

  private static String uncapitalised(String code) {
    return Character.toLowerCase(code.charAt(0)) + code.substring(1);
  }
}
