package dev.quire.graph.edm;

import java.util.List;
import java.util.Optional;

/// An entity type or complex type, inherited members included.
///
/// @param name without namespace
/// @param kind entity or complex
/// @param open whether values may have members that the model does not name
/// @param properties in the order of the model, those of the base type first
/// @param navigation in the order of the model, those of the base type first
public record StructuredType(
    String name,
    Kind kind,
    boolean open,
    List<Property> properties,
    List<NavigationProperty> navigation) {
  /// The two kinds of structured type.
  public enum Kind {
    /// Has a key and an address of its own.
    ENTITY,
    /// A value with members.
    COMPLEX
  }

  /// Copies the members.
  public StructuredType {
    properties = List.copyOf(properties);
    navigation = List.copyOf(navigation);
  }

  /// The structural property of this name, case ignored.
  public Optional<Property> findProperty(String name) {
    for (var property : properties) {
      if (property.name().equalsIgnoreCase(name)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }

  /// The navigation property of this name, case ignored.
  public Optional<NavigationProperty> findNavigation(String name) {
    for (var property : navigation) {
      if (property.name().equalsIgnoreCase(name)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }
}
