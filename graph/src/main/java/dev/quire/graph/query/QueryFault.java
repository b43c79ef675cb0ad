package dev.quire.graph.query;

/// Query options that cannot be met. Expected, so without a stack trace.
public abstract sealed class QueryFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;

  private QueryFault(String message) {
    super(message, null, false, false);
    this.message = message;
  }

  /// What was found, and where.
  @Override
  public String getMessage() {
    return message;
  }

  /// An option given twice (semantics §3.1, O).
  public static final class Repeated extends QueryFault {
    private static final long serialVersionUID = 1;

    Repeated(String option) {
      super(
          "Query option '%s' was specified more than once, but it must be specified at most once."
              .formatted(option));
    }
  }

  /// An option that does not exist, or that is not served here.
  public static final class Unsupported extends QueryFault {
    private static final long serialVersionUID = 1;

    Unsupported(String option) {
      super("The query parameter '%s' is not supported.".formatted(option));
    }
  }

  /// An option about many on a path that leads to one.
  public static final class OnlyForCollections extends QueryFault {
    private static final long serialVersionUID = 1;

    OnlyForCollections() {
      super(
          "The query specified in the URI is not valid. The requested resource is not a collection."
              + " Query options $filter, $orderby, $count, $skip, and $top can be applied only on"
              + " collections.");
    }
  }

  /// A comparison of values that can never be compared.
  public static final class IncompatibleTypes extends QueryFault {
    private static final long serialVersionUID = 1;

    IncompatibleTypes(String left, String right, String operator) {
      super(
          "A binary operator with incompatible types was detected. Found operand types '%s' and '%s' for operator kind '%s'."
              .formatted(left, right, operator));
    }
  }

  /// An option on a request that changes something (semantics §3.1, D).
  public static final class NotOnThisMethod extends QueryFault {
    private static final long serialVersionUID = 1;

    NotOnThisMethod(String option, String method) {
      super("Query option '%s' can only be used with GET, not with %s.".formatted(option, method));
    }
  }

  /// A value that the option does not take.
  public static final class BadValue extends QueryFault {
    private static final long serialVersionUID = 1;

    BadValue(String option, String value, String expected) {
      super(
          "Invalid value '%s' for %s query option found. The %s query option requires %s."
              .formatted(value, option, option, expected));
    }
  }

  /// A value that cannot be read.
  public static final class BadSyntax extends QueryFault {
    private static final long serialVersionUID = 1;

    private final int position;

    BadSyntax(int position, String text) {
      super("Syntax error at position %d in '%s'.".formatted(position, text));
      this.position = position;
    }

    /// Where in the decoded value.
    public int position() {
      return position;
    }
  }

  /// A percent sign that begins no escape, or escapes that are not UTF-8.
  public static final class BadEscape extends QueryFault {
    private static final long serialVersionUID = 1;

    BadEscape(String raw) {
      super("The query string has a malformed escape in '%s'.".formatted(raw));
    }
  }

  /// A query string longer than [QueryParser#MAX_CHARS].
  public static final class TooLong extends QueryFault {
    private static final long serialVersionUID = 1;

    TooLong(int chars) {
      super(
          "The query string has %d characters; at most %d are read."
              .formatted(chars, QueryParser.MAX_CHARS));
    }
  }

  /// A filter with parentheses or negations inside one another beyond reason.
  public static final class TooDeep extends QueryFault {
    private static final long serialVersionUID = 1;

    TooDeep(int maxDepth) {
      super("The filter nests conditions more than %d deep.".formatted(maxDepth));
    }
  }

  /// A property that the type does not have, or not of the kind that the option needs.
  public static final class UnknownProperty extends QueryFault {
    private static final long serialVersionUID = 1;

    UnknownProperty(String property, String type) {
      super("Could not find a property named '%s' on type '%s'.".formatted(property, type));
    }
  }
}
