package dev.quire.engine.value;

/// What an expression yields: a [Scalar], an [ArrayValue] of scalars, or a [ReferenceValue] to
/// cells that have not been read yet.
public sealed interface Value permits Scalar, ArrayValue, ReferenceValue {}
