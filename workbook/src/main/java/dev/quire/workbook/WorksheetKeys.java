package dev.quire.workbook;

import java.util.List;

/// What worksheets are known by inside an open workbook, which a file does not tell. Whoever opens
/// the file again with these goes on as if it had never been closed: edits that name a worksheet by
/// its key mean the same one.
///
/// @param worksheets in tab order
/// @param next the key that a further worksheet gets
public record WorksheetKeys(List<Known> worksheets, int next) {
  /// Of a file that nobody has open: keys follow from places.
  public static final WorksheetKeys FRESH = new WorksheetKeys(List.of(), 0);

  /// Copies the list.
  public WorksheetKeys {
    worksheets = List.copyOf(worksheets);
  }

  /// A worksheet.
  ///
  /// @param key its key
  /// @param id its id, which files need not name
  public record Known(int key, String id) {}
}
