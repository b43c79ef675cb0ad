package dev.quire.ooxml.part;

import dev.quire.ooxml.guard.Budget;
import dev.quire.ooxml.guard.XlsxFault;
import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.workbook.Pronunciation;
import dev.quire.workbook.Pronunciations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The table of texts that cells share. Equal texts are one object, unless they are pronounced
/// otherwise.
public final class SharedStrings {
  /// No table at all.
  static final SharedStrings NONE = new SharedStrings(new String[0]);

  /// A String with its bytes, header and a slot in a table.
  private static final int TEXT_BYTES = 64;

  private final String[] texts;

  private record Noted(String text, Pronunciation pronunciation) {}

  private SharedStrings(String[] texts) {
    this.texts = texts;
  }

  /// Reads the table. Counts memory against the budget.
  static SharedStrings read(XmlScanner scanner, Budget memory, Pronunciations pronunciations) {
    String prefix = rootPrefix(scanner);
    byte[] item = Ascii.bytes(prefix + "si");
    var reader = new StringItem(scanner, prefix);
    var texts = new ArrayList<String>();
    Map<String, String> known = new HashMap<>();
    Map<Noted, String> noted = new HashMap<>();
    for (var token = scanner.next(); token != XmlScanner.Token.EOF; token = scanner.next()) {
      if (token == XmlScanner.Token.START) {
        if (scanner.isNamed(item)) {
          String text = reader.read();
          Optional<Pronunciation> pronunciation = reader.pronunciation();
          if (pronunciation.isPresent()) {
            memory.spend(bytes(text, pronunciation.get()), scanner.part());
            texts.add(
                noted.computeIfAbsent(
                    new Noted(text, pronunciation.get()),
                    each -> pronunciations.noted(each.text(), each.pronunciation())));
            continue;
          }
          String first = known.putIfAbsent(text, text);
          memory.spend(
              first == null ? TEXT_BYTES + 2L * text.length() : Integer.BYTES, scanner.part());
          texts.add(first == null ? text : first);
        } else {
          scanner.skipElement();
        }
      }
    }
    return new SharedStrings(texts.toArray(String[]::new));
  }

  private static long bytes(String text, Pronunciation pronunciation) {
    long bytes = TEXT_BYTES + 2L * text.length();
    for (Pronunciation.Run run : pronunciation.runs()) {
      bytes += TEXT_BYTES + 2L * run.kana().length();
    }
    return bytes;
  }

  /// Goes to the root element and tells its prefix, with the colon. Throws [XlsxFault.Damaged] for
  /// a tag that could not be written again.
  public static String rootPrefix(XmlScanner scanner) {
    while (scanner.next() != XmlScanner.Token.START) {
      continue;
    }
    while (scanner.nextAttribute()) {
      continue;
    }
    scanner.rewindAttributes();
    String name = scanner.name();
    return name.substring(0, name.indexOf(':') + 1);
  }

  /// The texts by index.
  List<String> texts() {
    return List.of(texts);
  }

  int size() {
    return texts.length;
  }

  /// The text with this index.
  String text(int index, XmlScanner where) {
    if (index < 0 || index >= texts.length) {
      throw fault(where, index);
    }
    return texts[index];
  }

  private static XlsxFault fault(XmlScanner where, int index) {
    return where.damaged("there is no shared string number " + index);
  }
}
