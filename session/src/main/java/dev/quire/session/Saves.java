package dev.quire.session;

import dev.quire.ooxml.SaveReport;
import java.util.List;

/// What saving a workbook did to its file.
///
/// @param rewritten number of parts with another content
/// @param added number of parts that are new
/// @param removed number of parts that are gone
/// @param identical number of parts whose compressed bytes are the same as before
/// @param cells number of cells written
/// @param notices what a person should know
public record Saves(
    int rewritten, int added, int removed, int identical, long cells, List<String> notices) {
  /// Copies the list.
  public Saves {
    notices = List.copyOf(notices);
  }

  static Saves of(SaveReport report) {
    return new Saves(
        report.rewritten().size(),
        report.added().size(),
        report.removed().size(),
        report.identical(),
        report.cellsChanged(),
        report.notices());
  }
}
