package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;

/// A reference from one part to another (ECMA-376 part 2, §6.5).
///
/// @param id unique within the source part
/// @param type a URI; what matters is its last segment
/// @param target name of the part, or the address of an external resource as written
/// @param external whether the target lies outside the package
/// @param element how it is written
public record Relationship(
    String id, String type, String target, boolean external, XmlElement element) {
  /// Whether the type ends with this word, whatever the form of the format.
  public boolean is(String kind) {
    return type.endsWith("/" + kind);
  }
}
