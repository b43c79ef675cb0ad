package dev.quire.graph;

import dev.quire.graph.exchange.GraphRequest;
import dev.quire.store.Item;
import dev.quire.store.StoreFault;
import java.util.Arrays;
import java.util.Optional;

/// The conditions of RFC 9110 §13 on tags. Either of an item's two tags will do.
final class Preconditions {
  private static final String ANY = "*";

  private Preconditions() {}

  /// Whether the client says with If-None-Match that it has this version.
  static boolean isKnown(GraphRequest request, Item item) {
    return request.headers().find("If-None-Match").filter(tags -> names(tags, item)).isPresent();
  }

  /// Refuses when the client asks for another version with If-Match.
  ///
  /// @throws StoreFault.Changed when the item has none of the tags
  static void require(GraphRequest request, Item item) {
    Optional<String> wanted = request.headers().find("If-Match");
    if (wanted.isPresent() && !names(wanted.get(), item)) {
      throw new StoreFault.Changed(item.path(), wanted.get(), item.eTag());
    }
  }

  /// Refuses a change of something that the client wanted to be absent, or of another version.
  ///
  /// @throws StoreFault.Changed when If-None-Match names a tag that the item has
  static void requireUnknown(GraphRequest request, Item item) {
    if (isKnown(request, item)) {
      throw new StoreFault.Changed(item.path(), "none", item.eTag());
    }
  }

  /// The tag that the item must have when it is changed; nothing for `*`, which takes whatever is
  /// there.
  static Optional<String> ifMatch(GraphRequest request) {
    return request.headers().find("If-Match").map(String::strip).filter(tag -> !tag.equals(ANY));
  }

  private static boolean names(String tags, Item item) {
    // A tag of ours holds a comma, so the list is parted behind the quotes.
    return tags.strip().equals(ANY)
        || Arrays.stream(tags.split("(?<=\")\\s*,\\s*(?=(W/)?\")"))
            .map(tag -> tag.strip().startsWith("W/") ? tag.strip().substring(2) : tag.strip())
            .anyMatch(item::hasTag);
  }
}
