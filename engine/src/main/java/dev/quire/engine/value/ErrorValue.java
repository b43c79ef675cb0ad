package dev.quire.engine.value;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An Excel error. The order is that of `ERROR.TYPE`, which counts from 1.
public enum ErrorValue implements Scalar {
  /// Areas that do not intersect.
  NULL("#NULL!"),
  /// Division by zero.
  DIV0("#DIV/0!"),
  /// An operand of the wrong type.
  VALUE("#VALUE!"),
  /// A reference to cells that are gone.
  REF("#REF!"),
  /// A name or function that is not known.
  NAME("#NAME?"),
  /// A number outside the domain or range of a function.
  NUM("#NUM!"),
  /// No value is available.
  NA("#N/A"),
  /// Data is still being fetched.
  GETTING_DATA("#GETTING_DATA"),
  /// An array that has no room to spill.
  SPILL("#SPILL!"),
  /// A connection is refused.
  CONNECT("#CONNECT!"),
  /// Access is not allowed.
  BLOCKED("#BLOCKED!"),
  /// Data type not known to this version.
  UNKNOWN("#UNKNOWN!"),
  /// A field that the data type lacks.
  FIELD("#FIELD!"),
  /// An array of arrays, an empty array, or a lambda as result.
  CALC("#CALC!"),
  /// Data is being computed.
  BUSY("#BUSY!"),
  /// A Python formula has failed.
  PYTHON("#PYTHON!"),
  /// A value that another program would have to compute.
  EXTERNAL("#EXTERNAL!"),
  /// A computation elsewhere has taken too long.
  TIMEOUT("#TIMEOUT!");

  private static final Map<String, ErrorValue> BY_WORD =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(e -> e.word, Function.identity()));

  private final String word;

  ErrorValue(String word) {
    this.word = word;
  }

  /// The spelling in cells and files: `#DIV/0!`.
  public String word() {
    return word;
  }

  /// The error with this spelling, in any case.
  public static Optional<ErrorValue> find(String word) {
    return Optional.ofNullable(BY_WORD.get(word.toUpperCase(Locale.ROOT)));
  }
}
