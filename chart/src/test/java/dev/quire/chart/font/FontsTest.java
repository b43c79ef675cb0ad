package dev.quire.chart.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The packaged fonts have the widths of those that workbooks name.
final class FontsTest {
  private final Fonts fonts = new Fonts();

  /// Widths of Calibri, Arial, Times New Roman and Courier New, in 2048ths of the size.
  @ParameterizedTest
  @CsvSource({
    "Calibri, 0, 1038",
    "Calibri, A, 1185",
    "Calibri Light, 0, 1038",
    "Arial, 0, 1139",
    "Arial, W, 1933",
    "Times New Roman, 0, 1024",
    "Courier New, i, 1229",
    "No Such Font, 0, 1038"
  })
  void lettersAreAsWideAsThoseOfTheirTwins(String family, String letter, double width) {
    assertEquals(width, fonts.font(family, false, false, 2048).width(letter), 1);
  }

  @Test
  void boldIsAnotherFile() {
    assertNotEquals(
        fonts.font("Calibri", false, false, 100).width("Total"),
        fonts.font("Calibri", true, false, 100).width("Total"));
  }

  @Test
  void outlinesStandOnTheBaseline() {
    var bounds = fonts.font("Calibri", false, false, 100).outline("HE").getBounds2D();
    assertEquals(0, bounds.getMaxY(), 0.1);
    assertEquals(-63.4, bounds.getMinY(), 1);
  }

  @Test
  void everyLetterOfEveryFontCanBeDrawn() {
    for (String family : new String[] {"Calibri", "Arial", "Times New Roman", "Courier New"}) {
      for (boolean bold : new boolean[] {false, true}) {
        for (boolean italic : new boolean[] {false, true}) {
          SizedFont font = fonts.font(family, bold, italic, 10);
          for (int character = 0x21; character < 0x0530; character++) {
            font.outline(Character.toString(character));
          }
          assertFalse(font.outline("Åé€½").getBounds2D().isEmpty(), family);
        }
      }
    }
  }

  @Test
  void charactersThatNoFontHasAreBoxes() {
    SizedFont font = fonts.font("Calibri", false, false, 10);
    assertTrue(font.width("日\uD83D\uDE00") > 0);
    assertFalse(font.outline("日").getBounds2D().isEmpty());
  }
}
