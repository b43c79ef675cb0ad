package dev.quire.graph.resource;

import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.Parameter;
import dev.quire.graph.edm.Property;
import dev.quire.graph.edm.StructuredType;
import dev.quire.graph.edm.TypeRef;
import dev.quire.graph.json.JsonObject;

/// Holds bodies to the entity model before anybody looks at what they say: no member may have a
/// type other than the model's, and an action takes no member that is not one of its parameters.
final class BodyTypes {
  private BodyTypes() {}

  /// The members of an entity in a PATCH.
  static void check(StructuredType type, JsonObject body) {
    for (Property property : type.properties()) {
      check(property.name(), property.type(), body);
    }
  }

  /// The arguments of an action. One without parameters takes whatever it is sent.
  static void check(Operation action, JsonObject body) {
    if (action.parameters().isEmpty()) {
      return;
    }
    Bodies.onlyMembers(
        body, action.parameters().stream().map(Parameter::name).toArray(String[]::new));
    for (Parameter parameter : action.parameters()) {
      check(parameter.name(), parameter.type(), body);
    }
  }

  private static void check(String name, TypeRef type, JsonObject body) {
    if (type.collection()) {
      return;
    }
    switch (type.name()) {
      case "Edm.String" -> Bodies.findText(body, name);
      case "Edm.Boolean" -> Bodies.findFlag(body, name);
      case "Edm.Int32" -> Bodies.findInteger(body, name);
      case "Edm.Double" -> Bodies.findNumber(body, name);
      default -> {} // whoever takes it looks at it
    }
  }
}
