package dev.quire.graph.gate;

/// The kinds of operation that the permission tables of the documentation tell apart.
public enum Access {
  /// createSession, refreshSession, closeSession.
  SESSION,
  /// Reading inside a workbook.
  WORKBOOK_READ,
  /// Changing a workbook.
  WORKBOOK_WRITE,
  /// Reading files and folders.
  DRIVE_READ,
  /// Changing files and folders.
  DRIVE_WRITE
}
