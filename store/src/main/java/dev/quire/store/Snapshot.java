package dev.quire.store;

import java.nio.ByteBuffer;

/// The bytes of a file as [Content] has them, in a place from which they can be kept at little
/// cost.
///
/// @param item the item, with the tags that go with exactly these bytes
/// @param bytes the content, all of the buffer; nobody may change it, or its position
public record Snapshot(Item item, ByteBuffer bytes) {
  /// Puts a content beside the heap, if it is large.
  static Snapshot of(Content content) {
    return new Snapshot(content.item(), Aside.keep(content.bytes()));
  }
}
