package dev.quire.graph.path;

import java.util.ArrayList;
import java.util.List;

/// Reads what stands between the parentheses of a segment: keys and arguments.
///
/// A literal in quotes ends at the first undoubled quote that a comma or the end follows, as OData
/// has it. Official clients do not double quotes inside a literal; so where that reading fails, the
/// literal ends at the last quote there is, and its text is taken as it is.
final class Parentheses {
  private final String text;
  private final int position;
  private int at;

  /// One argument, not yet of any type.
  ///
  /// @param name empty when it has none
  /// @param value without quotes
  /// @param quoted whether there were quotes
  /// @param offset where the value begins in the text
  record Entry(String name, String value, boolean quoted, int offset) {
    boolean isNamed() {
      return !name.isEmpty();
    }
  }

  private Parentheses(String text, int position) {
    this.text = text;
    this.position = position;
  }

  /// The arguments in order.
  ///
  /// @param text decoded, without the parentheses
  /// @param position of the segment in the raw path
  static List<Entry> read(String text, int position) {
    return new Parentheses(text, position).entries();
  }

  private List<Entry> entries() {
    var entries = new ArrayList<Entry>();
    skipBlanks();
    while (at < text.length()) {
      entries.add(entry());
      skipBlanks();
      if (at < text.length()) {
        expect(',');
        skipBlanks();
        if (at == text.length()) {
          throw fault();
        }
      }
    }
    return entries;
  }

  private Entry entry() {
    var name = name();
    skipBlanks();
    int offset = at;
    if (at < text.length() && text.charAt(at) == '\'') {
      return new Entry(name, quoted(), true, offset);
    }
    return new Entry(name, bare(), false, offset);
  }

  /// What stands before `=`; empty when a value follows at once.
  private String name() {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' && i > at) {
        var name = text.substring(at, i).strip();
        at = i + 1;
        return name;
      }
      if (!Character.isLetterOrDigit(c) && c != '_' && c != ' ') {
        return "";
      }
    }
    return "";
  }

  private String bare() {
    int comma = text.indexOf(',', at);
    int end = comma < 0 ? text.length() : comma;
    var value = text.substring(at, end).strip();
    if (value.isEmpty() || value.indexOf('\'') >= 0) {
      throw fault();
    }
    at = end;
    return value;
  }

  private String quoted() {
    int close = closingQuote();
    if (close >= 0) {
      var value = text.substring(at + 1, close).replace("''", "'");
      at = close + 1;
      return value;
    }
    int last = text.lastIndexOf('\'');
    if (last == at) {
      throw fault();
    }
    var value = text.substring(at + 1, last);
    at = last + 1;
    return value;
  }

  /// The first undoubled quote behind the opening one, if a comma or the end follows; else -1.
  private int closingQuote() {
    int i = at + 1;
    while (i < text.length()) {
      if (text.charAt(i) != '\'') {
        i++;
      } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
        i += 2;
      } else {
        return endsArgument(i + 1) ? i : -1;
      }
    }
    return -1;
  }

  private boolean endsArgument(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i == text.length() || text.charAt(i) == ',';
  }

  private void skipBlanks() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private void expect(char c) {
    if (text.charAt(at) != c) {
      throw fault();
    }
    at++;
  }

  private PathFault fault() {
    return new PathFault.BadSyntax(position, at, text);
  }
}
