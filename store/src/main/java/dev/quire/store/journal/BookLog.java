package dev.quire.store.journal;

import java.util.List;
import java.util.Optional;

/// All that is known of one file's changes.
///
/// @param file the content that the entries build on
/// @param intended the content that was about to replace it; perhaps it did
/// @param entries the changes after `file`, in order, without gaps
/// @param last number of the last change that was acknowledged
/// @param damage why entries up to `last` are missing; they were acknowledged and cannot be read
public record BookLog(
    FileMark file,
    Optional<FileMark> intended,
    List<LogEntry> entries,
    long last,
    Optional<String> damage) {}
