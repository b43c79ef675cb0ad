package dev.quire.workbook;

import java.util.List;

/// What came of an edit.
///
/// @param workbook the workbook after it
/// @param notices things worth saying to whoever made the change, as sentences; mostly none
public record Outcome(Workbook workbook, List<String> notices) {
  /// Copies the notices.
  public Outcome {
    notices = List.copyOf(notices);
  }
}
