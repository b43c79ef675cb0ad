package dev.quire.graph;

import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.resource.Registry;
import dev.quire.graph.resource.Served;

/// A version of the API.
///
/// @param model what there is
/// @param registry how it is answered
/// @param served which of it is answered
record Edition(EdmModel model, Registry registry, Served served) {
  /// What is documented for good.
  static Edition stable() {
    EdmModel model = EdmModel.bundled();
    return of(model, new Registry(model));
  }

  /// What is documented to change.
  static Edition beta() {
    EdmModel model = EdmModel.beta();
    return of(model, Registry.beta(model));
  }

  private static Edition of(EdmModel model, Registry registry) {
    return new Edition(model, registry, new Served(registry));
  }
}
