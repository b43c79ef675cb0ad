package dev.quire.graph.document;

import dev.quire.graph.edm.EdmModel;
import dev.quire.graph.edm.EnumType;
import dev.quire.graph.edm.NavigationProperty;
import dev.quire.graph.edm.Operation;
import dev.quire.graph.edm.Property;
import dev.quire.graph.edm.StructuredType;
import dev.quire.graph.edm.TypeRef;
import dev.quire.graph.resource.Served;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The part of the entity model that is served: of workbooks what resources declare, of drives what
/// it takes to reach one.
final class Surface {
  /// Types around workbooks with their members that are answered.
  private static final Map<String, List<String>> AROUND =
      Map.ofEntries(
          Map.entry("user", List.of("drive", "drives")),
          Map.entry("group", List.of("drive", "drives")),
          Map.entry("site", List.of("drive", "drives")),
          Map.entry("drive", List.of("id", "name", "driveType", "owner", "root", "items")),
          Map.entry(
              "driveItem",
              List.of(
                  "id",
                  "name",
                  "createdDateTime",
                  "lastModifiedDateTime",
                  "eTag",
                  "cTag",
                  "size",
                  "content",
                  "parentReference",
                  "file",
                  "folder",
                  "root",
                  "children",
                  "publication",
                  "versions",
                  "workbook")),
          Map.entry("driveItemVersion", List.of("id", "lastModifiedDateTime", "size", "content")),
          Map.entry("itemReference", List.of("driveId", "driveType", "id", "path")),
          Map.entry("file", List.of("mimeType")),
          Map.entry("folder", List.of("childCount")),
          Map.entry("root", List.of()),
          Map.entry("publicationFacet", List.of("level", "versionId", "checkedOutBy")),
          Map.entry(
              "subscription",
              List.of(
                  "id",
                  "resource",
                  "changeType",
                  "clientState",
                  "notificationUrl",
                  "lifecycleNotificationUrl",
                  "expirationDateTime",
                  "creatorId")),
          Map.entry("identitySet", List.of("user")),
          Map.entry("identity", List.of("id", "displayName")));

  private static final Set<String> ENTRANCES =
      Set.of("me", "drive", "drives", "users", "groups", "sites", "subscriptions");

  private final EdmModel model;
  private final Served served;
  private final Set<String> types = new LinkedHashSet<>();

  Surface(EdmModel model, Served served) {
    this.model = model;
    this.served = served;
    collect();
  }

  EdmModel model() {
    return model;
  }

  Served served() {
    return served;
  }

  List<NavigationProperty> entrances() {
    return model.entrances().stream().filter(each -> ENTRANCES.contains(each.name())).toList();
  }

  /// The types that something served leads to, in the order of the model.
  List<StructuredType> types() {
    return model.types().stream().filter(type -> types.contains(type.name())).toList();
  }

  List<EnumType> enums() {
    return types.stream().flatMap(name -> model.findEnum(name).stream()).toList();
  }

  List<Property> properties(StructuredType type) {
    return type.properties().stream().filter(each -> has(type, each.name(), false)).toList();
  }

  List<NavigationProperty> navigation(StructuredType type) {
    return type.navigation().stream().filter(each -> has(type, each.name(), true)).toList();
  }

  List<Operation> operations() {
    return model.operations().stream()
        .filter(operation -> types.contains(operation.binding().name()))
        .filter(served::offers)
        .toList();
  }

  private boolean has(StructuredType type, String member, boolean leads) {
    List<String> around = AROUND.get(type.name());
    if (around != null) {
      return around.contains(member);
    }
    Optional<Set<String>> declared =
        leads ? served.navigation(type.name()) : served.properties(type.name());
    return declared.map(names -> names.contains(member)).orElse(true);
  }

  private void collect() {
    Deque<String> waiting = new ArrayDeque<>();
    entrances().forEach(entrance -> waiting.add(entrance.type().name()));
    while (!waiting.isEmpty()) {
      String name = waiting.remove();
      if (types.add(name)) {
        model.findType(name).ifPresent(type -> waiting.addAll(referred(type)));
      }
    }
  }

  /// The types that members and operations of a type speak of.
  private Collection<String> referred(StructuredType type) {
    var names = new LinkedHashSet<String>();
    properties(type).forEach(each -> add(names, each.type()));
    navigation(type).forEach(each -> add(names, each.type()));
    model.operations().stream()
        .filter(operation -> operation.binding().name().equals(type.name()))
        .filter(served::offers)
        .forEach(operation -> {
          operation.returns().ifPresent(result -> add(names, result));
          operation.parameters().forEach(parameter -> add(names, parameter.type()));
        });
    return names;
  }

  private static void add(Set<String> names, TypeRef type) {
    if (!type.isPrimitive()) {
      names.add(type.name());
    }
  }
}
