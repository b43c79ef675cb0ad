package dev.quire.engine.formula;

import dev.quire.engine.formula.Expression.TableReference;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Reads the brackets of structured references: `[Col]`, `[@Col]`, `[#Totals]`, `[[#This
/// Row],[First]:[Last]]`. A whole reference is one token.
final class TableSyntax {
  private final Cursor cursor;

  TableSyntax(Cursor cursor) {
    this.cursor = cursor;
  }

  /// Reads from the opening bracket on.
  TableReference read(String table) throws FormulaSyntaxException {
    Set<TablePart> parts = EnumSet.noneOf(TablePart.class);
    List<String> columns = new ArrayList<>();
    cursor.skip('[');
    cursor.skipBlanks();
    if (cursor.peek() == '@') {
      cursor.skip('@');
      parts.add(TablePart.THIS_ROW);
      cursor.skipBlanks();
    }
    switch (cursor.peek()) {
      case '[' -> pieces(parts, columns);
      case '#' -> parts.add(part(word()));
      case ']' -> {}
      default -> columns.add(word());
    }
    cursor.skipBlanks();
    cursor.skip(']');
    cursor.token(cursor.at());
    return new TableReference(table, parts, columns);
  }

  /// `[#Headers],[First]:[Last]` inside the outer brackets.
  private void pieces(Set<TablePart> parts, List<String> columns) throws FormulaSyntaxException {
    while (true) {
      cursor.skip('[');
      if (cursor.peek() == '#') {
        parts.add(part(word()));
      } else {
        columns.add(word());
      }
      cursor.skip(']');
      cursor.skipBlanks();
      if (columns.size() > 2) {
        throw cursor.fault("more than two columns");
      }
      if (cursor.peek() != ',' && cursor.peek() != ':') {
        return;
      }
      cursor.skip(cursor.peek());
      cursor.skipBlanks();
    }
  }

  /// The text up to the closing bracket; a `'` takes the next character as it is.
  private String word() throws FormulaSyntaxException {
    var word = new StringBuilder();
    while (cursor.peek() != ']') {
      boolean escaped = cursor.peek() == '\'';
      if (escaped) {
        cursor.skip('\'');
      }
      if (cursor.atEnd() || !escaped && cursor.peek() == '[') {
        throw cursor.fault("bracket without end");
      }
      word.append(cursor.peek());
      cursor.skip(cursor.peek());
    }
    return word.toString();
  }

  private TablePart part(String word) throws FormulaSyntaxException {
    for (TablePart part : TablePart.values()) {
      if (part.word().equalsIgnoreCase(word.strip())) {
        return part;
      }
    }
    throw cursor.fault("unknown part of a table: " + word);
  }
}
