package dev.quire.graph.json;

/// A body that cannot be taken. Expected, so without a stack trace.
public abstract sealed class JsonFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;

  private JsonFault(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  /// What was found, and where.
  @Override
  public String getMessage() {
    return message;
  }

  /// Not JSON, or more than one value, or a number beyond all doubles.
  public static final class Malformed extends JsonFault {
    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    Malformed(int line, int column, String why) {
      super("The body is not valid JSON at line %d, column %d: %s".formatted(line, column, why));
      this.line = line;
      this.column = column;
    }

    /// The line, from one.
    public int line() {
      return line;
    }

    /// The column, from one, in characters or bytes.
    public int column() {
      return column;
    }
  }

  /// More bytes than are read.
  public static final class TooLarge extends JsonFault {
    private static final long serialVersionUID = 1;

    TooLarge(long maxBytes) {
      super("The body is larger than %d bytes.".formatted(maxBytes));
    }
  }

  /// More values than are kept in memory.
  public static final class TooMany extends JsonFault {
    private static final long serialVersionUID = 1;

    TooMany(int maxValues) {
      super("The body has more than %d values.".formatted(maxValues));
    }
  }

  /// Arrays and objects inside one another beyond reason.
  public static final class TooDeep extends JsonFault {
    private static final long serialVersionUID = 1;

    TooDeep(int maxDepth) {
      super("The body nests arrays and objects more than %d deep.".formatted(maxDepth));
    }
  }
}
