package dev.quire.engine.function.text;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.formula.Matrix;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.ArrayList;
import java.util.List;

/// Texts at which another text is cut. Where several fit at a place, the longest counts (?).
///
/// @param words at least one
/// @param ignoresCase whether letters match in either case
record Delimiters(List<String> words, boolean ignoresCase) {
  /// Most delimiters, so that hostile formulas do not compare forever.
  private static final int MOST = 1024;

  /// Where a delimiter stands: from `start` up to but without `end`.
  record Found(int start, int end) {}

  Delimiters {
    words = words.stream().sorted((a, b) -> b.length() - a.length()).toList();
  }

  /// What reading delimiters yields: they, or why there are none.
  record Reading(Delimiters delimiters, Scalar fault) {}

  /// Reads one delimiter, or the elements of an array.
  static Reading of(Arguments a, int place, boolean ignoresCase) {
    Matrix matrix = a.matrix(place);
    var none = new Delimiters(List.of(), ignoresCase);
    if (matrix.size() > MOST) {
      return new Reading(none, ErrorValue.VALUE);
    }
    var words = new ArrayList<String>();
    for (int i = 0; i < matrix.size(); i++) {
      if (!(a.toText(matrix.at(i)) instanceof TextValue(String word))) {
        return new Reading(none, a.toText(matrix.at(i)));
      }
      words.add(word);
    }
    return new Reading(new Delimiters(words, ignoresCase), TextValue.EMPTY);
  }

  /// Length of the shortest.
  int shortest() {
    return words.getLast().length();
  }

  /// The first delimiter that starts at a place or behind it; one beyond the end when there is
  /// none.
  Found next(String text, int from) {
    for (int start = from; start <= text.length(); start++) {
      for (String word : words) {
        if (stands(word, text, start)) {
          return new Found(start, start + word.length());
        }
      }
    }
    return new Found(text.length() + 1, text.length() + 1);
  }

  /// The last delimiter that ends at a place or before it; one before the start when there is none.
  Found previous(String text, int to) {
    for (int end = to; end >= 0; end--) {
      for (String word : words) {
        if (stands(word, text, end - word.length())) {
          return new Found(end - word.length(), end);
        }
      }
    }
    return new Found(-1, -1);
  }

  private boolean stands(String word, String text, int at) {
    return at >= 0 && text.regionMatches(ignoresCase, at, word, 0, word.length());
  }
}
