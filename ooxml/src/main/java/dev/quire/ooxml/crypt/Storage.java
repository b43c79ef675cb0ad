package dev.quire.ooxml.crypt;

import java.util.LinkedHashMap;
import java.util.Map;

/// A folder of a compound file.
///
/// @param streams contents by name
/// @param storages folders in it by name
record Storage(Map<String, byte[]> streams, Map<String, Storage> storages) {
  static Storage empty() {
    return new Storage(new LinkedHashMap<>(), new LinkedHashMap<>());
  }

  /// The same with other contents for some of its streams.
  Storage with(Map<String, byte[]> changed) {
    var all = new LinkedHashMap<>(streams);
    all.putAll(changed);
    return new Storage(all, storages);
  }
}
