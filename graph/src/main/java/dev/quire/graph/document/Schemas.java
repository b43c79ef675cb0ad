package dev.quire.graph.document;

import dev.quire.graph.edm.EnumType;
import dev.quire.graph.edm.Parameter;
import dev.quire.graph.edm.StructuredType;
import dev.quire.graph.edm.TypeRef;
import dev.quire.graph.json.JsonOut;
import java.util.List;

/// Writes types as JSON schemas (OpenAPI 3.1).
final class Schemas {
  private static final String REFERENCES = "#/components/schemas/";

  private final Surface surface;

  Schemas(Surface surface) {
    this.surface = surface;
  }

  void all(JsonOut out) {
    out.beginObject();
    surface.enums().forEach(type -> enumeration(type, out));
    surface.types().stream()
        .filter(type -> type.name().startsWith("workbook"))
        .forEach(type -> structured(type, out));
    out.endObject();
  }

  private static void enumeration(EnumType type, JsonOut out) {
    out.name(type.name()).beginObject().text("type", "string").name("enum").beginArray();
    type.members().forEach(out::text);
    out.endArray().endObject();
  }

  private void structured(StructuredType type, JsonOut out) {
    out.name(type.name()).beginObject().text("type", "object").name("properties").beginObject();
    surface
        .properties(type)
        .forEach(each -> {
          out.name(each.name());
          value(each.type(), each.nullable(), out);
        });
    surface
        .navigation(type)
        .forEach(each -> {
          out.name(each.name());
          value(each.type(), false, out);
        });
    out.endObject().endObject();
  }

  /// The body of an action.
  void body(List<Parameter> parameters, JsonOut out) {
    out.beginObject().text("type", "object").name("properties").beginObject();
    parameters.forEach(each -> {
      out.name(each.name());
      value(each.type(), each.nullable(), out);
    });
    out.endObject().endObject();
  }

  /// Whatever a path leads to, as it stands in an answer.
  void answer(TypeRef type, JsonOut out) {
    boolean isWhole = !type.collection() && !type.isPrimitive();
    if (isWhole) {
      value(type, false, out);
      return;
    }
    out.beginObject().text("type", "object").name("properties").beginObject().name("value");
    value(type, false, out);
    out.endObject().endObject();
  }

  void value(TypeRef type, boolean nullable, JsonOut out) {
    if (type.collection()) {
      out.beginObject().text("type", "array").name("items");
      value(type.element(), false, out);
      out.endObject();
    } else if (type.isPrimitive()) {
      primitive(type, nullable, out);
    } else {
      out.beginObject().text("$ref", REFERENCES + type.name()).endObject();
    }
  }

  private static void primitive(TypeRef type, boolean nullable, JsonOut out) {
    out.beginObject();
    String word = word(type);
    if (!word.isEmpty()) {
      out.name("type");
      if (nullable) {
        out.beginArray().text(word).text("null").endArray();
      } else {
        out.text(word);
      }
    }
    switch (type.name()) {
      case "Edm.Int32" -> out.text("format", "int32");
      case "Edm.DateTimeOffset" -> out.text("format", "date-time");
      default -> {} // nothing to add
    }
    out.endObject();
  }

  /// The JSON type; empty for anything.
  private static String word(TypeRef type) {
    return switch (type.name()) {
      case "Edm.Boolean" -> "boolean";
      case "Edm.Int16", "Edm.Int32", "Edm.Int64" -> "integer";
      case "Edm.Double", "Edm.Single", "Edm.Decimal" -> "number";
      case "Edm.Untyped" -> "";
      default -> "string";
    };
  }
}
