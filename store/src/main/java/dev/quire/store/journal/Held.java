package dev.quire.store.journal;

/// A file in the hands of whoever works on it.
///
/// @param fence number of the turn in which this server looks after the file; 0 for a server that
///   is alone
record Held(BookKey book, long fence) {}
