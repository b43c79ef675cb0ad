package dev.quire.graph;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.store.Item;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What part of a file a request asks for. One range is served; a request for several, in another
/// unit, or for a version that is gone (`If-Range`) gets the whole file, as RFC 9110 §14.2 allows.
sealed interface ByteRange {
  /// All of it.
  record Whole() implements ByteRange {}

  /// Some of it.
  ///
  /// @param to the last byte, included
  record Part(int from, int to) implements ByteRange {}

  /// Nothing that the file has.
  record Outside() implements ByteRange {}

  /// `bytes=5-9`, `bytes=5-`, `bytes=-5`. More digits than a file can have bytes are too many.
  Pattern SYNTAX = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  static ByteRange of(GraphRequest request, Item item, int length) {
    Matcher range = SYNTAX.matcher(request.headers().find("Range").map(String::strip).orElse(""));
    boolean isOld =
        request.headers().find("If-Range").filter(tag -> !item.hasTag(tag.strip())).isPresent();
    if (isOld || !range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
      return new Whole();
    }
    if (range.group(1).isEmpty()) {
      long count = Math.min(Long.parseLong(range.group(2)), length);
      return count == 0 ? new Outside() : new Part((int) (length - count), length - 1);
    }
    long from = Long.parseLong(range.group(1));
    long to = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
    if (to < from) {
      return new Whole();
    }
    return from >= length ? new Outside() : new Part((int) from, (int) Math.min(to, length - 1L));
  }

  /// A range that the file does not have. Expected, so without a stack trace.
  final class NotSatisfiable extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int length;

    NotSatisfiable(int length) {
      super(
          "The file has %,d bytes, none of them in this range.".formatted(length),
          null,
          false,
          false);
      this.length = length;
    }

    /// Bytes of the file.
    int length() {
      return length;
    }
  }
}
