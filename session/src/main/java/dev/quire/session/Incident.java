package dev.quire.session;

import java.time.Instant;

/// Something that the owner of a workbook has to know: it happened to acknowledged changes.
///
/// @param at when it was found
/// @param kind what kind of thing
/// @param file path of the workbook in its drive, or its id when the path is not known
/// @param message what happened and where everything is now, as a sentence
public record Incident(Instant at, Kind kind, String file, String message) {
  /// What can happen.
  public enum Kind {
    /// Changes that were in no file when the server went down are in the workbook again.
    RECOVERED,
    /// The file was changed by others while there were changes to save; both are kept.
    CONFLICT,
    /// Changes could not be read or applied any more.
    DAMAGED
  }
}
