package dev.quire.graph.edm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a CSDL document in one pass. Elements that do not describe types, operations or the
/// container (annotations, keys, binding paths) are passed over.
///
/// Written without lambdas and streams: this is on the way of every start, where each of them costs
/// up to a millisecond.
final class CsdlReader {
  private ElementScanner xml;
  private final Map<String, RawType> rawTypes = new LinkedHashMap<>();
  private final Map<String, EnumType> enums = new LinkedHashMap<>();
  private final Map<String, List<Operation>> operations = new LinkedHashMap<>();
  private final Map<String, NavigationProperty> entrances = new LinkedHashMap<>();

  /// A type as written, before its base type is folded in.
  private record RawType(
      StructuredType.Kind kind,
      boolean open,
      Optional<TypeRef> base,
      List<Property> properties,
      List<NavigationProperty> navigation) {}

  private CsdlReader(ElementScanner xml) {
    this.xml = xml;
  }

  /// Reads documents that make up one model: a later one may add members to types of an earlier
  /// one.
  static EdmModel read(List<InputStream> documents) {
    var reader = new CsdlReader(new ElementScanner(""));
    try {
      for (InputStream each : documents) {
        reader.xml = new ElementScanner(new String(each.readAllBytes(), UTF_8));
        reader.readDocument();
      }
      return reader.model();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readDocument() {
    while (xml.nextInside(0)) {
      readElement(xml.name());
    }
  }

  private void readElement(String element) {
    switch (element) {
      case "EntityType" -> readType(StructuredType.Kind.ENTITY);
      case "ComplexType" -> readType(StructuredType.Kind.COMPLEX);
      case "EnumType" -> readEnum();
      case "Function" -> readOperation(Operation.Kind.FUNCTION);
      case "Action" -> readOperation(Operation.Kind.ACTION);
      case "EntitySet" -> addEntrance("Collection(" + required("EntityType") + ")");
      case "Singleton" -> addEntrance(required("Type"));
      default -> {} // Schema, EntityContainer and what is passed over
    }
  }

  private void readType(StructuredType.Kind kind) {
    var known = rawTypes.get(required("Name"));
    var type =
        known != null
            ? known
            : new RawType(
                kind, flag("OpenType", false), baseType(), new ArrayList<>(), new ArrayList<>());
    rawTypes.put(required("Name"), type);
    int depth = xml.depth();
    while (xml.nextInside(depth)) {
      switch (xml.name()) {
        case "Property" -> type.properties.add(new Property(required("Name"), type(), nullable()));
        case "NavigationProperty" ->
            type.navigation.add(
                new NavigationProperty(required("Name"), type(), flag("ContainsTarget", false)));
        default -> {} // keys and annotations
      }
    }
  }

  private Optional<TypeRef> baseType() {
    var name = xml.attribute("BaseType", "");
    return name.isEmpty() ? Optional.empty() : Optional.of(TypeRef.parse(name));
  }

  private void readEnum() {
    var name = required("Name");
    var members = new ArrayList<String>();
    int depth = xml.depth();
    while (xml.nextInside(depth)) {
      if (xml.name().equals("Member")) {
        members.add(required("Name"));
      }
    }
    enums.put(name, new EnumType(name, members));
  }

  private void readOperation(Operation.Kind kind) {
    var name = required("Name");
    boolean composable = flag("IsComposable", false);
    var parameters = new ArrayList<Parameter>();
    var returns = Optional.<TypeRef>empty();
    int depth = xml.depth();
    while (xml.nextInside(depth)) {
      switch (xml.name()) {
        case "Parameter" -> parameters.add(new Parameter(required("Name"), type(), nullable()));
        case "ReturnType" -> returns = Optional.of(type());
        default -> {} // annotations
      }
    }
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException(name + " is not bound to a type");
    }
    var binding = parameters.removeFirst().type();
    add(new Operation(kind, name, binding, parameters, returns, composable));
  }

  private void add(Operation operation) {
    var key = EdmModel.fold(operation.name());
    var overloads = operations.getOrDefault(key, new ArrayList<>());
    overloads.add(operation);
    operations.put(key, overloads);
  }

  private void addEntrance(String type) {
    var name = required("Name");
    entrances.put(EdmModel.fold(name), new NavigationProperty(name, TypeRef.parse(type), true));
  }

  private EdmModel model() {
    var types = new LinkedHashMap<String, StructuredType>();
    for (var name : rawTypes.keySet()) {
      types.put(name, flattened(name));
    }
    var model = new EdmModel(types, enums, operations, entrances);
    new EdmCheck(model).run();
    return model;
  }

  private StructuredType flattened(String name) {
    var properties = new ArrayList<Property>();
    var navigation = new ArrayList<NavigationProperty>();
    for (var raw : lineage(name)) {
      properties.addAll(raw.properties);
      navigation.addAll(raw.navigation);
    }
    return new StructuredType(name, raw(name).kind, raw(name).open, properties, navigation);
  }

  /// The type itself last, its base types before it.
  private List<RawType> lineage(String name) {
    var lineage = new ArrayList<RawType>();
    var next = Optional.of(name);
    while (next.isPresent()) {
      var raw = raw(next.get());
      if (lineage.size() > rawTypes.size()) {
        throw new IllegalArgumentException(name + " is its own base type");
      }
      lineage.addFirst(raw);
      next = raw.base.isEmpty() ? Optional.empty() : Optional.of(raw.base.get().name());
    }
    return lineage;
  }

  private RawType raw(String name) {
    var raw = rawTypes.get(name);
    if (raw == null) {
      throw new IllegalArgumentException("base type " + name + " is not defined");
    }
    return raw;
  }

  private TypeRef type() {
    return TypeRef.parse(required("Type"));
  }

  private boolean nullable() {
    return flag("Nullable", true);
  }

  private boolean flag(String name, boolean absent) {
    return Boolean.parseBoolean(xml.attribute(name, Boolean.toString(absent)));
  }

  private String required(String name) {
    var value = xml.attribute(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(
          "%s without %s in line %d".formatted(xml.name(), name, xml.line()));
    }
    return value;
  }
}
