package dev.quire.graph;

import dev.quire.graph.exchange.Dropped;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.exchange.GraphResponse;
import dev.quire.graph.exchange.Headers;
import dev.quire.graph.fault.Envelope;
import dev.quire.graph.fault.GraphError;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.NotAllowed;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/// What goes back to a client: answers and errors, with the headers that all of them have.
///
/// @param shape how the body of an error looks
/// @param clock tells the date
record Responses(Envelope.Shape shape, InstantSource clock) {
  private static final int LONGEST_CLIENT_REQUEST_ID = 256;

  /// The date of a header (RFC 9110 §5.6.7).
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  GraphResponse finished(GraphRequest request, Answer answer) {
    Headers headers = common(request, answer.headers());
    return new GraphResponse(answer.status(), headers, body(request, headers, answer.body()));
  }

  /// HEAD is answered like GET, and whoever sends the answer counts the body and leaves it out: so
  /// the length is the true one (RFC 9110, 9.3.2). A file whose length is known is not read for it.
  private static GraphResponse.Body body(
      GraphRequest request, Headers headers, GraphResponse.Body body) {
    boolean isCounted =
        request.method().equals("HEAD") && headers.find("Content-Length").isPresent();
    return isCounted ? GraphResponse.Body.EMPTY : body;
  }

  GraphResponse dropped(GraphRequest request) {
    return new GraphResponse(
        200,
        common(request, Headers.NONE),
        _ -> {
          throw new Dropped();
        });
  }

  GraphResponse failed(GraphRequest request, GraphError error, Exception cause) {
    Headers headers = Headers.NONE.with("Content-Type", Answer.JSON);
    if (error.status() == 401) {
      headers = headers.with("WWW-Authenticate", Challenge.of(error));
    }
    if (error.status() == 429 || error.status() == 503) {
      headers = headers.with("Retry-After", Integer.toString(Faults.retryAfterSeconds(cause)));
    }
    if (cause instanceof ByteRange.NotSatisfiable range) {
      headers = headers.with("Content-Range", "bytes */" + range.length());
    }
    if (cause instanceof DeltaCalls.Resync resync) {
      headers = headers.with("Location", resync.link());
    }
    if (cause instanceof NotAllowed notAllowed) {
      headers = headers.with("Allow", notAllowed.allowed());
    }
    var envelope =
        new Envelope(shape, request.requestId(), clientRequestId(request), clock.instant());
    return new GraphResponse(
        error.status(),
        common(request, headers),
        stream -> JsonOut.write(stream, out -> envelope.write(error, out)));
  }

  /// Answers hold files of users; a browser must not take one for a page of this server.
  private Headers common(GraphRequest request, Headers headers) {
    return headers.with(
        Map.of(
            "X-Content-Type-Options",
            "nosniff",
            "Content-Security-Policy",
            "default-src 'none'; frame-ancestors 'none'",
            "Date",
            HTTP_DATE.format(clock.instant()),
            "request-id",
            request.requestId(),
            "client-request-id",
            clientRequestId(request)));
  }

  private static String clientRequestId(GraphRequest request) {
    return request
        .headers()
        .find("client-request-id")
        .filter(id -> !id.isBlank() && id.length() <= LONGEST_CLIENT_REQUEST_ID)
        .orElse(request.requestId());
  }
}
