package dev.quire.ooxml.patch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The hint of a row where its cells are.
final class Spans {
  private static final Pattern ONE = Pattern.compile("(\\d{1,5}):(\\d{1,5})");

  private Spans() {}

  /// A hint that also covers these columns, zero-based. A hint of several pieces is taken away: it
  /// may be missing, but must not be wrong.
  static Optional<String> cover(String spans, int first, int last) {
    Matcher one = ONE.matcher(spans.strip());
    if (!one.matches()) {
      return Optional.empty();
    }
    int from = Math.min(Integer.parseInt(one.group(1)), first + 1);
    int to = Math.max(Integer.parseInt(one.group(2)), last + 1);
    return Optional.of(from + ":" + to);
  }
}
