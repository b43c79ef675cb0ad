package dev.quire.graph.document;

import dev.quire.graph.edm.EnumType;
import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.Property;
import dev.quire.graph.edm.StructuredType;
import dev.quire.graph.edm.TypeRef;

/// Writes `$metadata`: the entity model of what is served (OData CSDL XML 4.0).
final class CsdlDocument {
  private static final String ENTITY = "entity";
  private static final String KEY = "id";

  private final Surface surface;
  private final StringBuilder out = new StringBuilder(1 << 16);

  CsdlDocument(Surface surface) {
    this.surface = surface;
  }

  String text() {
    out.append(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
          <edmx:DataServices>
            <Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
              <EntityType Name="entity" Abstract="true">
                <Key>
                  <PropertyRef Name="id" />
                </Key>
                <Property Name="id" Type="Edm.String" Nullable="false" />
              </EntityType>
        """);
    surface.enums().forEach(this::enumeration);
    surface.types().forEach(this::type);
    surface.operations().forEach(this::operation);
    container();
    out.append(
        """
            </Schema>
          </edmx:DataServices>
        </edmx:Edmx>
        """);
    return out.toString();
  }

  private void enumeration(EnumType type) {
    line(6, "<EnumType Name=\"%s\">", type.name());
    for (int value = 0; value < type.members().size(); value++) {
      line(8, "<Member Name=\"%s\" Value=\"%d\" />", type.members().get(value), value);
    }
    line(6, "</EnumType>");
  }

  private void type(StructuredType type) {
    if (type.name().equals(ENTITY)) {
      return;
    }
    boolean isEntity = type.kind() == StructuredType.Kind.ENTITY;
    String element = isEntity ? "EntityType" : "ComplexType";
    line(
        6,
        "<%s Name=\"%s\"%s%s>",
        element,
        type.name(),
        isEntity ? " BaseType=\"graph.entity\"" : "",
        type.open() ? " OpenType=\"true\"" : "");
    surface.properties(type).stream()
        .filter(property -> !isEntity || !property.name().equals(KEY))
        .forEach(this::property);
    surface.navigation(type).forEach(this::navigation);
    line(6, "</%s>", element);
  }

  private void property(Property property) {
    line(
        8,
        "<Property Name=\"%s\" Type=\"%s\"%s />",
        property.name(),
        spelled(property.type()),
        nullable(property.nullable()));
  }

  private void navigation(NavigationProperty property) {
    line(
        8,
        "<NavigationProperty Name=\"%s\" Type=\"%s\"%s />",
        property.name(),
        spelled(property.type()),
        property.contained() ? " ContainsTarget=\"true\"" : "");
  }

  private void operation(Operation operation) {
    String element = operation.isFunction() ? "Function" : "Action";
    line(
        6,
        "<%s Name=\"%s\" IsBound=\"true\"%s>",
        element,
        operation.name(),
        operation.composable() ? " IsComposable=\"true\"" : "");
    line(8, "<Parameter Name=\"bindingParameter\" Type=\"%s\" />", spelled(operation.binding()));
    operation
        .parameters()
        .forEach(parameter ->
            line(
                8,
                "<Parameter Name=\"%s\" Type=\"%s\"%s />",
                parameter.name(),
                spelled(parameter.type()),
                nullable(parameter.nullable())));
    operation.returns().ifPresent(type -> line(8, "<ReturnType Type=\"%s\" />", spelled(type)));
    line(6, "</%s>", element);
  }

  private void container() {
    line(6, "<EntityContainer Name=\"GraphService\">");
    for (NavigationProperty entrance : surface.entrances()) {
      String type = spelled(entrance.type().element());
      line(
          8,
          entrance.type().collection()
              ? "<EntitySet Name=\"%s\" EntityType=\"%s\" />"
              : "<Singleton Name=\"%s\" Type=\"%s\" />",
          entrance.name(),
          type);
    }
    line(6, "</EntityContainer>");
  }

  private static String nullable(boolean nullable) {
    return nullable ? "" : " Nullable=\"false\"";
  }

  private static String spelled(TypeRef type) {
    return type.qualifiedName().replace("microsoft.graph.", "graph.");
  }

  private void line(int indent, String format, Object... values) {
    out.append(" ".repeat(indent)).append(format.formatted(values)).append('\n');
  }
}
