package dev.quire.graph.edm;

/// A structural property: a value that belongs to its owner.
///
/// @param name as in the model
/// @param type primitive, complex, enumeration, or a collection of these
/// @param nullable whether null is a value of it
public record Property(String name, TypeRef type, boolean nullable) {}
