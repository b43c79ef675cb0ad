package dev.quire.workbook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KanaFormTest {
  @ParameterizedTest
  @CsvSource({
    "HALF_WIDTH_KATAKANA,とうきょう,ﾄｳｷｮｳ",
    "HALF_WIDTH_KATAKANA,ガパヴー。,ｶﾞﾊﾟｳﾞｰ｡",
    "HALF_WIDTH_KATAKANA,é漢한,é漢한",
    "FULL_WIDTH_KATAKANA,ﾔﾏﾀﾞ,ヤマダ",
    "FULL_WIDTH_KATAKANA,やまだ,ヤマダ",
    "HIRAGANA,ヤマダ,やまだ",
    "HIRAGANA,ﾔﾏﾀﾞ太郎 x,やまだ太郎 x",
    "AS_WRITTEN,ﾔまダ,ﾔまダ"
  })
  void theSameSoundsInOtherLetters(KanaForm form, String kana, String written) {
    assertEquals(written, form.of(kana));
  }
}
