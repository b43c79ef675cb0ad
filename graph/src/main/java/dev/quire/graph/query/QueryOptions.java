package dev.quire.graph.query;

import java.util.ArrayList;
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
    boolean count,
    Optional<String> format) {
  /// No wishes.
  public static final QueryOptions NONE =
      new QueryOptions(
          List.of(),
          List.of(),
          Optional.empty(),
          List.of(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          false,
          Optional.empty());

  /// Copies the lists.
  public QueryOptions {
    select = List.copyOf(select);
    expand = List.copyOf(expand);
    orderby = List.copyOf(orderby);
  }

  /// These options, if they go with a single entity.
  ///
  /// @throws QueryFault.OnlyForCollections when one of them is about many
  public QueryOptions onlyForOne() {
    if (filter.isPresent() || !aboutOrder().isEmpty()) {
      throw new QueryFault.OnlyForCollections();
    }
    return this;
  }

  /// These options, if they go with a plain value.
  ///
  /// @throws QueryFault.Unsupported when one of them is about an entity
  public QueryOptions onlyForPlainValues() {
    refuse(aboutEntities());
    return onlyForOne();
  }

  /// These options, if they go with the number of a collection.
  ///
  /// @throws QueryFault.Unsupported when one of them is about what is shown
  public QueryOptions onlyFilter() {
    refuse(aboutEntities());
    refuse(aboutOrder());
    return this;
  }

  private static void refuse(List<String> options) {
    if (!options.isEmpty()) {
      throw new QueryFault.Unsupported(options.getFirst());
    }
  }

  private List<String> aboutEntities() {
    var names = new ArrayList<String>();
    if (!select.isEmpty()) {
      names.add("$select");
    }
    if (!expand.isEmpty()) {
      names.add("$expand");
    }
    return names;
  }

  private List<String> aboutOrder() {
    var names = new ArrayList<String>();
    if (!orderby.isEmpty()) {
      names.add("$orderby");
    }
    if (skip.isPresent()) {
      names.add("$skip");
    }
    if (top.isPresent()) {
      names.add("$top");
    }
    if (count) {
      names.add("$count");
    }
    return names;
  }

  /// Whether a property is to be shown.
  public boolean shows(String property) {
    return select.isEmpty() || select.contains(property);
  }
}
