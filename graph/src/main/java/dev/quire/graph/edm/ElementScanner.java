package dev.quire.graph.edm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Runs over the elements of an XML document that we wrote ourselves: start tags with attributes,
/// end tags, comments. Character data is passed over; anything with a `<!` that is no comment
/// (document types, and with them every entity of one's own) is refused.
///
/// The JDK's parser would do as well, but takes 120 ms to warm up and read the model at each start,
/// five times as long as this.
final class ElementScanner {
  private final String text;
  private final Deque<String> open = new ArrayDeque<>();
  private final List<String> attributeNames = new ArrayList<>();
  private final List<String> attributeValues = new ArrayList<>();
  private int at;
  private String name = "";
  private boolean closing;
  private boolean selfClosed;

  ElementScanner(String text) {
    this.text = text;
  }

  /// How many elements are open, the current one included.
  int depth() {
    return open.size();
  }

  /// Goes on to the next start tag inside the element that was current when there were this many
  /// open; false when that element ends, or the document does.
  boolean nextInside(int depth) {
    while (next()) {
      if (!closing) {
        return true;
      }
      if (open.size() < depth) {
        return false;
      }
    }
    return false;
  }

  /// The local name of the element.
  String name() {
    return name;
  }

  /// An attribute of the current start tag, or what to take when it is absent.
  String attribute(String wanted, String absent) {
    int i = attributeNames.indexOf(wanted);
    return i < 0 ? absent : attributeValues.get(i);
  }

  /// The line of the current tag, from one.
  long line() {
    return 1 + text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /// Goes on to the next tag; an element without content has two of them. False at the end.
  private boolean next() {
    if (selfClosed) {
      selfClosed = false;
      close(name);
      return true;
    }
    while (true) {
      int tag = text.indexOf('<', at);
      if (tag < 0) {
        return end();
      }
      at = tag + 1;
      switch (peek()) {
        case '?' -> skipBehind("?>");
        case '!' -> skipComment();
        case '/' -> {
          readEndTag();
          return true;
        }
        default -> {
          readStartTag();
          return true;
        }
      }
    }
  }

  private boolean end() {
    if (!open.isEmpty()) {
      throw fault("<" + open.peek() + "> is not closed");
    }
    if (name.isEmpty()) {
      throw fault("no element");
    }
    return false;
  }

  private void readEndTag() {
    int end = find('>', at);
    close(local(text.substring(at + 1, end).strip()));
    at = end + 1;
  }

  private void close(String element) {
    if (!element.equals(open.poll())) {
      throw fault("</" + element + "> closes nothing");
    }
    name = element;
    closing = true;
  }

  private void readStartTag() {
    name = local(elementName());
    closing = false;
    attributeNames.clear();
    attributeValues.clear();
    skipBlanks();
    while (peek() != '>' && peek() != '/') {
      readAttribute();
      skipBlanks();
    }
    open.push(name);
    selfClosed = peek() == '/';
    at = find('>', at) + 1;
  }

  private void readAttribute() {
    int equals = find('=', at);
    attributeNames.add(text.substring(at, equals).strip());
    at = equals + 1;
    skipBlanks();
    char quote = peek();
    if (quote != '"' && quote != '\'') {
      throw fault("attribute value without quotes");
    }
    int end = find(quote, at + 1);
    attributeValues.add(unescaped(text.substring(at + 1, end)));
    at = end + 1;
  }

  private String elementName() {
    int start = at;
    while (!endsName(peek())) {
      at++;
    }
    if (at == start) {
      throw fault("unexpected character");
    }
    return text.substring(start, at);
  }

  private static boolean endsName(char c) {
    return isBlank(c) || c == '>' || c == '/';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private void skipBlanks() {
    while (isBlank(peek())) {
      at++;
    }
  }

  private void skipComment() {
    if (!text.startsWith("!--", at)) {
      throw fault("only comments may begin with <!");
    }
    skipBehind("-->");
  }

  private void skipBehind(String end) {
    int found = text.indexOf(end, at);
    if (found < 0) {
      throw fault(end + " is missing");
    }
    at = found + end.length();
  }

  private int find(char c, int from) {
    int found = text.indexOf(c, from);
    if (found < 0) {
      throw fault("'" + c + "' is missing");
    }
    return found;
  }

  private char peek() {
    if (at >= text.length()) {
      throw fault("the document ends inside a tag");
    }
    return text.charAt(at);
  }

  private String unescaped(String value) {
    if (value.indexOf('&') < 0) {
      return value;
    }
    var plain =
        value
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'");
    if (plain.replace("&amp;", "").indexOf('&') >= 0) {
      throw fault("unknown entity in '" + value + "'");
    }
    return plain.replace("&amp;", "&");
  }

  private static String local(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }

  private IllegalArgumentException fault(String what) {
    return new IllegalArgumentException("line %d: %s".formatted(line(), what));
  }
}
