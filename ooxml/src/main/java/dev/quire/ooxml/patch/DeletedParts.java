package dev.quire.ooxml.patch;

import dev.quire.ooxml.part.PackageParts;
import dev.quire.ooxml.part.Relationship;
import dev.quire.ooxml.part.SheetEntry;
import dev.quire.ooxml.part.WorkbookLayout;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Removes the parts of deleted sheets, with the drawings, charts, tables and comments that nothing
/// else refers to.
final class DeletedParts {
  private final PackageParts parts;
  private final Map<String, Set<String>> targets = new HashMap<>();

  private DeletedParts(PackageParts parts) {
    this.parts = parts;
  }

  static void apply(WorkbookLayout layout, List<SheetEntry> deleted, PackageEdit edit) {
    if (deleted.isEmpty()) {
      return;
    }
    var removal = new DeletedParts(layout.parts());
    Set<String> roots = deleted.stream().map(each -> key(each.part())).collect(Collectors.toSet());
    Set<String> reachedByThem = removal.reached(roots, Set.of());
    Set<String> reachedOtherwise = removal.reached(Set.of(""), roots);
    for (String each : reachedByThem) {
      if (!reachedOtherwise.contains(each)) {
        edit.remove(each);
      }
    }
    for (Relationship each : layout.relationships().all()) {
      if (roots.contains(key(each.target())) && !each.external()) {
        edit.unrelate(layout.relationships(), each);
      }
    }
  }

  /// Removes a chart, with its style and whatever else nothing else refers to.
  static void chart(WorkbookLayout layout, String part, PackageEdit edit) {
    var removal = new DeletedParts(layout.parts());
    Set<String> roots = Set.of(key(part));
    Set<String> otherwise = removal.reached(Set.of(""), roots);
    removal.reached(roots, Set.of()).stream()
        .filter(each -> !otherwise.contains(each))
        .forEach(edit::remove);
  }

  /// All parts that can be reached without passing certain ones.
  private Set<String> reached(Set<String> from, Set<String> without) {
    var reached = new HashSet<String>(from);
    var open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (String target : targets(open.remove())) {
        if (!without.contains(target) && reached.add(target)) {
          open.add(target);
        }
      }
    }
    return reached;
  }

  private Set<String> targets(String part) {
    return targets.computeIfAbsent(
        part,
        source ->
            parts.relationships(source).all().stream()
                .filter(each -> !each.external() && parts.has(each.target()))
                .map(each -> key(each.target()))
                .collect(Collectors.toSet()));
  }

  private static String key(String part) {
    return part.toLowerCase(Locale.ROOT);
  }
}
