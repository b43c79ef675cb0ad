package dev.quire.ooxml.patch;

import dev.quire.engine.value.TextValue;
import dev.quire.ooxml.part.PronunciationReader;
import dev.quire.ooxml.part.SharedStrings;
import dev.quire.ooxml.part.StringItem;
import dev.quire.ooxml.part.WorkbookLayout;
import dev.quire.ooxml.part.Xstring;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.Bytes;
import dev.quire.ooxml.xml.Tags;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.ooxml.xml.XmlText;
import dev.quire.workbook.Pronunciation;
import dev.quire.workbook.Workbook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shared texts of a workbook, to which new ones are added at the end. Existing ones keep their
/// numbers, so no cell that is not touched has to change.
final class TextTable {
  private final WorkbookLayout layout;
  private final Optional<String> part;
  private final Workbook workbook;
  private final Map<Item, Integer> numbers = new HashMap<>();
  private final List<Item> added = new ArrayList<>();
  private boolean read;
  private int count;
  private long references;

  /// A text, with the way it is pronounced.
  private record Item(String text, Optional<Pronunciation> pronunciation) {}

  TextTable(WorkbookLayout layout, Workbook workbook) {
    this.layout = layout;
    this.workbook = workbook;
    this.part = layout.part("sharedStrings");
  }

  /// The number of a text, which is added when no cell had it before. Texts with formats are not
  /// used again: they would bring their formats along.
  int number(String text) {
    if (!read) {
      read();
    }
    var item = new Item(text, workbook.pronunciation(new TextValue(text)));
    Integer known = numbers.get(item);
    if (known != null) {
      return known;
    }
    int number = count + added.size();
    added.add(item);
    numbers.put(item, number);
    return number;
  }

  /// Notes that so many more cells refer to the table, or fewer.
  void refer(int difference) {
    references += difference;
  }

  /// Whether texts were added.
  boolean isChanged() {
    return !added.isEmpty();
  }

  /// Writes the table with what was added.
  void write(PackageEdit edit) {
    if (part.isPresent()) {
      String name = part.get();
      edit.rewrite(name, out -> copy(layout.parts().scanner(name), out));
    } else {
      edit.addForWorkbook(
          "sharedStrings.xml",
          "sharedStrings",
          NewParts.STRINGS_TYPE,
          out -> out.write(NewParts.strings(layout.isStrict(), added.size(), items(""))));
    }
  }

  private void read() {
    read = true;
    if (part.isEmpty()) {
      return;
    }
    XmlScanner scanner = layout.parts().scanner(part.get());
    String prefix = SharedStrings.rootPrefix(scanner);
    byte[] item = Ascii.bytes(prefix + "si");
    var reader = new StringItem(scanner, prefix);
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      if (token == Token.START && scanner.isNamed(item)) {
        String text = reader.read();
        if (!reader.hasFormats()) {
          numbers.putIfAbsent(new Item(text, reader.pronunciation()), count);
        }
        count++;
      } else if (token == Token.START) {
        scanner.skipElement();
      }
    }
  }

  private void copy(XmlScanner scanner, Bytes out) {
    Token first = scanner.next();
    for (; first != Token.START; first = scanner.next()) {
      out.write(scanner.buffer(), scanner.start(), scanner.end());
    }
    String root = scanner.name();
    String prefix = root.substring(0, root.indexOf(':') + 1);
    byte[] extension = Ascii.bytes(prefix + "extLst");
    boolean empty = scanner.isEmpty();
    out.write(rootTag(scanner));
    boolean written = empty;
    if (empty) {
      out.write(items(prefix) + "</" + root + ">");
    }
    for (Token token = scanner.next(); token != Token.EOF; token = scanner.next()) {
      boolean ends = token == Token.END && scanner.depth() == 0;
      if (!written && (ends || isBelowRoot(scanner, token) && scanner.isNamed(extension))) {
        out.write(items(prefix));
        written = true;
      }
      out.write(scanner.buffer(), scanner.start(), scanner.end());
    }
  }

  private static boolean isBelowRoot(XmlScanner scanner, Token token) {
    return token == Token.START && scanner.depth() == (scanner.isEmpty() ? 1 : 2);
  }

  private String rootTag(XmlScanner scanner) {
    Map<String, Optional<String>> changes = new HashMap<>();
    while (scanner.nextAttribute()) {
      switch (scanner.attributeName()) {
        case "count" -> {
          long old =
              Math.max(0, Ascii.number(scanner.buffer(), scanner.valueStart(), scanner.valueEnd()));
          long now = Math.max(count + added.size(), old + references);
          changes.put("count", Optional.of(Long.toString(now)));
        }
        case "uniqueCount" ->
            changes.put("uniqueCount", Optional.of(Integer.toString(count + added.size())));
        default -> {}
      }
    }
    scanner.rewindAttributes();
    return Tags.with(scanner, changes, true);
  }

  private String items(String prefix) {
    var out = new StringBuilder();
    for (Item each : added) {
      out.append('<').append(prefix).append("si>");
      out.append(element(prefix + "t", each.text()));
      each.pronunciation().ifPresent(noted -> pronunciation(noted, prefix, out));
      out.append("</").append(prefix).append("si>");
    }
    return out.toString();
  }

  private static void pronunciation(Pronunciation pronunciation, String prefix, StringBuilder out) {
    for (Pronunciation.Run run : pronunciation.runs()) {
      out.append("<%srPh sb=\"%d\" eb=\"%d\">".formatted(prefix, run.from(), run.to()));
      out.append(element(prefix + "t", run.kana()));
      out.append("</").append(prefix).append("rPh>");
    }
    out.append("<%sphoneticPr fontId=\"%d\"".formatted(prefix, pronunciation.font()));
    out.append(" type=\"%s\"".formatted(PronunciationReader.word(pronunciation.form())));
    if (!pronunciation.alignment().isEmpty()) {
      out.append(" alignment=\"")
          .append(XmlText.escapeAttribute(pronunciation.alignment()))
          .append('"');
    }
    out.append("/>");
  }

  /// A text between tags, with blanks at its ends kept.
  private static String element(String name, String text) {
    boolean blanks =
        !text.isEmpty()
            && (text.charAt(0) <= ' '
                || text.charAt(text.length() - 1) <= ' '
                || text.indexOf('\n') >= 0);
    String space = blanks ? " xml:space=\"preserve\"" : "";
    return "<" + name + space + ">" + XmlText.escape(Xstring.encode(text)) + "</" + name + ">";
  }
}
