package dev.quire.store;

import java.time.Instant;

/// An object of a bucket without its content.
///
/// @param key with the prefix of the address
/// @param size in bytes
/// @param modified as exact as the request that told it
/// @param tag the server's entity tag, with its quotes
record S3Object(String key, long size, Instant modified, String tag) {}
