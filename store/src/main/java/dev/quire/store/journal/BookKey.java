package dev.quire.store.journal;

/// What a log belongs to.
///
/// @param drive id of a drive, unique on this server
/// @param item id of a file in that drive
public record BookKey(String drive, String item) {}
