package dev.quire.graph.edm;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a CSDL document in one pass. Elements that do not describe types, operations or the
/// container (annotations, keys, binding paths) are passed over.
final class CsdlReader {
  private final XMLStreamReader xml;
  private final Map<String, RawType> rawTypes = new LinkedHashMap<>();
  private final Map<String, EnumType> enums = new LinkedHashMap<>();
  private final Map<String, List<Operation>> operations = new LinkedHashMap<>();
  private final Map<String, NavigationProperty> entrances = new LinkedHashMap<>();

  /// A type as written, before its base type is folded in.
  private record RawType(
      StructuredType.Kind kind,
      Optional<TypeRef> base,
      List<Property> properties,
      List<NavigationProperty> navigation) {}

  private CsdlReader(XMLStreamReader xml) {
    this.xml = xml;
  }

  static EdmModel read(InputStream csdl) {
    try {
      // The JDK's own parser: another one on the class path could differ in what it lets through.
      var factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      var reader = new CsdlReader(factory.createXMLStreamReader(csdl, "UTF-8"));
      reader.readDocument();
      return reader.model();
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException("not a CSDL document: " + e.getMessage(), e);
    }
  }

  private void readDocument() throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        readElement(xml.getLocalName());
      }
    }
  }

  private void readElement(String element) throws XMLStreamException {
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

  private void readType(StructuredType.Kind kind) throws XMLStreamException {
    var name = required("Name");
    var type =
        new RawType(
            kind, attribute("BaseType").map(TypeRef::parse), new ArrayList<>(), new ArrayList<>());
    rawTypes.put(name, type);
    forEachChild(child -> {
      switch (child) {
        case "Property" -> type.properties.add(new Property(required("Name"), type(), nullable()));
        case "NavigationProperty" ->
            type.navigation.add(
                new NavigationProperty(required("Name"), type(), flag("ContainsTarget", false)));
        default -> {} // keys and annotations
      }
    });
  }

  private void readEnum() throws XMLStreamException {
    var name = required("Name");
    var members = new ArrayList<String>();
    forEachChild(child -> {
      if (child.equals("Member")) {
        members.add(required("Name"));
      }
    });
    enums.put(name, new EnumType(name, members));
  }

  private void readOperation(Operation.Kind kind) throws XMLStreamException {
    var name = required("Name");
    boolean composable = flag("IsComposable", false);
    var parameters = new ArrayList<Parameter>();
    var returns = new ArrayList<TypeRef>();
    forEachChild(child -> {
      switch (child) {
        case "Parameter" -> parameters.add(new Parameter(required("Name"), type(), nullable()));
        case "ReturnType" -> returns.add(type());
        default -> {} // annotations
      }
    });
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException(name + " is not bound to a type");
    }
    var operation =
        new Operation(
            kind,
            name,
            parameters.getFirst().type(),
            parameters.subList(1, parameters.size()),
            returns.stream().findFirst(),
            composable);
    operations.computeIfAbsent(EdmModel.fold(name), key -> new ArrayList<>()).add(operation);
  }

  private void addEntrance(String type) {
    var name = required("Name");
    entrances.put(EdmModel.fold(name), new NavigationProperty(name, TypeRef.parse(type), true));
  }

  /// Visits the start of each element inside the current one, at any depth, and stops behind it.
  private void forEachChild(Consumer<String> visit) throws XMLStreamException {
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          visit.accept(xml.getLocalName());
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {} // blanks and comments
      }
    }
  }

  private EdmModel model() {
    var types = new LinkedHashMap<String, StructuredType>();
    rawTypes.keySet().forEach(name -> types.put(name, flattened(name)));
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
    return new StructuredType(name, raw(name).kind, properties, navigation);
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
      next = raw.base.map(TypeRef::name);
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
    return attribute(name).map(Boolean::parseBoolean).orElse(absent);
  }

  private String required(String name) {
    return attribute(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s without %s in line %d"
                    .formatted(xml.getLocalName(), name, xml.getLocation().getLineNumber())));
  }

  private Optional<String> attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return Optional.of(xml.getAttributeValue(i));
      }
    }
    return Optional.empty();
  }
}
