package dev.quire.graph.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

/// Reads `$select`, `$orderby` and `$expand`: lists with commas between.
final class ListParser {
  private final Tokens tokens;

  ListParser(String text) {
    tokens = new Tokens(text);
  }

  /// `id,name`; nothing for `*`, which means everything.
  List<String> names() {
    var names = namesUntilEnd();
    tokens.expectEnd();
    return names;
  }

  /// `name desc,index`.
  List<Ordering> orderings() {
    var orderings = list(this::ordering);
    tokens.expectEnd();
    return orderings;
  }

  /// `worksheet($select=id,name),charts`.
  List<Expansion> expansions() {
    var expansions = list(this::expansion);
    tokens.expectEnd();
    return expansions;
  }

  private List<String> namesUntilEnd() {
    if (tokens.accept('*')) {
      return List.of();
    }
    return List.copyOf(new LinkedHashSet<>(list(tokens::name)));
  }

  private Ordering ordering() {
    var property = tokens.name();
    boolean descending = tokens.acceptWord("desc");
    if (!descending) {
      tokens.acceptWord("asc");
    }
    return new Ordering(property, descending);
  }

  private Expansion expansion() {
    var property = tokens.name();
    if (!tokens.accept('(')) {
      return new Expansion(property, List.of());
    }
    tokens.expect('$');
    if (!tokens.acceptWord("select")) {
      throw new QueryFault.Unsupported("$" + tokens.name() + " in $expand");
    }
    tokens.expect('=');
    var select = namesUntilEnd();
    tokens.expect(')');
    return new Expansion(property, select);
  }

  private <T> List<T> list(Supplier<T> item) {
    var items = new ArrayList<T>();
    do {
      items.add(item.get());
    } while (tokens.accept(','));
    return items;
  }
}
