package dev.quire.graph;

import dev.quire.graph.edm.TypeRef;
import dev.quire.graph.exchange.GraphRequest;
import dev.quire.graph.gate.Caller;
import dev.quire.graph.json.Detail;
import dev.quire.graph.json.Json;
import dev.quire.graph.json.JsonNull;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonReader;
import dev.quire.graph.path.Route;
import dev.quire.graph.path.Segment;
import dev.quire.graph.query.QueryOptions;
import dev.quire.graph.resource.BadArgument;
import dev.quire.graph.resource.NotAllowed;
import dev.quire.session.Password;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A request that has been understood: who asks for what.
///
/// @param itemId id of the file, once it is found; empty before
record Call(
    GraphRequest request,
    Caller caller,
    Route route,
    QueryOptions options,
    JsonReader json,
    String itemId) {
  /// Header with the password of a workbook.
  static final String PASSWORD = "x-quire-workbook-password";

  private static final String ENCODED = "UTF-8''";

  Call(GraphRequest request, Caller caller, Route route, QueryOptions options, JsonReader json) {
    this(request, caller, route, options, json, "");
  }

  /// This request with its file found.
  Call at(String item) {
    return new Call(request, caller, route, options, json, item);
  }

  /// Who asks, for what is to be done elsewhere because of this request.
  Asker asker() {
    return new Asker(request, caller);
  }

  /// The session that the request works in. A header without content names a session that nobody
  /// has: whoever sends one has lost an id, and must not write to the file instead.
  Optional<String> ticket() {
    return request.headers().find("workbook-session-id").map(String::strip);
  }

  /// The password of the workbook. As headers hold ASCII only, others are written as RFC 8187 has
  /// it: `UTF-8''` and the text with percent signs.
  Optional<Password> password() {
    return password(request);
  }

  static Optional<Password> password(GraphRequest request) {
    return request.headers().find(PASSWORD).filter(text -> !text.isEmpty()).map(Call::password);
  }

  private static Password password(String header) {
    boolean encoded = header.regionMatches(true, 0, ENCODED, 0, ENCODED.length());
    return new Password(encoded ? decoded(header.substring(ENCODED.length())) : header);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException wrong) {
      throw new BadArgument("The header " + PASSWORD + " has a wrong percent sign.");
    }
  }

  /// Whether the method is one that reads.
  boolean reads() {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /// @throws NotAllowed when it does not
  void requireReading() {
    if (!reads()) {
      throw new NotAllowed(request.method(), "GET, HEAD");
    }
  }

  /// Whether the path ends with a function or an action, whose result is known by its type.
  boolean isCall() {
    return route.last() instanceof Segment.FunctionCall
        || route.last() instanceof Segment.ActionCall;
  }

  /// The type of the entity, or of the entities, that the path leads to; empty for plain values.
  Optional<String> entityType() {
    return route.type().filter(type -> !type.isPrimitive()).map(TypeRef::name);
  }

  /// Whether the path leads to many.
  boolean leadsToCollection() {
    return !isCall() && route.type().filter(TypeRef::collection).isPresent();
  }

  /// The body as an object; an empty one when there is no body.
  ///
  /// @throws BadArgument when the body is JSON but no object
  JsonObject body() throws IOException {
    Json body = json.read(request.body()).orElse(new JsonNull());
    return switch (body) {
      case JsonObject object -> object;
      case JsonNull _ -> new JsonObject(List.of());
      default -> throw new BadArgument("The body has to be an object, not " + body.kind() + ".");
    };
  }

  /// How much the client wants to be told beside the data: `$format` counts before `Accept`.
  Detail detail() {
    return options
        .format()
        .flatMap(Detail::of)
        .or(() -> request.headers().find("Accept").flatMap(Detail::of))
        .orElse(Detail.MINIMAL);
  }

  /// Whether the client allows the answer to come before the work is done (RFC 7240 §4.1).
  boolean allowsAsync() {
    return request.headers().all("Prefer").stream()
        .flatMap(value -> List.of(value.split(",")).stream())
        .anyMatch(preference -> preference.strip().equalsIgnoreCase("respond-async"));
  }
}
