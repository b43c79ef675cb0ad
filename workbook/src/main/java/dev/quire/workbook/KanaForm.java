package dev.quire.workbook;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.function.UnaryOperator;

/// The letters that a pronunciation is shown in (ECMA-376 part 1, §18.18.57).
public enum KanaForm {
  /// ﾄｳｷｮｳ
  HALF_WIDTH_KATAKANA(kana -> narrow(katakana(wide(kana)))),
  /// トウキョウ
  FULL_WIDTH_KATAKANA(kana -> katakana(wide(kana))),
  /// とうきょう
  HIRAGANA(kana -> hiragana(wide(kana))),
  /// As somebody wrote it.
  AS_WRITTEN(UnaryOperator.identity());

  private static final char FIRST_HALF_WIDTH = '｡';
  private static final char LAST_HALF_WIDTH = 'ﾟ';
  private static final char FIRST_HIRAGANA = 'ぁ';
  private static final char LAST_HIRAGANA = 'ゖ';
  private static final int TO_KATAKANA = 'ァ' - 'ぁ';

  /// Sounds of letters as signs of their own: behind full and behind half width.
  private static final String SOUNDS = "\u3099\u309A";

  private static final String HALF_WIDTH_SOUNDS = "ﾞﾟ";

  /// Full width for each letter of half width.
  private static final String FULL_WIDTHS = fullWidths();

  private final UnaryOperator<String> writing;

  KanaForm(UnaryOperator<String> writing) {
    this.writing = writing;
  }

  /// The same sounds in these letters. What is no kana stays.
  public String of(String kana) {
    return writing.apply(kana);
  }

  private static String fullWidths() {
    var widths = new StringBuilder();
    for (char c = FIRST_HALF_WIDTH; c <= LAST_HALF_WIDTH; c++) {
      widths.append(Normalizer.normalize(String.valueOf(c), Form.NFKC));
    }
    return widths.toString();
  }

  private static boolean isHalfWidth(int c) {
    return c >= FIRST_HALF_WIDTH && c <= LAST_HALF_WIDTH;
  }

  private static String wide(String kana) {
    if (kana.chars().noneMatch(KanaForm::isHalfWidth)) {
      return kana;
    }
    var wide = new StringBuilder(kana.length());
    kana.chars()
        .forEach(
            c -> wide.append(isHalfWidth(c) ? FULL_WIDTHS.charAt(c - FIRST_HALF_WIDTH) : (char) c));
    return Normalizer.normalize(wide, Form.NFC);
  }

  private static String narrow(String kana) {
    var narrow = new StringBuilder(kana.length());
    for (char c : Normalizer.normalize(kana, Form.NFD).toCharArray()) {
      int sound = SOUNDS.indexOf(c);
      int width = FULL_WIDTHS.indexOf(c);
      narrow.append(
          sound >= 0
              ? HALF_WIDTH_SOUNDS.charAt(sound)
              : width >= 0 ? (char) (FIRST_HALF_WIDTH + width) : c);
    }
    return Normalizer.normalize(narrow, Form.NFC);
  }

  private static String katakana(String kana) {
    return shifted(kana, FIRST_HIRAGANA, LAST_HIRAGANA, TO_KATAKANA);
  }

  private static String hiragana(String kana) {
    return shifted(
        kana,
        (char) (FIRST_HIRAGANA + TO_KATAKANA),
        (char) (LAST_HIRAGANA + TO_KATAKANA),
        -TO_KATAKANA);
  }

  private static String shifted(String kana, char first, char last, int by) {
    var shifted = new StringBuilder(kana.length());
    kana.chars().forEach(c -> shifted.append((char) (c >= first && c <= last ? c + by : c)));
    return shifted.toString();
  }
}
