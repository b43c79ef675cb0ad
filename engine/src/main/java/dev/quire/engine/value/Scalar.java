package dev.quire.engine.value;

/// A single value, as one cell holds it.
public sealed interface Scalar extends Value
    permits NumberValue, TextValue, LogicalValue, ErrorValue, BlankValue {}
