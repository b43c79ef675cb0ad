package dev.quire.server.http;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Builds the answers that the server gives itself, in the shapes that clients of Graph expect.
public final class Answers {
  private static final DateTimeFormatter HEADER_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter BODY_DATE =
      DateTimeFormatter.ISO_LOCAL_DATE_TIME.withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  /// Answers dated by `clock`.
  public Answers(InstantSource clock) {
    this.clock = clock;
  }

  /// An object as JSON.
  public GraphResponse json(GraphRequest request, int status, Map<String, ?> object) {
    var bytes = Json.write(object).getBytes(StandardCharsets.UTF_8);
    return new GraphResponse(status, headers(Ids.of(request)), out -> out.write(bytes));
  }

  /// 400 with a message of the caller's.
  public GraphResponse badRequest(GraphRequest request, String message) {
    return refusal(Ids.of(request), Refusal.BAD_REQUEST, message);
  }

  /// 401: the request does not carry the secret it needs.
  public GraphResponse unauthorized(GraphRequest request) {
    var answer = refusal(Ids.of(request), Refusal.UNAUTHORIZED);
    var headers = answer.headers().with("WWW-Authenticate", "Bearer");
    return new GraphResponse(answer.status(), headers, answer.body());
  }

  /// 403: the request comes from where it may not come from.
  public GraphResponse forbidden(GraphRequest request, String message) {
    return refusal(Ids.of(request), Refusal.FORBIDDEN, message);
  }

  /// 404: no such address.
  public GraphResponse notFound(GraphRequest request) {
    return refusal(Ids.of(request), Refusal.NOT_FOUND);
  }

  /// 405, naming the methods that exist here.
  public GraphResponse methodNotAllowed(GraphRequest request, String allowed) {
    var answer = refusal(Ids.of(request), Refusal.METHOD_NOT_ALLOWED);
    return new GraphResponse(
        answer.status(), answer.headers().with("Allow", allowed), answer.body());
  }

  /// 501: the address is known, what should lie there is not built.
  public GraphResponse notImplemented(GraphRequest request) {
    return refusal(Ids.of(request), Refusal.NOT_IMPLEMENTED);
  }

  GraphResponse refusal(Ids ids, Refusal refusal) {
    return refusal(ids, refusal, refusal.message());
  }

  private GraphResponse refusal(Ids ids, Refusal refusal, String message) {
    var date = BODY_DATE.format(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    var inner =
        Map.of("date", date, "request-id", ids.request(), "client-request-id", ids.client());
    var error = Map.of("code", refusal.code(), "message", message, "innerError", inner);
    var bytes = Json.write(Map.of("error", error)).getBytes(StandardCharsets.UTF_8);
    return new GraphResponse(refusal.status(), headers(ids), out -> out.write(bytes));
  }

  private Headers headers(Ids ids) {
    return Headers.of(
        Map.of(
            "Content-Type", List.of("application/json"),
            "Cache-Control", List.of("no-store"),
            "Date", List.of(date(clock.instant())),
            "request-id", List.of(ids.request()),
            "client-request-id", List.of(ids.client())));
  }

  /// A moment as the `Date` header has it.
  static String date(Instant moment) {
    return HEADER_DATE.format(moment);
  }
}
