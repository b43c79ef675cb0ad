package dev.quire.ooxml;

import java.util.List;
import java.util.stream.Stream;

/// What a save did to the file.
///
/// @param rewritten parts with another content
/// @param added parts that are new
/// @param removed parts that are gone
/// @param identical number of parts whose compressed bytes are the same as before
/// @param cellsChanged number of cells written
/// @param notices what a person should know
public record SaveReport(
    List<String> rewritten,
    List<String> added,
    List<String> removed,
    int identical,
    long cellsChanged,
    List<String> notices) {
  /// What this save and a later one of the same file did together.
  public SaveReport and(SaveReport later) {
    return new SaveReport(
        joined(rewritten, later.rewritten),
        joined(added, later.added),
        joined(removed, later.removed),
        Math.min(identical, later.identical),
        cellsChanged + later.cellsChanged,
        joined(notices, later.notices));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    return Stream.concat(first.stream(), second.stream()).distinct().toList();
  }
}
