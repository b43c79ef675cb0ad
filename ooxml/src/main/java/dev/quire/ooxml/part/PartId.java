package dev.quire.ooxml.part;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/// Identities for what a file gives none.
final class PartId {
  private PartId() {}

  /// A GUID in braces, the same each time that the part is read.
  static String of(String part) {
    UUID uuid = UUID.nameUUIDFromBytes(part.getBytes(StandardCharsets.UTF_8));
    return "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}";
  }
}
