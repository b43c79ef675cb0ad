package dev.quire.engine.numfmt;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// A bounded store of compiled formats, safe for many threads. Make one for each engine or book and
/// hand it around.
public final class NumberFormats {
  /// More distinct codes than any sane workbook has; Excel itself stops near 250.
  private static final int DEFAULT_LIMIT = 4_096;

  private final ConcurrentMap<String, NumberFormat> formats = new ConcurrentHashMap<>();
  private final int limit;

  /// A store for as many codes as books usually need.
  public NumberFormats() {
    this(DEFAULT_LIMIT);
  }

  /// A store for at most about this many codes, at least 1.
  public NumberFormats(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a store of " + limit + " formats");
    }
    this.limit = limit;
  }

  /// The format of a code, compiled leniently as by [NumberFormat#compile].
  public NumberFormat format(String code) {
    var known = formats.get(code);
    if (known != null) {
      return known;
    }
    if (formats.size() >= limit) {
      // Starting over is cheaper than keeping track of use, and happens only to odd books.
      formats.clear();
    }
    return formats.computeIfAbsent(code, NumberFormat::compile);
  }

  /// Number of codes kept.
  public int size() {
    return formats.size();
  }
}
