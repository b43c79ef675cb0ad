package dev.quire.app.setting;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses what somebody meant to type.
public final class Spelling {
  private Spelling() {}

  /// ` Did you mean X?` with the known word that is nearest, or nothing when none is near.
  public static String hint(String typed, Collection<String> known) {
    return nearest(typed, known).map(word -> " Did you mean " + word + "?").orElse("");
  }

  private static Optional<String> nearest(String typed, Collection<String> known) {
    var furthest = Math.max(2, typed.length() / 3);
    return known.stream()
        .filter(word -> Math.abs(word.length() - typed.length()) <= furthest)
        .filter(word -> distance(typed, word) <= furthest)
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /// How many letters must be put in, taken out or replaced (Levenshtein), row by row.
  private static int distance(String from, String to) {
    var row = new int[to.length() + 1];
    for (var column = 0; column <= to.length(); column++) {
      row[column] = column;
    }
    for (var line = 1; line <= from.length(); line++) {
      var diagonal = row[0];
      row[0] = line;
      for (var column = 1; column <= to.length(); column++) {
        var replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, 1 + Math.min(diagonal, row[column - 1]));
      }
    }
    return row[to.length()];
  }
}
