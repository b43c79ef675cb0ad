package dev.quire.workbook.encoding;

/// Bytes that no [EditRecord] of this or an older version wrote. Expected, so without a stack
/// trace.
public final class UnreadableRecord extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param why what is wrong with them
  UnreadableRecord(String why) {
    super("the record cannot be read: " + why, null, false, false);
  }
}
