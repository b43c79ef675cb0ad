package dev.quire.ooxml.xml;

import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.guard.XlsxLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// Cuts UTF-8 XML into tokens. The bytes of the present token, tags included, lie in [#buffer]
/// between [#start] and [#end] until the next call of [#next].
///
/// Checks that tags nest and that the text has one root; refuses document types. Does not check
/// characters of names, nor that attributes are given only once.
public final class XmlScanner {
  /// What a token is.
  public enum Token {
    /// A start tag, or the tag of an empty element, for which no [#END] follows.
    START,
    /// An end tag.
    END,
    /// Text or a CDATA section.
    TEXT,
    /// A comment, processing instruction or the XML declaration.
    OTHER,
    /// The end of the part.
    EOF
  }

  private static final int FIRST_BUFFER = 1 << 16;
  private static final int START_BUFFER = 1 << 11;
  private static final byte[] CDATA = Ascii.bytes("CDATA[");

  private final String part;
  private final InputStream in;
  private final XlsxLimits limits;
  private final OpenElements open;
  private byte[] buffer;
  private int filled;
  private long dropped;
  private boolean drained;
  private int start;
  private int end;
  private int nameEnd;
  private boolean empty;
  private boolean cdata;
  private boolean rootSeen;
  private int attribute;
  private int attributeCount;
  private int attributeStart;
  private int attributeNameEnd;
  private int valueStart;
  private int valueEnd;

  /// @param part name of the part, for messages
  /// @param in UTF-8 as [XmlInput] hands out
  /// @param limits of which depth, attributes and token size are used here
  public XmlScanner(String part, InputStream in, XlsxLimits limits) {
    this(part, in, limits, new byte[FIRST_BUFFER], 0);
  }

  /// Scans a stream of which only the start is wanted, and reads little of it in advance.
  public static XmlScanner ofStart(String part, InputStream in, XlsxLimits limits) {
    return new XmlScanner(part, in, limits, new byte[START_BUFFER], 0);
  }

  /// Scans bytes in place: positions in [#buffer] are positions in these bytes.
  public XmlScanner(String part, byte[] bytes, XlsxLimits limits) {
    this(part, InputStream.nullInputStream(), limits, bytes, bytes.length);
    this.drained = true;
  }

  private XmlScanner(String part, InputStream in, XlsxLimits limits, byte[] buffer, int filled) {
    this.part = part;
    this.in = in;
    this.limits = limits;
    this.buffer = buffer;
    this.filled = filled;
    this.open = new OpenElements(limits.depth());
  }

  /// Name of the part.
  public String part() {
    return part;
  }

  /// Goes to the next token.
  public Token next() {
    start = end;
    int at = end;
    if (at == filled) {
      at = refill(at);
      if (at < 0) {
        return atEnd();
      }
    }
    if (buffer[at] != '<') {
      return text(at);
    }
    at = need(at + 1);
    return switch (buffer[at]) {
      case '/' -> endTag(at + 1);
      case '!' -> declaration(at + 1);
      case '?' -> until(at + 1, '?', Token.OTHER);
      default -> startTag(at);
    };
  }

  /// The bytes that the present token lies in. Only valid until [#next].
  public byte[] buffer() {
    return buffer;
  }

  /// Where the token begins in [#buffer].
  public int start() {
    return start;
  }

  /// Where the token ends in [#buffer].
  public int end() {
    return end;
  }

  /// Number of bytes behind the token that are in [#buffer] already.
  public int available() {
    return filled - end;
  }

  /// Goes on at this position of [#buffer], which the caller has found to lie behind whole
  /// elements.
  public void skipTo(int position) {
    start = end;
    end = position;
  }

  /// Where the token begins in the part.
  public long offset() {
    return dropped + start;
  }

  /// Where the token ends in the part.
  public long endOffset() {
    return dropped + end;
  }

  /// Number of elements that are open, the present one included after a start tag that is not
  /// empty.
  public int depth() {
    return open.depth();
  }

  /// Whether the start tag is that of an empty element.
  public boolean isEmpty() {
    return empty;
  }

  /// Where the name of a tag begins in [#buffer], prefix included.
  public int nameStart() {
    return buffer[start + 1] == '/' ? start + 2 : start + 1;
  }

  /// Where the name of a tag ends in [#buffer].
  public int nameEnd() {
    return nameEnd;
  }

