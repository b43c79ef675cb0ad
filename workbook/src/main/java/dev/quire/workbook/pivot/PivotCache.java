package dev.quire.workbook.pivot;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// The copy of a source that pivot tables are made from; several may share one.
///
/// @param id tells it from the others of the workbook
/// @param fields all fields, those of the source first
/// @param fresh the rows, once they have been read from the source; those of a file stay there
public record PivotCache(
    String id, PivotSource source, List<CacheField> fields, Optional<Fresh> fresh) {
  /// What a refresh brings.
  ///
  /// @param at when it was, on the clock of the workbook
  public record Fresh(PivotRecords records, LocalDateTime at) {}

  /// Copies the fields.
  public PivotCache {
    fields = List.copyOf(fields);
  }

  /// The same with another source, as when cells have moved.
  public PivotCache from(PivotSource moved) {
    return new PivotCache(id, moved, fields, fresh);
  }
}
