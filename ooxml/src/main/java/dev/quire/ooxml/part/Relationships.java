package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.XmlElement;
import dev.quire.ooxml.xml.XmlTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a part refers to.
///
/// @param source name of the part, empty for the package itself
/// @param tree the part that holds the references, empty when there is none
/// @param all the references in the order written
public record Relationships(String source, Optional<XmlTree> tree, List<Relationship> all) {
  /// Where the references of a part are kept.
  public static String partFor(String source) {
    int slash = source.lastIndexOf('/');
    return source.substring(0, slash + 1) + "_rels/" + source.substring(slash + 1) + ".rels";
  }

  static Relationships none(String source) {
    return new Relationships(source, Optional.empty(), List.of());
  }

  static Relationships of(String source, XmlTree tree) {
    var all = new ArrayList<Relationship>();
    for (XmlElement each : tree.root().children("Relationship")) {
      boolean external = each.attributeOr("TargetMode", "").equals("External");
      String target = each.attributeOr("Target", "");
      all.add(
          new Relationship(
              each.attributeOr("Id", ""),
              each.attributeOr("Type", ""),
              external ? target : resolve(source, target),
              external,
              each));
    }
    return new Relationships(source, Optional.of(tree), List.copyOf(all));
  }

  /// The reference with this id.
  public Optional<Relationship> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// The first internal reference of a kind.
  public Optional<Relationship> first(String kind) {
    return of(kind).stream().findFirst();
  }

  /// The internal references of a kind.
  public List<Relationship> of(String kind) {
    return all.stream().filter(each -> !each.external() && each.is(kind)).toList();
  }

  /// The name of the part that a target means, seen from another part.
  static String resolve(String source, String target) {
    String path = target.replace('\\', '/');
    int fragment = path.indexOf('#');
    path = fragment < 0 ? path : path.substring(0, fragment);
    String base = source.substring(0, source.lastIndexOf('/') + 1);
    var segments = new ArrayDeque<String>();
    for (String segment : (path.startsWith("/") ? path : base + path).split("/", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  /// How a part is spelled as a target, seen from another part: relative below the same folder,
  /// absolute otherwise.
  public static String spell(String source, String target) {
    String base = source.substring(0, source.lastIndexOf('/') + 1);
    return target.startsWith(base) ? target.substring(base.length()) : "/" + target;
  }
}
