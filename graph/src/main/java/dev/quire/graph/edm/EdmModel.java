package dev.quire.graph.edm;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The entity model: types, the operations bound to them, and where paths begin. Immutable.
///
/// Types are found by their exact name, since those names come from the model itself; what clients
/// spell (operations, entity sets, members) is found without regard to case.
public final class EdmModel {
  private final Map<String, StructuredType> types;
  private final Map<String, EnumType> enums;
  private final Map<String, List<Operation>> operations;
  private final Map<String, NavigationProperty> entrances;

  /// @param operations by name in lower case
  /// @param entrances by name in lower case
  EdmModel(
      Map<String, StructuredType> types,
      Map<String, EnumType> enums,
      Map<String, List<Operation>> operations,
      Map<String, NavigationProperty> entrances) {
    this.types = Collections.unmodifiableMap(types);
    this.enums = Collections.unmodifiableMap(enums);
    this.operations = Collections.unmodifiableMap(operations);
    this.entrances = Collections.unmodifiableMap(entrances);
  }

  /// Reads a CSDL document. Document type definitions are refused, and with them entities.
  ///
  /// @throws IllegalArgumentException when the document is not well-formed, or names a type that it
  ///   does not define
  public static EdmModel load(InputStream csdl) {
    return CsdlReader.read(List.of(csdl));
  }

  /// The model that Quire speaks, from the document it is shipped with.
  public static EdmModel bundled() {
    return load(document());
  }

  /// The model that Quire speaks under `/beta`: that of v1.0 and what beta adds to it.
  public static EdmModel beta() {
    return CsdlReader.read(List.of(document(), resource("beta.csdl.xml")));
  }

  /// The document behind [#bundled()], as it is served at `$metadata`. The caller closes it.
  public static InputStream document() {
    return resource("workbook.csdl.xml");
  }

  private static InputStream resource(String name) {
    var found = EdmModel.class.getResourceAsStream("/dev/quire/graph/" + name);
    if (found == null) {
      throw new IllegalStateException(name + " is missing from the module");
    }
    return found;
  }

  /// The entity type or complex type of this name.
  public Optional<StructuredType> findType(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /// The entity type or complex type behind a reference that this model gave out.
  ///
  /// @throws IllegalArgumentException when the reference is to something else
  public StructuredType type(TypeRef ref) {
    return findType(ref.name())
        .orElseThrow(() -> new IllegalArgumentException(ref + " is not a structured type"));
  }

  /// The enumeration of this name.
  public Optional<EnumType> findEnum(String name) {
    return Optional.ofNullable(enums.get(name));
  }

  /// All entity types and complex types, in the order of the document.
  public Collection<StructuredType> types() {
    return types.values();
  }

  /// All operations, overloads one by one.
  public List<Operation> operations() {
    var all = new ArrayList<Operation>();
    for (var overloads : operations.values()) {
      all.addAll(overloads);
    }
    return all;
  }

  /// The overloads of an operation that can be called on a type; none when there is no such thing.
  ///
  /// @param name in any case, without namespace
  public List<Operation> overloads(TypeRef binding, String name) {
    var named = operations.get(fold(name));
    if (named == null) {
      return List.of();
    }
    return named.stream().filter(operation -> operation.binding().equals(binding)).toList();
  }

  /// The entity set or singleton of this name, as if it were a property of the service itself.
  public Optional<NavigationProperty> findEntrance(String name) {
    return Optional.ofNullable(entrances.get(fold(name)));
  }

  /// All entity sets and singletons.
  public Collection<NavigationProperty> entrances() {
    return entrances.values();
  }

  static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
