package dev.quire.graph.gate;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a file had before it was written, for downloads that are to lag behind. The first file that
/// is written is the one. Safe to use from many threads.
public final class OldContent {
  private record Kept(String itemId, byte[] bytes) {}

  private volatile @Nullable Kept kept;

  /// Whether nothing was written yet.
  public boolean isEmpty() {
    return kept == null;
  }

  /// Remembers what a file has, if it is the first.
  public synchronized void keep(String itemId, byte[] bytes) {
    if (kept == null) {
      kept = new Kept(itemId, bytes);
    }
  }

  /// What this file had, if it is the one.
  public Optional<byte[]> find(String itemId) {
    Kept found = kept;
    return found == null || !found.itemId.equals(itemId)
        ? Optional.empty()
        : Optional.of(found.bytes);
  }
}
