package dev.quire.store.journal;

/// Says which changes a content of a file has.
///
/// @param sequence the last change that is in the content; 0 for none
/// @param hash SHA-256 of the content, hexadecimal
/// @param note what the room above must know to go on from this content; not copied
public record FileMark(long sequence, String hash, byte[] note) {}
