package dev.quire.graph.resource;

/// The workbook has no such worksheet, table, name, row… Expected, so without a stack trace.
public final class NoSuchEntity extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// @param type type of the entity, for the message
  /// @param key what was asked for
  public NoSuchEntity(String type, String key) {
    super("There is no %s '%s'.".formatted(type, key), null, false, false);
  }
}
