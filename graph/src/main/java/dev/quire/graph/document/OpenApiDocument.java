package dev.quire.graph.document;

import dev.quire.graph.edm.TypeRef;
import dev.quire.graph.json.JsonOut;
import dev.quire.graph.path.Segment;
import java.util.List;
import java.util.Locale;

/// Writes an OpenAPI 3.1 document of the workbook paths that are served.
final class OpenApiDocument {
  private static final String WORKBOOK = "/drives/{drive-id}/items/{item-id}/workbook";
  private static final String PARAMETERS = "#/components/parameters/";
  private static final String DESCRIPTION =
      """
      The workbook part of the Microsoft Graph API as this server answers it. Ranges lead to ranges, and \
      everything leads back to its worksheet: what a type offers stands here once, at the shortest path, and \
      holds wherever a path leads to that type. /me/drive/items/{item-id}, /me/drive/root:/{path}: and the \
      other forms of address stand for /drives/{drive-id}/items/{item-id}.\
      """;

  private final Surface surface;
  private final Schemas schemas;

  OpenApiDocument(Surface surface) {
    this.surface = surface;
    this.schemas = new Schemas(surface);
  }

  /// @param root address of the server with the version
  void write(String root, JsonOut out) {
    out.beginObject()
        .text("openapi", "3.1.0")
        .name("info")
        .beginObject()
        .text("title", "Workbooks")
        .text("version", root.substring(root.lastIndexOf('/') + 1))
        .text("description", DESCRIPTION)
        .endObject();
    out.name("servers").beginArray().beginObject().text("url", root).endObject().endArray();
    out.name("security").beginArray().beginObject();
    out.name("bearer").beginArray().endArray().endObject().endArray();
    out.name("paths").beginObject();
    Paths.of(surface).forEach(path -> path(path, out));
    out.endObject();
    components(out);
    out.endObject();
  }

  private void path(Path path, JsonOut out) {
    var methods = surface.served().methods(path.steps());
    if (methods.isEmpty()) {
      return;
    }
    out.name(WORKBOOK + path.template()).beginObject();
    out.name("parameters").beginArray();
    reference("drive", out);
    reference("item", out);
    reference("session", out);
    path.places().forEach(place -> place(place, out));
    out.endArray();
    methods.forEach(method -> operation(path, method, out));
    out.endObject();
  }

  private void place(Path.Place place, JsonOut out) {
    out.beginObject().text("name", place.name()).text("in", "path").flag("required", true);
    out.name("schema");
    schemas.value(place.type(), false, out);
    out.endObject();
  }

  private void operation(Path path, String method, JsonOut out) {
    String verb = method.toLowerCase(Locale.ROOT);
    out.name(verb).beginObject();
    out.text("operationId", verb + path.template().replaceAll("[^A-Za-z0-9]+", "_"));
    switch (method) {
      case "GET" -> options(path, out);
      case "POST", "PATCH" -> body(path, out);
      default -> {} // neither options nor a body
    }
    out.name("responses").beginObject();
    response(path, method, out);
    out.name("default").beginObject().text("$ref", "#/components/responses/error").endObject();
    out.endObject().endObject();
  }

  private static void options(Path path, JsonOut out) {
    out.name("parameters").beginArray();
    boolean isEntity =
        path.type().filter(type -> !type.isPrimitive()).isPresent()
            && !(path.steps().isEmpty() ? false : path.last() instanceof Segment.PropertyAccess);
    if (isEntity) {
      List.of("select", "expand").forEach(each -> reference(each, out));
    }
    if (isEntity && path.type().orElseThrow().collection()) {
      List.of("filter", "orderby", "skip", "top", "count").forEach(each -> reference(each, out));
    }
    out.endArray();
  }

  private void body(Path path, JsonOut out) {
    if (!path.steps().isEmpty()
        && path.last() instanceof Segment.ActionCall call
        && call.action().parameters().isEmpty()) {
      return;
    }
    out.name("requestBody").beginObject().name("content").beginObject();
    out.name("application/json").beginObject().name("schema");
    if (!path.steps().isEmpty() && path.last() instanceof Segment.ActionCall call) {
      schemas.body(call.action().parameters(), out);
    } else {
      schemas.value(path.type().orElseThrow().element(), false, out);
    }
    out.endObject().endObject().endObject();
  }

  private void response(Path path, String method, JsonOut out) {
    boolean isEmpty = method.equals("DELETE") || path.type().isEmpty();
    out.name(isEmpty ? "204" : method.equals("POST") ? "2XX" : "200").beginObject();
    out.text("description", isEmpty ? "Done." : "The answer.");
    if (!isEmpty) {
      boolean isBare = !path.steps().isEmpty() && path.last() instanceof Segment.Count;
      TypeRef type = path.type().orElseThrow();
      out.name("content").beginObject();
      out.name(isBare ? "text/plain" : "application/json").beginObject().name("schema");
      if (isBare) {
        schemas.value(type, false, out);
      } else {
        schemas.answer(method.equals("GET") ? type : type.element(), out);
      }
      out.endObject().endObject();
    }
    out.endObject();
  }

  private static void reference(String parameter, JsonOut out) {
    out.beginObject().text("$ref", PARAMETERS + parameter).endObject();
  }

  private void components(JsonOut out) {
    out.name("components").beginObject().name("securitySchemes").beginObject();
    out.name("bearer").beginObject().text("type", "http").text("scheme", "bearer").endObject();
    out.endObject().name("parameters").beginObject();
    parameter("drive", "drive-id", "path", "string", "Id of the drive.", out);
    parameter("item", "item-id", "path", "string", "Id of the workbook's file.", out);
    parameter(
        "session",
        "workbook-session-id",
        "header",
        "string",
        "Id of the session to work in, as createSession gave it. Without it a request stands alone.",
        out);
    parameter("select", "$select", "query", "string", "Properties to show.", out);
    parameter("expand", "$expand", "query", "string", "Navigation properties to show.", out);
    parameter("filter", "$filter", "query", "string", "Which ones to show.", out);
    parameter("orderby", "$orderby", "query", "string", "In which order.", out);
    parameter("skip", "$skip", "query", "integer", "How many to leave out first.", out);
    parameter("top", "$top", "query", "integer", "How many to show at most.", out);
    parameter("count", "$count", "query", "boolean", "Whether to tell how many there are.", out);
    out.endObject().name("responses").beginObject();
    error(out);
    out.endObject().name("schemas");
    schemas.all(out);
    out.endObject();
  }

  private static void parameter(
      String key, String name, String in, String type, String description, JsonOut out) {
    out.name(key).beginObject().text("name", name).text("in", in);
    out.flag("required", in.equals("path")).text("description", description);
    out.name("schema").beginObject().text("type", type).endObject().endObject();
  }

  private static void error(JsonOut out) {
    out.name("error").beginObject().text("description", "The request was refused.");
    out.name("content").beginObject().name("application/json").beginObject().name("schema");
    out.beginObject().text("type", "object").name("properties").beginObject();
    out.name("error").beginObject().text("type", "object").name("properties").beginObject();
    for (String member : List.of("code", "message")) {
      out.name(member).beginObject().text("type", "string").endObject();
    }
    out.name("innerError").beginObject().text("type", "object").endObject();
    out.endObject().endObject().endObject().endObject().endObject().endObject().endObject();
  }
}
