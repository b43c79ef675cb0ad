package dev.quire.graph.path;

import java.util.List;

/// A path that is not one. Expected, so without a stack trace. Positions count characters of the
/// raw path from zero, unless said otherwise.
public abstract sealed class PathFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;
  private final int position;

  private PathFault(int position, String message) {
    super(message, null, false, false);
    this.message = message;
    this.position = position;
  }

  /// What was found, and where.
  @Override
  public String getMessage() {
    return message;
  }

  /// Where in the raw path the offending part begins.
  public int position() {
    return position;
  }

  /// A percent sign that begins no escape, or escapes that are not UTF-8.
  public static final class BadEscape extends PathFault {
    private static final long serialVersionUID = 1;

    BadEscape(int position) {
      super(position, "The request URI has a malformed escape at position %d.".formatted(position));
    }
  }

  /// A path longer than [PathParser#MAX_CHARS].
  public static final class TooLong extends PathFault {
    private static final long serialVersionUID = 1;

    TooLong(int chars) {
      super(
          PathParser.MAX_CHARS,
          "The request URI has %d characters; at most %d are read."
              .formatted(chars, PathParser.MAX_CHARS));
    }
  }

  /// The path does not begin with a version that is served.
  public static final class UnknownVersion extends PathFault {
    private static final long serialVersionUID = 1;

    UnknownVersion(String found) {
      super(0, "Invalid version: %s".formatted(found));
    }
  }

  /// Something the model does not have at this place (semantics §2.2).
  public static final class UnknownSegment extends PathFault {
    private static final long serialVersionUID = 1;

    UnknownSegment(int position, String segment) {
      super(position, "Resource not found for the segment '%s'.".formatted(segment));
    }
  }

  /// Something behind a step that has nothing behind it: an action, a plain value, `$count`.
  public static final class NothingBehind extends PathFault {
    private static final long serialVersionUID = 1;

    NothingBehind(int position, String segment) {
      super(
          position,
          "The request URI is not valid. The segment '%s' must be the last segment in the URI."
              .formatted(segment));
    }
  }

  /// `range('A1')`: a key where a function takes named parameters, or none (semantics §2.2, O).
  public static final class KeyNotAllowed extends PathFault {
    private static final long serialVersionUID = 1;

    KeyNotAllowed(int position, String segment) {
      super(
          position,
          ("The request URI is not valid. The segment '%s' cannot include key predicates, however it"
                  + " may end with empty parenthesis.")
              .formatted(segment));
    }
  }

  /// Parameters that fit no overload of a function.
  public static final class NoOverload extends PathFault {
    private static final long serialVersionUID = 1;

    NoOverload(int position, String segment, List<String> overloads) {
      super(
          position,
          "Resource not found for the segment '%s'. The function can be called as %s."
              .formatted(segment, String.join(", ", overloads)));
    }
  }

  /// Text between parentheses that cannot be read; the message counts inside that text.
  public static final class BadSyntax extends PathFault {
    private static final long serialVersionUID = 1;

    private final int offset;

    BadSyntax(int position, int offset, String text) {
      super(position, "Syntax error at position %d in '%s'.".formatted(offset, text));
      this.offset = offset;
    }

    /// Where in the text between the parentheses, decoded.
    public int offset() {
      return offset;
    }
  }

  /// A path to an item with a `.` or `..` in it, or with a name that ends with a colon.
  public static final class BadItemPath extends PathFault {
    private static final long serialVersionUID = 1;

    BadItemPath(int position, String path, String what) {
      super(position, "The item path '%s' must not contain %s.".formatted(path, what));
    }
  }
}
