package dev.quire.engine.value;

/// What an expression yields: a [Scalar], an [ArrayValue] of scalars, a [ReferenceValue] to cells
/// that have not been read yet, or a [FunctionValue].
public sealed interface Value permits Scalar, ArrayValue, ReferenceValue, FunctionValue {}
