package dev.quire.store.journal;

/// A change as it stands in a log.
///
/// @param sequence counts the changes of one file from 1 without gaps
/// @param bytes what the room above made of the change; not copied, so nobody may change it
public record LogEntry(long sequence, byte[] bytes) {}
