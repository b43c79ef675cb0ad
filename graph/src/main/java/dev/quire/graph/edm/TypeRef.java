package dev.quire.graph.edm;

/// The type of a property, parameter or result, by name.
///
/// @param name a primitive with its prefix (`Edm.String`), anything else without one
///   (`workbookRange`)
/// @param collection whether it stands for many of them
public record TypeRef(String name, boolean collection) {
  /// Text.
  public static final TypeRef STRING = new TypeRef("Edm.String", false);

  /// A 32-bit number, as every count is.
  public static final TypeRef INT32 = new TypeRef("Edm.Int32", false);

  private static final String PRIMITIVE_PREFIX = "Edm.";
  private static final String NAMESPACE = "microsoft.graph.";
  private static final String ALIAS = "graph.";
  private static final String COLLECTION_PREFIX = "Collection(";

  /// Reads the spelling of a CSDL document: `Edm.Int32`, `graph.workbook`,
  /// `Collection(microsoft.graph.drive)`.
  static TypeRef parse(String text) {
    if (text.startsWith(COLLECTION_PREFIX) && text.endsWith(")")) {
      var element = text.substring(COLLECTION_PREFIX.length(), text.length() - 1);
      return new TypeRef(bare(element), true);
    }
    return new TypeRef(bare(text), false);
  }

  private static String bare(String name) {
    if (name.startsWith(NAMESPACE)) {
      return name.substring(NAMESPACE.length());
    }
    return name.startsWith(ALIAS) ? name.substring(ALIAS.length()) : name;
  }

  /// Whether this is one of the types that every model has (`Edm.…`).
  public boolean isPrimitive() {
    return name.startsWith(PRIMITIVE_PREFIX);
  }

  /// Whether values are one text, number, boolean or moment, so that they can be compared.
  public boolean isScalar() {
    return isPrimitive() && !collection && !isStream() && !name.equals("Edm.Untyped");
  }

  /// Whether values are bytes with a media type of their own, not JSON.
  public boolean isStream() {
    return name.equals("Edm.Stream");
  }

  /// The type of one of many; this type when it is single already.
  public TypeRef element() {
    return collection ? new TypeRef(name, false) : this;
  }

  /// The name with its namespace, as context URLs and `@odata.type` spell it:
  /// `microsoft.graph.workbookRange`, `Collection(Edm.String)`.
  public String qualifiedName() {
    var element = isPrimitive() ? name : NAMESPACE + name;
    return collection ? COLLECTION_PREFIX + element + ")" : element;
  }

  @Override
  public String toString() {
    return collection ? COLLECTION_PREFIX + name + ")" : name;
  }
}
