package dev.quire.graph.edm;

import java.util.ArrayList;
import java.util.List;

/// Looks for references to types that the document does not define, and names them all at once.
final class EdmCheck {
  private final EdmModel model;
  private final List<String> missing = new ArrayList<>();

  EdmCheck(EdmModel model) {
    this.model = model;
  }

  void run() {
    for (var type : model.types()) {
      checkType(type);
    }
    for (var operation : model.operations()) {
      checkOperation(operation);
    }
    for (var entrance : model.entrances()) {
      check(entrance.type(), "the service", entrance.name());
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException("undefined types: " + String.join(", ", missing));
    }
  }

  private void checkType(StructuredType type) {
    for (var property : type.properties()) {
      check(property.type(), type.name(), property.name());
    }
    for (var property : type.navigation()) {
      check(property.type(), type.name(), property.name());
    }
  }

  private void checkOperation(Operation operation) {
    check(operation.binding(), operation.name(), "binding");
    if (operation.returns().isPresent()) {
      check(operation.returns().get(), operation.name(), "result");
    }
    for (var parameter : operation.parameters()) {
      check(parameter.type(), operation.name(), parameter.name());
    }
  }

  private void check(TypeRef type, String owner, String member) {
    boolean known =
        type.isPrimitive()
            || model.findType(type.name()).isPresent()
            || model.findEnum(type.name()).isPresent();
    if (!known) {
      missing.add("%s (used by %s/%s)".formatted(type.name(), owner, member));
    }
  }
}
