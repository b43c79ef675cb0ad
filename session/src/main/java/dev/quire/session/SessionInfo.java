package dev.quire.session;

/// A session as its owner sees it.
///
/// @param ticket the session id: opaque, unguessable, over 200 characters
/// @param persistent whether its changes are saved
public record SessionInfo(String ticket, boolean persistent) implements OperationResult {}
