package dev.quire.graph.exchange;

import java.io.InputStream;
import java.util.Optional;

/// A request as it came from the wire: words only, nothing decoded and nothing believed.
///
/// @param method the HTTP method in capitals
/// @param rawPath the path exactly as sent, percent escapes included, starting with `/v1.0` or
///   `/beta`
/// @param rawQuery what followed `?`, not decoded; empty when there was none
/// @param headers the header fields
/// @param body the body, empty when there was none; already bounded by the server's body limit
/// @param origin scheme and authority that the client used (`http://localhost:8080`), for absolute
///   links in answers
/// @param requestId the id given to this request by the server, a UUID
/// @param remote whom the connection came from, for logs
public record GraphRequest(
    String method,
    String rawPath,
    Optional<String> rawQuery,
    Headers headers,
    InputStream body,
    String origin,
    String requestId,
    String remote) {}
