package dev.quire.app.demo;

import java.io.IOException;
import java.util.List;

/// A file inside a workbook.
///
/// @param path from the root of the package, without a leading slash
/// @param contentType its media type
/// @param relations to other parts; the first is known as `rId1`, the next as `rId2`
record Part(String path, String contentType, List<Relation> relations, Body body) {
  /// Where the relations of this part are written.
  String relationsPath() {
    var name = path.lastIndexOf('/') + 1;
    return path.substring(0, name) + "_rels/" + path.substring(name) + ".rels";
  }

  /// A pointer to another part.
  ///
  /// @param type the address that stands for the kind of relation
  /// @param target path relative to the folder of the part that points
  record Relation(String type, String target) {}

  /// What writes a part's content, without the XML declaration.
  @FunctionalInterface
  interface Body {
    void write(Xml xml) throws IOException;
  }
}
