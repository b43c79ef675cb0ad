package dev.quire.bench.truth;

/// What a cell holds.
///
/// @param type as the tables spell it
/// @param text the value: numbers in their shortest spelling, errors with `#`
record Result(Type type, String text) {
  /// A cell that was not answered.
  static final Result NONE = new Result(Type.NOT_ANSWERED, "");

  /// The type of a value, and the letter that tables use for it.
  enum Type {
    NUMBER("n"),
    TEXT("s"),
    LOGICAL("b"),
    ERROR("e"),
    BLANK("-"),
    NOT_ANSWERED("?");

    private final String letter;

    Type(String letter) {
      this.letter = letter;
    }

    static Type of(String letter) {
      for (Type type : values()) {
        if (type.letter.equals(letter)) {
          return type;
        }
      }
      throw new IllegalArgumentException("type " + letter);
    }
  }

  /// Whether another result is as good as this one: texts, logicals and kinds of errors equal,
  /// numbers within a relative tolerance, a stored 0 within 1e-12.
  boolean accepts(Result other, double tolerance) {
    return switch (type) {
      case NUMBER ->
          other.type == Type.NUMBER && near(other, tolerance)
              || other.type == Type.BLANK && text.equals("0");
      case TEXT ->
          (other.type == Type.TEXT || other.type == Type.BLANK && text.isEmpty())
              && lines(text).equals(lines(other.text));
      case LOGICAL, ERROR -> other.type == type && text.equalsIgnoreCase(other.text);
      case BLANK, NOT_ANSWERED -> other.type == type;
    };
  }

  private boolean near(Result other, double tolerance) {
    double wanted = Double.parseDouble(text);
    double found = Double.parseDouble(other.text);
    if (wanted == 0) {
      return Math.abs(found) <= 1e-12;
    }
    if (found == 0) {
      return Math.abs(wanted) <= 1e-15;
    }
    return Math.abs(wanted - found) <= tolerance * Math.max(Math.abs(wanted), Math.abs(found));
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }
}
