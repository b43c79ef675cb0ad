package dev.quire.graph.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a client wants to see of an answer.
///
/// @param select properties to show, in the order asked for; all of them when empty
/// @param expand navigation properties to show in place
/// @param filter which of a collection to show
/// @param orderby in which order
/// @param skip how many to leave out first
/// @param top how many to show at most
/// @param count whether to add how many there are, before skip and top
public record QueryOptions(
    List<String> select,
    List<Expansion> expand,
    Optional<Filter> filter,
    List<Ordering> orderby,
    OptionalInt skip,
    OptionalInt top,
    boolean count) {
  /// No wishes.
  public static final QueryOptions NONE =
      new QueryOptions(
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          false);

  /// Copies the lists.
  public QueryOptions {
    select = List.copyOf(select);
    expand = List.copyOf(expand);
    orderby = List.copyOf(orderby);
  }

  /// Whether a property is to be shown.
  public boolean shows(String property) {
    return select.isEmpty() || select.contains(property);
  }
}
