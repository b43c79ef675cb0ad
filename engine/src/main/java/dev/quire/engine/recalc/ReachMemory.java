package dev.quire.engine.recalc;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the inputs that were written last reach: what-if sessions on one workbook write the same
/// few inputs again and again. Sessions of all threads share it.
final class ReachMemory {
  /// A workbook of half a million formulas takes up to 1 MB for each.
  private static final int MOST = 8;

  private final Map<ModelEditor.Seed, Reached> latest = new LinkedHashMap<>(MOST, 0.75f, true);

  synchronized Optional<Reached> find(ModelEditor.Seed input) {
    return Optional.ofNullable(latest.get(input));
  }

  synchronized void remember(ModelEditor.Seed input, Reached reached) {
    latest.put(input, reached);
    if (latest.size() > MOST) {
      latest.remove(latest.keySet().iterator().next());
    }
  }
}
