package dev.quire.ooxml.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.quire.ooxml.xml.Ascii;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CellTextTest {
  private static double parse(String text) {
    byte[] bytes = Ascii.bytes(text);
    return Numbers.parse(bytes, 0, bytes.length);
  }

  @Property
  void numbersSurviveWritingAndReading(@ForAll double number) {
    double plain = number == 0 ? 0.0 : number;
    assertEquals(plain, parse(Numbers.print(number)));
  }

  @Property
  void numbersAreReadAsJavaReadsThem(@ForAll long digits, @ForAll byte scale) {
    String text = digits + "E" + scale;
    assertEquals(Double.parseDouble(text), parse(text));
    String point = digits / 1000 + "." + Math.abs(digits % 1000);
    assertEquals(Double.parseDouble(point), parse(point));
  }

  @Test
  void whatIsNoNumberIsNaN() {
    for (String text : new String[] {"", "x", "1x", "NaN", "0x1p3", "1f", "--1", "1e", "."}) {
      assertTrue(Double.isNaN(parse(text)), text);
    }
  }

  @Property
  void textsSurviveEscaping(@ForAll String text) {
    assertEquals(text, Xstring.decode(Xstring.encode(text)));
  }

  @Test
  void whatLooksLikeAnEscapeIsEscaped() {
    assertEquals("_x005F_x0041_", Xstring.encode("_x0041_"));
    assertEquals("_x0001_", Xstring.encode("\u0001"));
    assertEquals("_x00_", Xstring.encode("_x00_"));
  }
}
