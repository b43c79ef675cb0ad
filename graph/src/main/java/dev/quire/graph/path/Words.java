package dev.quire.graph.path;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The words of a path that are still to be read.
final class Words {
  private final Deque<Word> rest;

  Words(List<Word> words) {
    rest = new ArrayDeque<>(words);
  }

  boolean isEmpty() {
    return rest.isEmpty();
  }

  Word take() {
    return rest.removeFirst();
  }

  /// Reads an item path up to the colon that ends it, or to the end.
  ///
  /// @param begun what the word with the first colon holds behind it
  /// @param word the word with the first colon
  String takeItemPath(String begun, Word word) {
    var path = new StringBuilder();
    var piece = begun;
    int end = ItemPaths.colon(piece);
    while (end < 0 && !rest.isEmpty()) {
      path.append(piece).append('/');
      piece = rest.removeFirst().text();
      end = ItemPaths.colon(piece);
    }
    if (end < 0) {
      path.append(piece);
    } else {
      path.append(piece, 0, end);
      putBack(piece.substring(end + 1), word.position());
    }
    return ItemPaths.normalised(path.toString(), word.position());
  }

  /// Words that were hidden in one segment behind encoded slashes.
  private void putBack(String hidden, int position) {
    var parts = hidden.split("/");
    for (int i = parts.length - 1; i >= 0; i--) {
      if (!parts[i].isEmpty()) {
        rest.addFirst(new Word(parts[i], parts[i].startsWith("$"), position));
      }
    }
  }
}
