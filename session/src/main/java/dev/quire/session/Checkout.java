package dev.quire.session;

import java.time.Instant;

/// Somebody has a file for himself: nobody else changes it until he gives it back.
///
/// @param userId whose it is
/// @param userName a name to show
/// @param since when it began
public record Checkout(String userId, String userName, Instant since) {}
