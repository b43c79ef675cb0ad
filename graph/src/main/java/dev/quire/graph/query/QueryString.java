package dev.quire.graph.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The names and values of a query string, decoded. A plus is a blank here, as it is for the
/// service (ASP.NET) and for HTML forms; in a path it is not.
public final class QueryString {
  private QueryString() {}

  /// A name and a value, empty where there is none.
  public record Entry(String name, String value) {}

  /// The names and values of what follows `?`, in order.
  ///
  /// @throws QueryFault.BadEscape when a percent escape is none
  public static List<Entry> entries(String raw) {
    var entries = new ArrayList<Entry>();
    for (var piece : raw.split("&")) {
      if (!piece.isEmpty()) {
        int equals = piece.indexOf('=');
        var name = equals < 0 ? piece : piece.substring(0, equals);
        var value = equals < 0 ? "" : piece.substring(equals + 1);
        entries.add(new Entry(decoded(name), decoded(value)));
      }
    }
    return entries;
  }

  private static String decoded(String raw) {
    try {
      var text = URLDecoder.decode(raw, StandardCharsets.UTF_8);
      // The decoder puts U+FFFD where bytes are not UTF-8.
      if (text.indexOf('\uFFFD') >= 0 && raw.indexOf('\uFFFD') < 0 && !raw.contains("%EF%BF%BD")) {
        throw new QueryFault.BadEscape(raw);
      }
      return text;
    } catch (IllegalArgumentException e) {
      throw new QueryFault.BadEscape(raw);
    }
  }
}
