package dev.quire.graph.edm;

/// A way from one entity to another, or to many.
///
/// @param name as in the model
/// @param type the entity type at the other end, or a collection of it
/// @param contained whether the other end exists only inside the owner
public record NavigationProperty(String name, TypeRef type, boolean contained) {}
