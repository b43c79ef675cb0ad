package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlTree;
import java.util.Optional;

/// How pivot tables of a file are told apart.
public final class PivotTables {
  private PivotTables() {}

  /// The identity of a pivot table: the one that its part names, or one made from its place.
  public static String id(XmlTree tree) {
    return tree.root()
        .attribute(Namespaces.REVISION, "uid")
        .orElseGet(() -> PartId.of(tree.part()));
  }

  /// The part that holds the cache of a pivot table.
  public static Optional<String> cache(PackageParts parts, String part) {
    return parts.relationships(part).of("pivotCacheDefinition").stream()
        .map(Relationship::target)
        .filter(parts::has)
        .findFirst();
  }
}
