package dev.quire.graph.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/// Reads bodies. Stateless; one serves all threads.
public final class JsonReader {
  private static final int LONGEST_WHY = 160;

  /// What the library says about its own classes and settings, which nobody who sent a body knows.
  private static final Pattern LIBRARY_TALK =
      Pattern.compile(
          " \\((?:for |start marker ).*|: enable `.*|: maybe a \\(non-standard\\).*|, from `[^`]*`",
          Pattern.DOTALL);

  private final Limits limits;
  private final TokenStreamFactory factory;

  /// What a body may cost.
  ///
  /// @param maxBytes size of the body
  /// @param maxValues values in it, those inside others included; at about 50 bytes of memory each,
  ///   besides texts
  /// @param maxDepth arrays and objects inside one another
  public record Limits(int maxBytes, int maxValues, int maxDepth) {
    /// 5 MB as the service has it (semantics §6.4, D), and what fits into it but for the emptiest
    /// of arrays.
    public static final Limits DEFAULT = new Limits(5 * 1024 * 1024, 2_000_000, 64);
  }

  /// A reader with these limits.
  public JsonReader(Limits limits) {
    this.limits = limits;
    var constraints =
        StreamReadConstraints.builder()
            .maxStringLength(limits.maxBytes)
            .maxNestingDepth(limits.maxDepth + 1) // ours is met first, and is told apart
            .build();
    factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();
  }

  /// The one value of a body; empty when the body has nothing but blanks.
  ///
  /// @throws JsonFault when the body is not JSON, or over a limit
  /// @throws IOException when the client stops sending
  public Optional<Json> read(InputStream body) throws IOException {
    try (var parser = open(body)) {
      return new TreeBuilder(parser, limits).build();
    } catch (JacksonIOException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private JsonParser open(InputStream body) {
    return factory.createParser(ObjectReadContext.empty(), new BoundedInput(body, limits.maxBytes));
  }

  private static JsonFault malformed(JacksonException e) {
    var location = e.getLocation();
    var why = LIBRARY_TALK.matcher(String.valueOf(e.getOriginalMessage())).replaceAll("");
    var reason = why.substring(0, Math.min(why.length(), LONGEST_WHY));
    return location == null
        ? new JsonFault.Malformed(1, 1, reason)
        : new JsonFault.Malformed(location.getLineNr(), location.getColumnNr(), reason);
  }
}
