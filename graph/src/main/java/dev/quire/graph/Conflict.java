package dev.quire.graph;

import dev.quire.graph.Entry.Found;
import dev.quire.graph.json.JsonObject;
import dev.quire.graph.json.JsonText;
import dev.quire.graph.resource.BadArgument;
import dev.quire.store.StoreFault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What is to happen when a name is taken (`@microsoft.graph.conflictBehavior`).
enum Conflict {
  /// Refuse.
  FAIL,
  /// Take the place of what is there.
  REPLACE,
  /// Take another name: `Book 1.xlsx`.
  RENAME;

  private static final String NAME = "@microsoft.graph.conflictBehavior";
  private static final int MOST_TRIES = 1_000;

  /// What a body says.
  static Optional<Conflict> of(JsonObject body) {
    return body.find(NAME)
        .map(json -> json instanceof JsonText(String text) ? of(text) : refused(json.kind()));
  }

  /// What the query of a request says.
  static Optional<Conflict> of(Optional<String> rawQuery) {
    for (String pair : rawQuery.orElse("").split("&")) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2 && decoded(parts[0]).equalsIgnoreCase(NAME)) {
        return Optional.of(of(decoded(parts[1])));
      }
    }
    return Optional.empty();
  }

  private static Conflict of(String text) {
    for (Conflict each : values()) {
      if (each.name().equals(text.toUpperCase(Locale.ROOT))) {
        return each;
      }
    }
    return refused("'" + text + "'");
  }

  private static Conflict refused(String found) {
    throw new BadArgument("'%s' has to be fail, replace or rename, not %s.".formatted(NAME, found));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException garbled) {
      return text;
    }
  }

  /// A name that the folder does not have.
  ///
  /// @throws StoreFault.Exists when it has the name, and no other may be taken
  String free(Found folder, String name) {
    if (folder.child(name).isEmpty()) {
      return name;
    }
    for (int n = 1; this == RENAME && n < MOST_TRIES; n++) {
      String other = other(name, n);
      if (folder.child(other).isEmpty()) {
        return other;
      }
    }
    throw new StoreFault.Exists(name);
  }

  /// The n-th other name for something: a number before the extension.
  private static String other(String name, int n) {
    int dot = name.lastIndexOf('.');
    return dot > 0
        ? "%s %d%s".formatted(name.substring(0, dot), n, name.substring(dot))
        : "%s %d".formatted(name, n);
  }
}
