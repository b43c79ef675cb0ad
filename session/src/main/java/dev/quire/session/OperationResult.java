package dev.quire.session;

/// What a long-running operation leads to, kept until it is asked for: a [SessionInfo], or what
/// whoever started the operation made of it.
public interface OperationResult {}
