package dev.quire.graph.document;

import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.resource.Served;

/// The documents about the API, made from what the router walks and from what resources declare.
/// They hold nothing that is not served.
public final class Documents {
  private final Surface surface;

  /// Documents about what is served of a model.
  public Documents(EdmModel model, Served served) {
    this.surface = new Surface(model, served);
  }

  /// The entity model (OData CSDL XML 4.0), as `$metadata` answers it.
  public String csdl() {
    return new CsdlDocument(surface).text();
  }

  /// The OpenAPI 3.1 document, as `$openapi` answers it.
  ///
  /// @param root address of the server with the version: `http://localhost:8080/v1.0`
  public JsonOut.Content openApi(String root) {
    return out -> new OpenApiDocument(surface).write(root, out);
  }
}
