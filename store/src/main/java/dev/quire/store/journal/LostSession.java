package dev.quire.store.journal;

import java.time.Instant;

/// A session whose file was deleted, for as long as it would have lived.
///
/// @param ticket what its owner shows
/// @param user its owner
/// @param until when it would have ended anyway
public record LostSession(String ticket, String user, Instant until) {}
