package dev.quire.store;

/// The bytes of a file together with the item they belong to.
///
/// @param item the item, with the tags that go with exactly these bytes
/// @param bytes the content; not copied, so nobody may change it
public record Content(Item item, byte[] bytes) {}
