package dev.quire.graph.resource;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/// A collection of entities, made one by one as they are asked for.
///
/// @param size how many there are
/// @param at makes the one at a zero-based place
/// @param find finds one by id or name
public record Listing(int size, IntFunction<View> at, Function<String, Optional<View>> find) {
  /// A collection that is there already.
  ///
  /// @param find finds one by id or name
  public static Listing of(List<? extends View> views, Function<String, Optional<View>> find) {
    return new Listing(views.size(), views::get, find);
  }
}
