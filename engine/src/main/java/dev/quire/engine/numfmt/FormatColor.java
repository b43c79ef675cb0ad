package dev.quire.engine.numfmt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A colour that a section asks for, `[Red]` or `[Color 10]`. It never changes the text.
///
/// @param index place in the palette, 1 to 56; the names are the first eight
public record FormatColor(int index) {
  private static final List<String> NAMES =
      List.of("BLACK", "WHITE", "RED", "GREEN", "BLUE", "YELLOW", "MAGENTA", "CYAN");

  private static final String NUMBERED = "COLOR";

  /// The palette that workbooks have unless they bring their own.
  private static final int[] PALETTE = {
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF,
    0x800000, 0x008000, 0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080,
    0x9999FF, 0x993366, 0xFFFFCC, 0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF,
    0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF, 0x800080, 0x800000, 0x008080, 0x0000FF,
    0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF, 0xFF99CC, 0xCC99FF, 0xFFCC99,
    0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600, 0x666699, 0x969696,
    0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399, 0x333333,
  };

  /// Throws `IllegalArgumentException` outside the palette.
  public FormatColor {
    if (index < 1 || index > PALETTE.length) {
      throw new IllegalArgumentException("no colour " + index);
    }
  }

  /// The colour as `0xRRGGBB`, from the standard palette.
  public int rgb() {
    return PALETTE[index - 1];
  }

  /// Reads the inside of the brackets: `Red`, `Color10`, `color 10`.
  static Optional<FormatColor> parse(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    int name = NAMES.indexOf(upper);
    if (name >= 0) {
      return Optional.of(new FormatColor(name + 1));
    }
    if (!upper.startsWith(NUMBERED)) {
      return Optional.empty();
    }
    String number = upper.substring(NUMBERED.length()).strip();
    if (!number.matches("[0-9]{1,2}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(number);
    return index >= 1 && index <= PALETTE.length
        ? Optional.of(new FormatColor(index))
        : Optional.empty();
  }
}
