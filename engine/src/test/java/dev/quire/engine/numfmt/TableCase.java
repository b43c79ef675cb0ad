package dev.quire.engine.numfmt;

import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;

/// A line of a table of cases: suite, code, kind of value, value, expected text, tabs between.
record TableCase(String suite, String code, Scalar value, String expected) {
  static TableCase parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != 5) {
      throw new IllegalArgumentException("five columns expected: " + line);
    }
    return new TableCase(
        columns[0],
        Tables.unescape(columns[1]),
        value(columns[2], Tables.unescape(columns[3])),
        Tables.unescape(columns[4]));
  }

  private static Scalar value(String kind, String text) {
    return switch (kind) {
      case "number" -> new NumberValue(Double.parseDouble(text));
      case "boolean" -> LogicalValue.of(text.equals("true"));
      case "string" -> new TextValue(text);
      case "error" -> ErrorValue.find(text).orElseThrow();
      default -> throw new IllegalArgumentException("kind " + kind);
    };
  }
}
