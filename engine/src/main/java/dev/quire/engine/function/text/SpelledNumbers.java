package dev.quire.engine.function.text;

import static dev.quire.engine.function.FunctionSpec.function;
import static dev.quire.engine.function.Parameters.number;

import dev.quire.engine.formula.Arguments;
import dev.quire.engine.function.FunctionSpec;
import dev.quire.engine.value.ErrorValue;
import dev.quire.engine.value.NumberValue;
import dev.quire.engine.value.TextValue;
import dev.quire.engine.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/// Functions that write numbers in the words of a language.
public final class SpelledNumbers {
  /// All functions of this family.
  public static final List<FunctionSpec> ALL =
      List.of(
          function("BAHTTEXT", SpelledNumbers::baht).takes(number("number")),
          function("NUMBERSTRING", SpelledNumbers::chinese).takes(number("number"), number("type")),
          function("DATESTRING", SpelledNumbers::date).takes(number("serial_number")));

  private static final List<String> THAI_DIGITS =
      List.of("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า");
  private static final List<String> THAI_POWERS = List.of("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน");
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_DOWN);
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /// The formats for the types of `NUMBERSTRING`.
  private static final List<String> CHINESE =
      List.of("[DBNum1][$-804]General", "[DBNum2][$-804]General", "[DBNum1][$-804]0");

  private SpelledNumbers() {}

  /// An amount of baht and satang in Thai, of the 15 digits that are shown (O).
  private static Value baht(Arguments a) {
    BigDecimal amount = new BigDecimal(a.number(0)).round(SHOWN);
    BigInteger satang = amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).toBigInteger();
    BigInteger[] parts = satang.abs().divideAndRemainder(BigInteger.valueOf(100));
    var text = new StringBuilder(satang.signum() < 0 ? "ลบ" : "");
    boolean hasSatang = parts[1].signum() > 0;
    if (parts[0].signum() > 0) {
      text.append(thai(parts[0])).append("บาท");
    } else if (!hasSatang) {
      text.append("ศูนย์บาท");
    }
    text.append(hasSatang ? thai(parts[1]) + "สตางค์" : "ถ้วน");
    return TextValue.of(text.toString());
  }

  private static String thai(BigInteger number) {
    BigInteger[] parts = number.divideAndRemainder(MILLION);
    String millions = parts[0].signum() > 0 ? thai(parts[0]) + "ล้าน" : "";
    return millions + thaiBelowMillion(parts[1].intValue(), !millions.isEmpty());
  }

  /// A one behind anything (O) and the two and the one of tens have words of their own.
  ///
  /// @param isBehind whether millions stand before it
  private static String thaiBelowMillion(int number, boolean isBehind) {
    var text = new StringBuilder();
    int power = 100_000;
    for (int place = 5; place >= 0; place--, power /= 10) {
      int digit = number / power % 10;
      if (digit == 0) {
        continue;
      }
      String word = THAI_DIGITS.get(digit);
      text.append(
          switch (place) {
            case 1 -> digit == 1 ? "" : digit == 2 ? "ยี่" : word;
            case 0 -> digit == 1 && (isBehind || number > 1) ? "เอ็ด" : word;
            default -> word;
          });
      text.append(THAI_POWERS.get(place));
    }
    return text.toString();
  }

  /// A number in Chinese numerals: everyday ones with powers (1), those of cheques (2), or digit by
  /// digit (3), as number formats write them. Undocumented (?).
  private static Value chinese(Arguments a) {
    double number = Math.rint(a.number(0));
    int type = (int) a.number(1);
    if (number < 0 || number >= 1e16 || type < 1 || type > CHINESE.size()) {
      return ErrorValue.NUM;
    }
    return FormattingFunctions.written(a, new NumberValue(number), CHINESE.get(type - 1));
  }

  /// Year in two digits, month and day, in Chinese. Undocumented (?).
  private static Value date(Arguments a) {
    double serial = a.number(0);
    return serial < 0
        ? ErrorValue.NUM
        : FormattingFunctions.written(a, new NumberValue(serial), "yy\"年\"mm\"月\"dd\"日\"");
  }
}