  /// The name of a tag, prefix included.
  public String name() {
    return Ascii.string(buffer, nameStart(), nameEnd);
  }

  /// Whether the tag has this name, prefix included.
  public boolean isNamed(byte[] name) {
    int from = nameStart();
    return Arrays.equals(buffer, from, nameEnd, name, 0, name.length);
  }

  /// The characters of a text token.
  public String text() {
    int from = cdata ? start + 9 : start;
    int to = cdata ? end - 3 : end;
    return cdata ? XmlText.plain(buffer, from, to) : XmlText.decode(this, from, to, false);
  }

  /// Whether a text token is nothing but blanks.
  public boolean isBlankText() {
    for (int at = start; at < end; at++) {
      if (!XmlText.isBlank(buffer[at])) {
        return false;
      }
    }
    return true;
  }

  /// Goes to the next attribute of a start tag; false when there is none left.
  public boolean nextAttribute() {
    int at = skipBlanks(attribute);
    if (buffer[at] == '>' || buffer[at] == '/' || buffer[at] == '?') {
      if (at + (buffer[at] == '>' ? 1 : 2) != end) {
        throw damaged(at, "a tag that goes on behind its end");
      }
      return false;
    }
    if (++attributeCount > limits.attributes()) {
      throw new XlsxFault.TooLarge(part, "attributes in one element", limits.attributes());
    }
    attributeStart = at;
    while (buffer[at] != '=' && buffer[at] != '>' && !XmlText.isBlank(buffer[at])) {
      at++;
    }
    attributeNameEnd = at;
    at = skipBlanks(at);
    if (buffer[at] != '=' || attributeNameEnd == attributeStart) {
      throw damaged(at, "an attribute without value");
    }
    at = skipBlanks(at + 1);
    byte quote = buffer[at];
    if (quote != '"' && quote != '\'') {
      throw damaged(at, "an attribute without quotes");
    }
    valueStart = ++at;
    while (buffer[at] != quote) {
      if (++at == end) {
        throw damaged("an attribute without end");
      }
    }
    valueEnd = at;
    attribute = at + 1;
    return true;
  }

  /// Goes back before the first attribute of a start tag.
  public void rewindAttributes() {
    attribute = nameEnd;
    attributeCount = 0;
  }

  /// Where the name of the present attribute begins in [#buffer].
  public int attributeStart() {
    return attributeStart;
  }

  /// Where the name of the present attribute ends in [#buffer].
  public int attributeNameEnd() {
    return attributeNameEnd;
  }

  /// Where the value of the present attribute begins in [#buffer], quote left out.
  public int valueStart() {
    return valueStart;
  }

  /// Where the value of the present attribute ends in [#buffer].
  public int valueEnd() {
    return valueEnd;
  }

  /// The name of the present attribute, prefix included.
  public String attributeName() {
    return Ascii.string(buffer, attributeStart, attributeNameEnd);
  }

  /// The value of the present attribute.
  public String value() {
    return XmlText.decode(this, valueStart, valueEnd, true);
  }

  /// Reads the element whose start tag is the present token, to its end.
  public XmlTree tree() {
    return XmlTree.read(part, element(), limits);
  }

  /// The bytes of the element whose start tag is the present token, to its end, tags included.
  public byte[] element() {
    var bytes = new ByteArrayOutputStream();
    bytes.write(buffer, start, end - start);
    if (!empty) {
      int outer = depth();
      while (depth() >= outer) {
        next();
        bytes.write(buffer, start, end - start);
        if (bytes.size() > limits.treeBytes()) {
          throw new XlsxFault.TooLarge(part, "bytes in one element", limits.treeBytes());
        }
      }
    }
    return bytes.toByteArray();
  }

  /// Goes to the end tag of the element whose start tag is the present token.
  public void skipElement() {
    if (empty) {
      return;
    }
    int depth = open.depth();
    while (open.depth() >= depth) {
      if (next() == Token.EOF) {
        return;
      }
    }
  }

  /// A fault at the present token.
  public XlsxFault damaged(String why) {
    return damaged(start, why);
  }

  XlsxFault damaged(int at, String why) {
    return new XlsxFault.Damaged(part, dropped + at, why);
  }

  private Token atEnd() {
    if (open.depth() > 0 || !rootSeen) {
      throw damaged(end, "the text ends too early");
    }
    return Token.EOF;
  }

