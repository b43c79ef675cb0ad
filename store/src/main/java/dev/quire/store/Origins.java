package dev.quire.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What keeps the ids of items through renaming and moving. An id follows from a path; of an item
/// that was moved, from the path where it came from, its origin. So only what was moved has to be
/// remembered. Immutable.
///
/// What lies in a moved folder has moved with it, without a line of its own. A place that something
/// left gets an origin that nothing ever had, as the next item there is another one.
///
/// @param byPath for the items that were moved, and the places they left, what their ids follow
///   from
/// @param left how many places were left so far
record Origins(Map<DrivePath, String> byPath, long left) {
  static final Origins NONE = new Origins(Map.of(), 0);

  private static final String SEPARATOR = "\t";

  /// What the id of the item at a path follows from: the path itself, if nothing there or above was
  /// moved.
  String of(DrivePath path) {
    DrivePath above = path;
    var rest = new ArrayList<String>();
    while (!above.isRoot()) {
      String origin = byPath.get(above);
      if (origin != null) {
        return rest.isEmpty() ? origin : origin + "/" + String.join("/", rest.reversed());
      }
      rest.add(above.name());
      above = above.parent().orElseThrow();
    }
    return path.toString();
  }

  /// After something, with all that is in it, has moved.
  Origins moved(DrivePath from, DrivePath to) {
    var after = new TreeMap<DrivePath, String>(Comparator.comparing(DrivePath::toString));
    byPath.forEach((path, origin) -> {
      if (path.isBelow(from)) {
        after.put(path.moved(from, to), origin);
      } else if (!path.equals(from) && !path.equals(to) && !path.isBelow(to)) {
        after.put(path, origin);
      }
    });
    // No path has a colon in it.
    after.put(from, "left:" + left);
    after.put(to, of(from));
    return new Origins(Map.copyOf(after), left + 1);
  }

  /// A line for each item, behind a line with the number of places left.
  String text() {
    return byPath.entrySet().stream()
        .map(each -> encoded(each.getKey().toString()) + SEPARATOR + encoded(each.getValue()))
        .sorted()
        .collect(Collectors.joining("\n", left + "\n", "\n"));
  }

  /// Reads what [#text] wrote.
  ///
  /// @throws StoreFault.Unreadable when it is something else
  static Origins parse(String where, String text) {
    try {
      List<String> lines = text.lines().toList();
      var byPath = new TreeMap<DrivePath, String>(Comparator.comparing(DrivePath::toString));
      for (String line : lines.subList(1, lines.size())) {
        if (!line.isEmpty()) {
          String[] parts = line.split(SEPARATOR, 2);
          byPath.put(DrivePath.parse(decoded(parts[0])), decoded(parts[1]));
        }
      }
      return new Origins(Map.copyOf(byPath), Long.parseLong(lines.getFirst()));
    } catch (RuntimeException garbled) {
      throw new StoreFault.Unreadable(where, "it is no list of moved items");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
