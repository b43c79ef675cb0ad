package dev.quire.graph.query;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads query strings.
///
/// Options of the protocol begin with `$`, names in any case; anything else (`sessionId`,
/// `@name.conflictBehavior`) is somebody else's, and ignored.
public final class QueryParser {
  /// The longest query string that is read.
  public static final int MAX_CHARS = 8_192;

  private static final Set<String> READING = Set.of("GET", "HEAD");

  private List<String> select = List.of();
  private List<Expansion> expand = List.of();
  private Optional<Filter> filter = Optional.empty();
  private List<Ordering> orderby = List.of();
  private OptionalInt skip = OptionalInt.empty();
  private OptionalInt top = OptionalInt.empty();
  private boolean count;
  private Optional<String> format = Optional.empty();

  private QueryParser() {}

  /// The options of a request.
  ///
  /// @param method the HTTP method in capitals
  /// @param rawQuery what follows `?`, not decoded; empty when there is nothing
  /// @throws QueryFault when an option is unknown, repeated, malformed, or not for this method
  public static QueryOptions parse(String method, Optional<String> rawQuery) {
    var raw = rawQuery.orElse("");
    if (raw.isEmpty()) {
      return QueryOptions.NONE;
    }
    if (raw.length() > MAX_CHARS) {
      throw new QueryFault.TooLong(raw.length());
    }
    return new QueryParser().options(method, QueryString.entries(raw));
  }

  private QueryOptions options(String method, List<QueryString.Entry> entries) {
    var seen = new HashSet<String>();
    for (var entry : entries) {
      var option = entry.name().toLowerCase(Locale.ROOT);
      if (option.startsWith("$")) {
        if (!seen.add(option)) {
          throw new QueryFault.Repeated(option);
        }
        if (!READING.contains(method)) {
          throw new QueryFault.NotOnThisMethod(option, method);
        }
        take(option, entry.value());
      }
    }
    return new QueryOptions(select, expand, filter, orderby, skip, top, count, format);
  }

  private void take(String option, String value) {
    switch (option) {
      case "$select" -> select = new ListParser(value).names();
      case "$expand" -> expand = new ListParser(value).expansions();
      case "$orderby" -> orderby = new ListParser(value).orderings();
      case "$filter" -> filter = Optional.of(new FilterParser(value).filter());
      case "$skip" -> skip = OptionalInt.of(whole(option, value));
      case "$top" -> top = OptionalInt.of(whole(option, value));
      case "$count" -> count = flag(option, value);
      case "$format" -> format = Optional.of(json(option, value));
      default -> throw new QueryFault.Unsupported(option);
    }
  }

  private static int whole(String option, String value) {
    var digits = value.strip();
    boolean small = !digits.isEmpty() && digits.length() <= 10 && allDigits(digits);
    long number = small ? Long.parseLong(digits) : -1;
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new QueryFault.BadValue(option, value, "a non-negative integer value");
    }
    return (int) number;
  }

  private static boolean allDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean flag(String option, String value) {
    return switch (value.strip().toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new QueryFault.BadValue(option, value, "true or false");
    };
  }

  private static String json(String option, String value) {
    var format = value.strip().toLowerCase(Locale.ROOT);
    if (!format.equals("json") && !format.startsWith("application/json")) {
      throw new QueryFault.BadValue(option, value, "json");
    }
    return format;
  }
}
