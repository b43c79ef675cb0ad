package dev.quire.graph.edm;

/// A parameter of a function or action, the binding parameter not counted.
///
/// @param name as in the model; clients may spell it in any case
/// @param type its type
/// @param nullable whether null may be passed
public record Parameter(String name, TypeRef type, boolean nullable) {}
