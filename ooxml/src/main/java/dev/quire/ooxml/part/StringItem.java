package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.workbook.Pronunciation;
import java.util.Optional;

/// Reads a text with or without formats (ECMA-376 part 1, §18.4.8): the runs one after another,
/// pronunciations apart. Blanks around a run count only where `xml:space` says so.
public final class StringItem {
  private static final byte[] SPACE = Ascii.bytes("xml:space");
  private static final byte[] PRESERVE = Ascii.bytes("preserve");

  private final XmlScanner scanner;
  private final byte[] text;
  private final byte[] run;
  private final PronunciationReader pronunciation;
  private boolean formats;

  /// @param prefix prefix of the main namespace with its colon, empty for none
  public StringItem(XmlScanner scanner, String prefix) {
    this.scanner = scanner;
    this.text = Ascii.bytes(prefix + "t");
    this.run = Ascii.bytes(prefix + "r");
    this.pronunciation = new PronunciationReader(prefix);
  }

  /// The text of the element whose start tag is the present token; its end tag is the present token
  /// afterwards.
  public String read() {
    formats = false;
    pronunciation.clear();
    if (scanner.isEmpty()) {
      return "";
    }
    int depth = scanner.depth();
    String found = "";
    while (true) {
      switch (scanner.next()) {
        case START -> {
          if (scanner.isNamed(text)) {
            String more = run();
            found = found.isEmpty() ? more : found.concat(more);
          } else if (!pronunciation.read(this, scanner)) {
            formats = true;
            if (!scanner.isNamed(run)) {
              scanner.skipElement();
            }
          }
        }
        case END -> {
          if (scanner.depth() < depth) {
            return found;
          }
        }
        case EOF -> {
          return found;
        }
        case TEXT, OTHER -> {}
      }
    }
  }

  /// Whether the last text had formats, or something else that we do not know.
  public boolean hasFormats() {
    return formats;
  }

  /// What is noted of how the last text is pronounced.
  public Optional<Pronunciation> pronunciation() {
    return pronunciation.found();
  }

  /// Whether the present token begins a piece of text.
  boolean isText() {
    return scanner.isNamed(text);
  }

  /// The piece of text whose start tag is the present token.
  String run() {
    if (scanner.isEmpty()) {
      return "";
    }
    boolean preserve = false;
    while (scanner.nextAttribute()) {
      byte[] bytes = scanner.buffer();
      if (Ascii.equal(bytes, scanner.attributeStart(), scanner.attributeNameEnd(), SPACE)) {
        preserve = Ascii.equal(bytes, scanner.valueStart(), scanner.valueEnd(), PRESERVE);
      }
    }
    int depth = scanner.depth();
    String found = "";
    for (var token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
      if (token == XmlScanner.Token.TEXT) {
        found = found.isEmpty() ? scanner.text() : found.concat(scanner.text());
      } else if (token == XmlScanner.Token.EOF) {
        break;
      }
    }
    return Xstring.decode(preserve ? found : trimmed(found));
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
  }
}
