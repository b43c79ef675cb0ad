package dev.quire.workbook.pivot;

import java.util.List;
import java.util.Optional;

/// A field of the source, as it was when it was read.
///
/// @param name the heading of its column
/// @param origin where its values come from
/// @param shared whether its values are numbered, so that records name them by number
/// @param items its different values; those of a field that is not shared only after a refresh
/// @param groups what pivot tables show instead of the values, where these are put into groups
/// @param grouping which value is in which of the groups; empty without groups, and where nobody
///   knows
public record CacheField(
    String name,
    Origin origin,
    boolean shared,
    List<CacheItem> items,
    List<CacheItem> groups,
    Optional<Grouping> grouping) {
  /// Where the values of a field come from.
  public enum Origin {
    /// A column of the source.
    COLUMN,
    /// A column of the source, whose items are also put into groups.
    GROUPED_COLUMN,
    /// Groups of the items of another field, or a formula.
    DERIVED
  }

  /// Copies the lists.
  public CacheField {
    items = List.copyOf(items);
    groups = List.copyOf(groups);
  }

  CacheField numbered() {
    return new CacheField(name, origin, true, items, groups, grouping);
  }

  CacheField with(List<CacheItem> changed) {
    return new CacheField(name, origin, shared, changed, groups, grouping);
  }

  /// The same with groups.
  public CacheField grouped(List<CacheItem> changed, Grouping how) {
    return new CacheField(name, origin, shared, items, changed, Optional.of(how));
  }

  /// What the items of a pivot table are numbers of.
  List<CacheItem> shown() {
    return groups.isEmpty() ? items : groups;
  }

  /// Whether a pivot table shows the values themselves.
  boolean isPlain() {
    return isColumn() && groups.isEmpty();
  }

  /// Whether it shows groups, and nobody knows of what.
  public boolean isPutIntoUnknownGroups() {
    return !groups.isEmpty() && grouping.isEmpty();
  }

  /// Whether it is known what pivot tables show of it in a row.
  boolean isKnown() {
    return isPlain() || grouping.isPresent();
  }

  boolean isColumn() {
    return origin != Origin.DERIVED;
  }
}
