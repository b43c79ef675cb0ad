package dev.quire.engine.function.text;

/// A set of Chinese numerals.
enum ChineseNumerals {
  /// As people write them.
  EVERYDAY("〇一二三四五六七八九", "十百千"),
  /// As they stand on cheques, hard to forge.
  CHEQUE("零壹贰叁肆伍陆柒捌玖", "拾佰仟");

  /// Every four digits have a name: ten thousands, hundred millions, million millions.
  private static final String GROUPS = "万亿兆";

  private final String numerals;
  private final String powers;

  ChineseNumerals(String numerals, String powers) {
    this.numerals = numerals;
    this.powers = powers;
  }

  /// Digit by digit.
  String digits(String digits) {
    var text = new StringBuilder(digits.length());
    digits.chars().forEach(digit -> text.append(numerals.charAt(digit - '0')));
    return text.toString();
  }

  /// With the powers of ten; zeros inside are named once, those at the end not at all.
  String spelled(String digits) {
    var text = new StringBuilder();
    boolean zeros = false;
    boolean inGroup = false;
    for (int i = 0; i < digits.length(); i++) {
      int place = digits.length() - 1 - i;
      int digit = digits.charAt(i) - '0';
      if (digit > 0) {
        text.append(zeros && !text.isEmpty() ? numerals.substring(0, 1) : "");
        text.append(numerals.charAt(digit)).append(power(place % 4));
        inGroup = true;
      }
      zeros = digit == 0;
      if (place % 4 == 0 && place > 0 && inGroup) {
        text.append(GROUPS.charAt(place / 4 - 1));
        inGroup = false;
      }
    }
    return text.isEmpty() ? numerals.substring(0, 1) : text.toString();
  }

  private String power(int place) {
    return place == 0 ? "" : powers.substring(place - 1, place);
  }
}
