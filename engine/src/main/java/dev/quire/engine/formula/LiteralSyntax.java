package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.ArrayConstant;
import dev.quire.engine.formula.Expression.Literal;
import dev.quire.engine.value.ArrayValue;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.LogicalValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.Scalar;
import dev.quire.engine.value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads numbers, texts, errors and array constants.
final class LiteralSyntax {
  private final Cursor cursor;

  LiteralSyntax(Cursor cursor) {
    this.cursor = cursor;
  }

  Literal number() throws FormulaSyntaxException {
    int end = numberEnd();
    Scalar value = NumberValue.of(Double.parseDouble(cursor.text().substring(cursor.at(), end)));
    if (value instanceof ErrorValue) {
      throw cursor.fault("number too large");
    }
    cursor.token(end);
    return new Literal(value);
  }

  private int numberEnd() throws FormulaSyntaxException {
    int at = digits(cursor.at());
    if (charAt(at) == '.') {
      int end = digits(at + 1);
      if (end == at + 1 && at == cursor.at()) {
        throw cursor.fault("expected a number");
      }
      at = end;
    }
    if (charAt(at) == 'E' || charAt(at) == 'e') {
      int exponent = charAt(at + 1) == '+' || charAt(at + 1) == '-' ? at + 2 : at + 1;
      int end = digits(exponent);
      return end > exponent ? end : at;
    }
    return at;
  }

  private int digits(int from) {
    int at = from;
    while (Words.isDigit(charAt(at))) {
      at++;
    }
    return at;
  }

  private char charAt(int index) {
    return cursor.peek(index - cursor.at());
  }

  Literal text() throws FormulaSyntaxException {
    var text = new StringBuilder();
    int ahead = 1;
    while (cursor.peek(ahead) != '"' || cursor.peek(ahead + 1) == '"') {
      if (cursor.at() + ahead >= cursor.text().length()) {
        throw cursor.fault("text without closing quote");
      }
      char c = cursor.peek(ahead);
      text.append(c);
      ahead += c == '"' ? 2 : 1;
    }
    cursor.token(cursor.at() + ahead + 1);
    return new Literal(new TextValue(text.toString()));
  }

  Literal error() throws FormulaSyntaxException {
    for (ErrorValue error : ErrorValue.values()) {
      int length = error.word().length();
      if (cursor.text().regionMatches(true, cursor.at(), error.word(), 0, length)) {
        cursor.token(cursor.at() + length);
        return new Literal(error);
      }
    }
    throw cursor.fault("unknown error value");
  }

  /// `{1,2;3,4}`, which is one token: blanks inside are not kept.
  ArrayConstant array() throws FormulaSyntaxException {
    int tokens = cursor.tokens();
    var rows = new ArrayList<List<Scalar>>();
    cursor.skip('{');
    rows.add(row());
    while (cursor.peek() == ';') {
      cursor.skip(';');
      rows.add(row());
    }
    cursor.skip('}');
    cursor.countAsOneSince(tokens);
    int columns = rows.getFirst().size();
    if (rows.stream().anyMatch(row -> row.size() != columns)) {
      throw cursor.fault("rows of different length");
    }
    return new ArrayConstant(
        ArrayValue.of(rows.size(), columns, (row, column) -> rows.get(row).get(column)));
  }

  private List<Scalar> row() throws FormulaSyntaxException {
    var row = new ArrayList<Scalar>();
    row.add(element());
    while (cursor.peek() == ',') {
      cursor.skip(',');
      row.add(element());
    }
    return row;
  }

  private Scalar element() throws FormulaSyntaxException {
    cursor.skipBlanks();
    char c = cursor.peek();
    Scalar element =
        switch (c) {
          case '"' -> text().value();
          case '#' -> error().value();
          case '-', '+' -> signed();
          default -> Words.isDigit(c) || c == '.' ? number().value() : logical();
        };
    cursor.skipBlanks();
    return element;
  }

  private Scalar signed() throws FormulaSyntaxException {
    boolean negative = cursor.peek() == '-';
    cursor.moveTo(cursor.at() + 1);
    cursor.skipBlanks();
    if (!Words.isDigit(cursor.peek()) && cursor.peek() != '.') {
      throw cursor.fault("expected a number");
    }
    Scalar magnitude = number().value();
    return negative && magnitude instanceof NumberValue(double number)
        ? new NumberValue(-number)
        : magnitude;
  }

  private Scalar logical() throws FormulaSyntaxException {
    int end = Words.end(cursor.text(), cursor.at());
    String word = cursor.text().substring(cursor.at(), end).toUpperCase(Locale.ROOT);
    if (!word.equals("TRUE") && !word.equals("FALSE")) {
      throw cursor.fault("expected a constant");
    }
    cursor.token(end);
    return LogicalValue.of(word.equals("TRUE"));
  }
}