  private Token text(int from) {
    int at = from;
    while (true) {
      byte[] bytes = buffer;
      int limit = filled;
      while (at < limit && bytes[at] != '<') {
        at++;
      }
      if (at < limit) {
        break;
      }
      int refilled = refill(at);
      if (refilled < 0) {
        at = filled;
        break;
      }
      at = refilled;
    }
    end = at;
    cdata = false;
    if (open.depth() == 0 && !isBlankText()) {
      throw damaged("text outside the root element");
    }
    return Token.TEXT;
  }

  private Token startTag(int nameFrom) {
    int at = nameFrom;
    while (true) {
      at = need(at);
      byte b = buffer[at];
      if (b <= '>' && (b == '>' || b == '/' || XmlText.isBlank(b))) {
        break;
      }
      at++;
    }
    int name = start + 1;
    nameEnd = at;
    if (nameEnd == name) {
      throw damaged("a tag without a name");
    }
    int nameLength = nameEnd - name;
    at = tagEnd(at);
    nameEnd = start + 1 + nameLength;
    end = at + 1;
    empty = buffer[at - 1] == '/';
    attribute = nameEnd;
    attributeCount = 0;
    if (rootSeen && open.depth() == 0) {
      throw damaged("a second root element");
    }
    rootSeen = true;
    if (!empty && !open.push(buffer, start + 1, nameEnd)) {
      throw new XlsxFault.TooLarge(part, "levels of elements", limits.depth());
    }
    return Token.START;
  }

  /// The position of the `>` that ends a tag.
  private int tagEnd(int from) {
    int at = from;
    byte quote = 0;
    while (true) {
      if (at == filled) {
        at = need(at);
      }
      byte b = buffer[at];
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '>') {
        return at;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '<') {
        throw damaged(at, "a tag within a tag");
      }
      at++;
    }
  }

  private Token endTag(int from) {
    int at = need(from);
    while (buffer[at] != '>') {
      at = need(at + 1);
    }
    end = at + 1;
    nameEnd = at;
    while (nameEnd > start + 2 && XmlText.isBlank(buffer[nameEnd - 1])) {
      nameEnd--;
    }
    if (!open.pop(buffer, start + 2, nameEnd)) {
      throw damaged("an end tag that closes nothing");
    }
    return Token.END;
  }

  private Token declaration(int from) {
    int at = need(need(from) + 1);
    if (buffer[at - 1] == '-' && buffer[at] == '-') {
      return until(at + 1, '-', Token.OTHER);
    }
    if (buffer[at - 1] == '[' && open.depth() > 0) {
      return cdata(at);
    }
    throw new XlsxFault.Hostile(part, "a document type or another declaration");
  }

  private Token cdata(int from) {
    int at = need(from + CDATA.length - 1) + 1;
    if (!Ascii.equal(buffer, at - CDATA.length, at, CDATA)) {
      throw damaged("a section that is not CDATA");
    }
    cdata = true;
    return until(at, ']', Token.TEXT);
  }

  /// Ends the token at `?>`, `-->` or `]]>`.
  private Token until(int from, char mark, Token token) {
    int marks = mark == '?' ? 1 : 2;
    int at = from;
    int seen = 0;
    while (true) {
      at = need(at);
      byte b = buffer[at++];
      if (b == '>' && seen >= marks) {
        break;
      }
      seen = b == mark ? seen + 1 : 0;
    }
    end = at;
    return token;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (XmlText.isBlank(buffer[at])) {
      at++;
    }
    return at;
  }

  /// Makes sure that there is a byte at this position, which may move.
  private int need(int wanted) {
    int at = wanted;
    while (at >= filled) {
      at = refill(at);
      if (at < 0) {
        throw damaged(filled, "the text ends within a tag");
      }
    }
    return at;
  }

  /// Reads on and keeps the present token: returns where `at` has moved to, or -1 at the end.
  private int refill(int at) {
    if (drained) {
      return -1;
    }
    int kept = filled - start;
    if (kept > limits.tokenBytes()) {
      throw new XlsxFault.TooLarge(part, "bytes in one tag or text", limits.tokenBytes());
    }
    byte[] to = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, start, to, 0, kept);
    buffer = to;
    dropped += start;
    int moved = at - start;
    end -= start;
    start = 0;
    filled = kept;
    try {
      int got = 0;
      while (got == 0) {
        got = in.read(buffer, filled, buffer.length - filled);
      }
      drained = got < 0;
      filled += Math.max(got, 0);
      return drained ? -1 : moved;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
