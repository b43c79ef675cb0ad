package dev.quire.ooxml.part;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of where to enter the worksheet parts of a file: a memory of what was found when
/// they were read. Safe for several threads; forgetting any of it costs nothing but time.
public final class SheetIndexes {
  private final Map<String, SheetIndex> byPart = new ConcurrentHashMap<>();

  /// What is known of a part.
  public Optional<SheetIndex> find(String part) {
    return Optional.ofNullable(byPart.get(key(part)));
  }

  /// Notes what was found of a part.
  public void put(String part, SheetIndex index) {
    byPart.put(key(part), index);
  }

  /// Forgets what is known of a part.
  public void forget(String part) {
    byPart.remove(key(part));
  }

  /// The same in a memory of its own.
  public SheetIndexes copy() {
    var copy = new SheetIndexes();
    copy.byPart.putAll(byPart);
    return copy;
  }

  private static String key(String part) {
    return part.toLowerCase(Locale.ROOT);
  }
}
