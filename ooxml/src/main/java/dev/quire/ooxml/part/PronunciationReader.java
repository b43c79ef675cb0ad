package dev.quire.ooxml.part;

import dev.quire.ooxml.xml.Ascii;
import dev.quire.ooxml.xml.XmlScanner;
import dev.quire.ooxml.xml.XmlScanner.Token;
import dev.quire.workbook.KanaForm;
import dev.quire.workbook.Pronunciation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads how a text is pronounced: `rPh` and `phoneticPr` (ECMA-376 part 1, §18.4.3 and §18.4.6).
public final class PronunciationReader {
  /// Letters by the words of the file; without `phoneticPr` they are shown as they stand.
  private static final Map<String, KanaForm> FORMS =
      Map.of(
          "halfwidthKatakana", KanaForm.HALF_WIDTH_KATAKANA,
          "fullwidthKatakana", KanaForm.FULL_WIDTH_KATAKANA,
          "Hiragana", KanaForm.HIRAGANA,
          "noConversion", KanaForm.AS_WRITTEN);

  private final byte[] runName;
  private final byte[] propertiesName;
  private List<Pronunciation.Run> runs = List.of();
  private KanaForm form = KanaForm.AS_WRITTEN;
  private int font;
  private String alignment = "";

  PronunciationReader(String prefix) {
    this.runName = Ascii.bytes(prefix + "rPh");
    this.propertiesName = Ascii.bytes(prefix + "phoneticPr");
  }

  /// The word of the file for some letters.
  public static String word(KanaForm form) {
    return FORMS.entrySet().stream()
        .filter(each -> each.getValue() == form)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  void clear() {
    runs = List.of();
    form = KanaForm.AS_WRITTEN;
    font = 0;
    alignment = "";
  }

  /// What the last text had.
  Optional<Pronunciation> found() {
    return runs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Pronunciation(runs, form, font, alignment));
  }

  /// Takes the element whose start tag is the present token, up to its end tag; false when it is
  /// about something else.
  boolean read(StringItem item, XmlScanner scanner) {
    if (scanner.isNamed(runName)) {
      run(item, scanner);
      return true;
    }
    if (scanner.isNamed(propertiesName)) {
      properties(scanner);
      scanner.skipElement();
      return true;
    }
    return false;
  }

  private void run(StringItem item, XmlScanner scanner) {
    int from = 0;
    int to = 0;
    while (scanner.nextAttribute()) {
      switch (scanner.attributeName()) {
        case "sb" -> from = number(scanner);
        case "eb" -> to = number(scanner);
        default -> {}
      }
    }
    var kana = new StringBuilder();
    if (!scanner.isEmpty()) {
      int depth = scanner.depth();
      for (Token token = scanner.next(); scanner.depth() >= depth; token = scanner.next()) {
        if (token == Token.EOF) {
          break;
        }
        if (token == Token.START) {
          if (item.isText()) {
            kana.append(item.run());
          } else {
            scanner.skipElement();
          }
        }
      }
    }
    if (runs.isEmpty()) {
      runs = new ArrayList<>();
    }
    runs.add(new Pronunciation.Run(from, to, kana.toString()));
  }

  private void properties(XmlScanner scanner) {
    form = KanaForm.FULL_WIDTH_KATAKANA;
    while (scanner.nextAttribute()) {
      switch (scanner.attributeName()) {
        case "type" -> form = FORMS.getOrDefault(scanner.value(), form);
        case "fontId" -> font = number(scanner);
        case "alignment" -> alignment = scanner.value();
        default -> {}
      }
    }
  }

  private static int number(XmlScanner scanner) {
    return Math.max(0, Ascii.number(scanner.buffer(), scanner.valueStart(), scanner.valueEnd()));
  }
}
