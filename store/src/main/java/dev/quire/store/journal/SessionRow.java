package dev.quire.store.journal;

import java.time.Instant;

/// A session that is to outlive the process.
///
/// @param ticket what its owner shows
/// @param user its owner
/// @param lastUsed when it was used last, some seconds late at most
public record SessionRow(String ticket, String user, BookKey book, Instant lastUsed) {}
