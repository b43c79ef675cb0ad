package dev.quire.graph.resource;

import static dev.quire.graph.resource.ResourceType.resource;

/// `workbookFunctions` (semantics §12): every function of the catalogue, as an action that changes
/// nothing.
final class FunctionsResource {
  static final ResourceType<FunctionsView> TYPE =
      resource("workbookFunctions", FunctionsView.class)
          .computes(WorksheetFunctions::isServed)
          .refuses("functions are called and hold no data", "PATCH", "DELETE");

  private FunctionsResource() {}
}
