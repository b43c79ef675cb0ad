package dev.quire.ooxml.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.quire.ooxml.xml.Ascii;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NumbersProperties {
  private static double parsed(String text) {
    byte[] bytes = Ascii.bytes(text);
    return Numbers.parse(bytes, 0, bytes.length);
  }

  @Property(tries = 20_000)
  void numbersAreReadAsJavaReadsThem(@ForAll long seed) {
    var random = new Random(seed);
    long digits = random.nextLong() >>> random.nextInt(1, 64);
    String text = BigDecimal.valueOf(digits, random.nextInt(30)).toPlainString();
    assertEquals(Double.parseDouble(text), parsed(text), text);
  }

  @Property(tries = 20_000)
  void whatIsPrintedIsReadBack(@ForAll long seed) {
    double number = new Random(seed).nextDouble() * 1000;
    assertEquals(number, parsed(new BigDecimal(number).toPlainString()));
    assertEquals(number, parsed(Numbers.print(number)));
  }

  @Property(tries = 5_000)
  void numbersInTheMiddleOfTwoOthersGoToTheEvenOne(@ForAll long seed) {
    double number = (new Random(seed).nextLong() >>> 10) * 0.5;
    var half = new BigDecimal(Math.ulp(number)).divide(new BigDecimal(2));
    String text = new BigDecimal(number).add(half).stripTrailingZeros().toPlainString();
    assertEquals(Double.parseDouble(text), parsed(text), text);
  }

  @Example
  void edgesAreReadAsJavaReadsThem() {
    List.of(
            "9007199254740993",
            "9007199254740992.5",
            "9223372036854775807",
            "123456789012345678",
            "999999999999999999",
            "0.30000000000000004",
            "1.7976931348623157E308",
            "4.9E-324",
            "-0.0",
            "0.000000000000000000000000001",
            "72057594037927945",
            "5708990770823839.5")
        .forEach(text -> assertEquals(Double.parseDouble(text), parsed(text)));
  }
}
