package dev.quire.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A shelf that is gone with the program.
final class MemoryShelf implements Shelf {
  private final Map<String, TreeMap<String, byte[]>> folders = new TreeMap<>();

  @Override
  public synchronized List<String> names(String folder) {
    Shelf.requireName(folder);
    return List.copyOf(folders.getOrDefault(folder, new TreeMap<>()).keySet());
  }

  @Override
  public synchronized Optional<byte[]> read(String folder, String name) {
    Shelf.requireName(folder);
    Shelf.requireName(name);
    return Optional.ofNullable(folders.getOrDefault(folder, new TreeMap<>()).get(name))
        .map(byte[]::clone);
  }

  @Override
  public synchronized boolean add(String folder, String name, ByteBuffer value) {
    Shelf.requireName(folder);
    Shelf.requireName(name);
    return folders
            .computeIfAbsent(folder, _ -> new TreeMap<>())
            .putIfAbsent(name, Buffers.copy(value))
        == null;
  }

  @Override
  public synchronized void remove(String folder, String name) {
    Shelf.requireName(folder);
    Shelf.requireName(name);
    folders.computeIfPresent(
        folder,
        (_, values) -> {
          values.remove(name);
          return values.isEmpty() ? null : values;
        });
  }
}
