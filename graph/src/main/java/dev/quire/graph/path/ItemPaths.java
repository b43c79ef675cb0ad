package dev.quire.graph.path;

import dev.quire.graph.edm.TypeRef;
import java.util.ArrayList;
import java.util.Set;

/// The colon syntax of drives and sites: `root:/folder/book.xlsx:/workbook`.
///
/// A path begins behind a colon that a slash or the end of the segment follows, and ends before the
/// next such colon, or at the end of the request path. Since names in a drive hold no colon and
/// slashes only part them, it makes no difference which of them are percent-encoded.
final class ItemPaths {
  private static final Set<String> ADDRESSABLE = Set.of("driveItem", "site");

  private ItemPaths() {}

  /// Whether things of this type can be followed by a colon and a path.
  static boolean addressable(TypeRef type) {
    return ADDRESSABLE.contains(type.name());
  }

  /// Where the colon is that begins or ends a path; -1 when there is none.
  static int colon(String text) {
    int i = text.indexOf(':');
    while (i >= 0 && i + 1 < text.length() && text.charAt(i + 1) != '/') {
      i = text.indexOf(':', i + 1);
    }
    return i;
  }

  /// The path with empty parts taken out; empty for the starting point itself. Dot segments are
  /// refused, and a colon at the end of a part: there it can only mean the end of a path.
  static String normalised(String path, int position) {
    var parts = new ArrayList<String>();
    for (var part : path.split("/")) {
      if (part.equals(".") || part.equals("..")) {
        throw new PathFault.BadItemPath(position, path, "'.' or '..' segments");
      }
      if (part.endsWith(":")) {
        throw new PathFault.BadItemPath(position, path, "a name that ends with a colon");
      }
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }
}
