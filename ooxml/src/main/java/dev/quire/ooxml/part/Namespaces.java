package dev.quire.ooxml.part;

/// XML namespaces of the format (ECMA-376 parts 1 and 4) and the relationship types built on them.
public final class Namespaces {
  /// Workbooks and worksheets.
  public static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  /// Workbooks and worksheets, strict form.
  public static final String STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";

  /// Relationship ids within a part.
  public static final String RELATIONSHIPS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /// Relationship ids within a part, strict form.
  public static final String STRICT_RELATIONSHIPS =
      "http://purl.oclc.org/ooxml/officeDocument/relationships";

  /// Identities of sheets and tables.
  static final String REVISION = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision";

  /// What `xml:space` belongs to.
  static final String XML = "http://www.w3.org/XML/1998/namespace";

  private Namespaces() {}

  /// Whether elements of this namespace are those of workbooks and worksheets.
  public static boolean isMain(String namespace) {
    return namespace.equals(MAIN) || namespace.equals(STRICT_MAIN);
  }
}
